"""What the functions of a stack are asked, so that each right of theirs is used."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from claimwire import capabilities, layout, lease
from claimwire.addresses import Addresses
from claimwire.aws.table import TableLedger
from claimwire.local import clients
from claimwire.local.state import Cloud
from tests.cloud import aws
from tests.rights import ACCOUNT, asked, queued, uploaded


def ingested(cloud: Cloud) -> str:
    """A new article, all the way."""
    return asked(cloud, "ingest", uploaded(cloud))


def worded(cloud: Cloud) -> str:
    """A new article that names a glossary which nobody has read yet."""
    where, s3 = uploaded(cloud), aws(cloud, "s3")
    name = layout.article_id(**where)
    s3.put_object(Bucket=cloud.results_bucket, Key=f"glossaries/{name}.csv", Body=b"term,pt\nStadt,cidade\n")
    source = {"Bucket": where["bucket"], "Key": where["key"]}
    s3.copy_object(**source, CopySource=source, Metadata={"claimwire-glossary": name}, MetadataDirective="REPLACE")
    return asked(cloud, "ingest", where)


def missing(cloud: Cloud) -> str:
    """An article that is not there."""
    return asked(cloud, "ingest", {"bucket": cloud.articles_bucket, "key": "rights/none.txt"})


def stray(cloud: Cloud) -> str:
    """A message that names nothing."""
    return asked(cloud, "ingest", queued("nonsense"))


def failed(cloud: Cloud) -> str:
    """An article that was given up."""
    return asked(cloud, "failed", queued(uploaded(cloud)))


def failed_after_all(cloud: Cloud) -> str:
    """An article that was given up, and has results."""
    return asked(cloud, "failed", queued(_done(cloud)))


def failed_after_progress(cloud: Cloud) -> str:
    """An article whose message's run was killed after progress, at its last receive."""
    return asked(cloud, "failed", dead_letter(cloud, uploaded(cloud)))


def dead_letter(cloud: Cloud, where: dict[str, str], queue: str = "") -> dict[str, Any]:
    """The message of an article whose run was killed after progress, from the queue of this name."""
    event, ledger = queued(where), TableLedger(cloud.table, aws(cloud, "dynamodb"))
    [record] = event["Records"]
    record["attributes"] = (
        {"DeadLetterQueueSourceArn": f"arn:aws:sqs:{cloud.region}:{ACCOUNT}:{queue}"} if queue else {}
    )
    article, holder = layout.article_id(**where), lease.holder(record["messageId"], "run")
    ledger.lease(article, "v", holder, -1)
    ledger.progressed(article, "v", holder, 0)
    return event


def fetched(cloud: Cloud) -> str:
    """A stored URL of an article that is there."""
    article = layout.article_id(**_done(cloud))
    return _get(cloud, _addresses(cloud).file(article, layout.LATEST, layout.DIGEST))


def listed(cloud: Cloud) -> str:
    """What is new in a language."""
    return _get(cloud, _addresses(cloud).list("pt"))


def stands(cloud: Cloud) -> str:
    """How an article stands that is not made yet."""
    return _get(cloud, _addresses(cloud).status("0" * 32))


def sorted_out(cloud: Cloud) -> str:
    """An old article, looked at by the backfill."""
    return asked(cloud, "backfill", {"Items": [{"key": uploaded(cloud)["key"], "again": False}]})


def passed_over(cloud: Cloud) -> str:
    """An old article that was done before, looked at by the backfill."""
    return asked(cloud, "backfill", {"Items": [{"key": _done(cloud)["key"], "again": False}]})


@cache
def _done(cloud: Cloud) -> dict[str, str]:
    """An article with results."""
    found = uploaded(cloud)
    assert "done" in asked(cloud, "ingest", found)
    return found


@cache
def _addresses(cloud: Cloud) -> Addresses:
    return Addresses(capabilities.load_keys(clients.link_secret(cloud)), cloud.base_url)


def _get(cloud: Cloud, address: str) -> str:
    url = urlsplit(address)
    event = {
        "requestContext": {"http": {"method": "GET"}},
        "pathParameters": {"proxy": url.path.partition("/v1/")[2]},
        "queryStringParameters": dict(parse_qsl(url.query)),
    }
    return asked(cloud, "results", event)
