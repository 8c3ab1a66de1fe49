"""The checks, in the order in which they are made. Each raises Wrong with what to do, or returns what it saw."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from botocore.exceptions import ClientError

from claimwire import failures
from claimwire.models import Notice
from infra.live import web
from infra.live.site import Site, Wrong

SAMPLE = Path(__file__).parents[2] / "examples" / "grain-corridor.en.html"


def works(site: Site) -> str:
    """An article goes through: upload, event, queue, function, results, notice."""
    begun = time.monotonic()
    notice = site.heard(site.put("a b+c%.html", SAMPLE.read_bytes(), "text/html"), "digest.ready")
    if not notice.claims:
        raise Wrong("the notice has no claims: is the function's package whole? `make sizes` lists what is in it")
    return f"{len(notice.claims)} claims in {time.monotonic() - begun:.0f} s"


def translated(site: Site) -> str:
    """Its claims are there in every language of the stack."""
    lacking = [warning for warning in _first(site).warnings if warning]
    pages = sum(name.startswith("digest.") and name.endswith(".html") for name in _first(site).urls)
    record = json.loads(web.get(_first(site).urls["digest.json"]).body)
    missing = [each["language"] for each in record["translations"] if each["status"] == "unavailable"]
    if missing:
        reason = next(each["reason"] for each in record["translations"] if each["status"] == "unavailable")
        raise Wrong(f"no translation into {', '.join(missing)}: {reason}. `claimwire engines` says what each needs")
    return f"{pages} pages" + (f"; checks: {lacking[0]}" if lacking else "")


def stored_urls(site: Site) -> str:
    """Every stored URL opens; a known copy costs a 304; a changed one opens nothing."""
    for name, url in _first(site).urls.items():
        if (answer := web.get(url)).status not in (200, 302):
            raise Wrong(f"{name}: {answer.status}: read the log of the results function")
    url = _first(site).urls["digest.json"]
    answer = web.get(url, accept_encoding="gzip")
    if web.get(url, if_none_match=answer.headers.get("etag", "")).status != 304:
        raise Wrong("a known copy is sent again: something between removes ETag or If-None-Match")
    if web.get(url[:-2] + ("AA" if url[-2:] != "AA" else "BB")).status != 404:
        raise Wrong("a changed link opens: do not use this deployment, and tell us")
    return f"{len(_first(site).urls)} URLs"


def private(site: Site) -> str:
    """Strangers get nothing from the buckets."""
    s3 = site.there.client("s3")
    for bucket, key in ((site.articles, _first(site).key), (site.there.outputs["ResultsBucket"], "index/")):
        url = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}).partition("?")[0]
        if web.get(url).status != 403:
            raise Wrong(f"bucket {bucket} answers a stranger: look at its policy and at Block Public Access")
    return "2 buckets"


def once(site: Site) -> str:
    """A message that comes again announces nothing new."""
    known = _first(site)
    _send(site, json.dumps({"bucket": site.articles, "key": known.key}))
    time.sleep(10)
    site.listen()
    ids = {notice.id for notice in site.notices if notice.key == known.key}
    if len(ids) != 1:
        raise Wrong(f"{len(ids)} different notices of one version: is the bucket versioned, and the table writable?")
    return "one id"


def refused(site: Site) -> str:
    """What is no article is refused with a reason, and announced."""
    return site.heard(site.put("empty.txt", b""), "digest.refused").reason or ""


def failing(site: Site) -> str:
    """What is none of ours is set aside, recorded and announced."""
    nonsense = json.dumps({"first-deploy": uuid.uuid4().hex})
    _send(site, nonsense)
    results = site.there.results
    found = site.waited(lambda: [each for each in failures.listed(results) if each.body == nonsense], "no failure")
    failures.clear(results, found[0].id)
    return str(found[0].reason)


def deleted(site: Site) -> str:
    """A deleted article's results are gone, and its links say so."""
    known = _first(site)
    site.there.client("s3").delete_object(Bucket=site.articles, Key=known.key)
    site.heard(known.key, "digest.deleted")
    if (answer := web.get(known.urls["digest.json"])).status != 410:
        raise Wrong(f"its link answers {answer.status}, not 410: may the ingest role delete results?")
    return "410"


def tls(site: Site) -> str:
    """Requests without TLS are refused."""
    endpoint = site.there.client("s3").meta.endpoint_url
    if endpoint.startswith("http://"):
        return "not checked: this endpoint has no TLS"
    answer = web.get(_unsafe(site))
    if answer.status != 403:
        raise Wrong(f"a signed request over plain HTTP gets {answer.status}: is the parameter RequireTls true?")
    return "403"


def quiet_logs(site: Site) -> str:
    """No capability is in a log."""
    logs = site.there.client("logs")
    for function in ("IngestFunction", "ResultsFunction"):
        group = f"/aws/lambda/{site.there.outputs[function]}"
        try:
            found = logs.filter_log_events(logGroupName=group, filterPattern='"?k="', limit=1)
        except ClientError as error:
            raise Wrong(f"{group} cannot be read: {error}") from error
        if found["events"]:
            raise Wrong(f"a link stands in {group}: tell us which line")
    return "2 log groups"


CHECKS: tuple[Callable[[Site], str], ...] = (
    works, translated, stored_urls, private, tls, once, refused, failing, quiet_logs, deleted,
)  # fmt: skip


def _first(site: Site) -> Notice:
    return next(notice for notice in site.notices if notice.event == "digest.ready")


def _send(site: Site, body: str) -> None:
    site.there.client("sqs").send_message(QueueUrl=site.there.outputs["QueueUrl"], MessageBody=body)


def _unsafe(site: Site) -> str:
    import boto3

    plain = boto3.client("s3", use_ssl=False)
    url: str = plain.generate_presigned_url("get_object", Params={"Bucket": site.articles, "Key": _first(site).key})
    return url
