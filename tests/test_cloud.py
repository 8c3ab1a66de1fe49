"""End to end in the local cloud, with AUTH on and under the template's own roles: nothing on the path is a double."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote_plus

import msgspec
import pytest

from bench.structure import ROOT
from claimwire import capabilities, failures, layout
from claimwire.aws.store import Bucket
from claimwire.aws.table import TableLedger
from claimwire.errors import Conflict
from claimwire.local import clients, deploy, mailbox
from claimwire.local.mailbox import Mailbox
from claimwire.local.state import Cloud
from claimwire.models import Digest, Notice
from tests.cloud import (
    PATIENCE,
    aws,
    counts,
    forget_translations,
    function,
    get,
    notice,
    snapshot,
    translations,
    until,
    upload,
    without,
)
from tests.doubles import segments

pytestmark = pytest.mark.timeout(600)
SAMPLE = (ROOT / "examples" / "grain-corridor.en.html").read_bytes()
# Two seconds instead of half an hour, so that a message that failed comes again while the test looks on.
PARAMETERS = {"Targets": "pt", "MaxReceives": "3", "VisibilityTimeout": "2"}


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    folder = tmp_path_factory.mktemp("cloud")
    try:
        yield deploy.up(folder, PARAMETERS)
    finally:
        deploy.down(folder, purge=True)


@pytest.fixture(scope="module")
def box(cloud: Cloud) -> Iterator[Mailbox]:
    with mailbox.subscribed(cloud, {"languages": ["pt"], "status": ["ready"]}) as found:
        yield found


@pytest.fixture(scope="module")
def ready(cloud: Cloud, box: Mailbox) -> Notice:
    """The notice of an article that went all the way."""
    upload(cloud, "wire/grain.html", SAMPLE)
    return notice(box, "wire/grain.html")


def event_of(cloud: Cloud, key: str) -> str:
    """What S3 says of an upload."""
    record = {
        "eventName": "ObjectCreated:Put",
        "s3": {"bucket": {"name": cloud.articles_bucket}, "object": {"key": quote_plus(key)}},
    }
    return msgspec.json.encode({"Records": [record]}).decode()


def digest_of(found: Notice) -> Digest:
    answer = get(found.urls["digest.json"])
    assert answer.status == 200
    return msgspec.json.decode(answer.body, type=Digest)


def test_an_upload_ends_in_a_notice_and_files_at_stored_urls(ready: Notice) -> None:
    digest = digest_of(ready)
    assert ready.event == "digest.ready"
    assert set(ready.urls) == {"digest.json", *digest.files}
    kinds = {"html": "text/html", "md": "text/markdown", "txt": "text/plain", "json": "application/json"}
    for name, url in ready.urls.items():
        answer = get(url)
        assert answer.status == 200
        assert answer.headers["content-type"].startswith(kinds[name.rpartition(".")[2]])
        assert answer.body


def test_what_was_fetched_says_who_claims_what_in_portuguese(ready: Notice) -> None:
    digest = digest_of(ready)
    assert digest.article is not None
    assert digest.summary is not None
    source = get(ready.urls["article.en.txt"]).body.decode()
    page = get(ready.urls["digest.pt.html"]).body.decode()
    summary = get(ready.urls["summary.pt.md"]).body.decode()
    [portuguese] = digest.translations
    for claim in digest.summary.claims:
        assert source[claim.start : claim.end] == claim.text
        found = segments(portuguese)[slice(*claim.sentences)]
        texts = [segment.text for segment in found]
        assert all(segment.engine == "firefox" for segment in found)
        assert all(text != claim.text for text in texts)
        assert texts[0].split()[0].strip('"“') in summary
    assert "Principais" in page or segments(portuguese)[0].text in page


def test_pages_are_zipped_and_safe(ready: Notice) -> None:
    answer = get(ready.urls["digest.pt.html"], {"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body).startswith(b"<!doctype html>")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_links_from_page_to_page_hold(ready: Notice) -> None:
    page = get(ready.urls["digest.pt.html"]).body.decode()
    base = ready.urls["digest.pt.html"].rsplit("/", 2)[0]
    relative = page.split('href="../')[1].split('"')[0]
    assert get(f"{base}/{relative}").status == 200


def test_the_latest_link_is_known_before_the_results_are(cloud: Cloud, ready: Notice) -> None:
    link = capabilities.links(capabilities.load_keys(clients.link_secret(cloud)), cloud.base_url)
    assert get(link(ready.article_id, layout.LATEST, "summary.pt.md")).body == get(ready.urls["summary.pt.md"]).body
    early = get(link(layout.article_id(cloud.articles_bucket, "not/yet.txt"), layout.LATEST, "digest.json"))
    assert (early.status, early.headers["retry-after"]) == (404, "5")


def test_who_was_not_given_a_link_gets_one_and_the_same_answer(cloud: Cloud, ready: Notice) -> None:
    url = ready.urls["digest.json"]
    path, _, mac = url.partition("?k=")
    key, _, code = mac.partition(".")
    foreign = ready.urls["digest.pt.html"].partition("?k=")[2]
    stranger = "0" * 32
    keys = capabilities.load_keys(clients.link_secret(cloud))
    latest = capabilities.mint(keys, ready.article_id, purpose=capabilities.LATEST)
    refused = {
        "without a key": get(path),
        "tampered": get(f"{path}?k={key}.{('A' if code[0] != 'A' else 'B') + code[1:]}"),
        "truncated": get(url[:-1]),
        "of another file": get(f"{path}?k={foreign}"),
        "of another article": get(url.replace(ready.article_id, stranger)),
        "of another version": get(url.replace(ready.version, stranger)),
        "of another purpose": get(f"{path}?k={latest}"),
        "under another key id": get(f"{path}?k=k9.{code}"),
        "outside its folder": get(f"{cloud.base_url}/v1/articles/{ready.article_id}/..%2F..%2Flatest.json?k={mac}"),
    }
    assert {answer.status for answer in refused.values()} == {404}
    assert len({answer.body for name, answer in refused.items() if name != "outside its folder"}) == 1


def test_a_second_delivery_changes_nothing_and_asks_no_engine(cloud: Cloud, ready: Notice) -> None:
    before = snapshot(cloud)
    assert translations(cloud)
    forget_translations(cloud)
    with mailbox.subscribed(cloud) as fresh:
        aws(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody=event_of(cloud, ready.key))
        until(lambda: counts(cloud, cloud.queue_url) == 0, "the repeat is done")
        assert fresh.receive(3) is None
    assert snapshot(cloud) == before
    assert not translations(cloud)


def test_a_crash_between_commit_and_notice_still_ends_in_a_notice(cloud: Cloud, box: Mailbox) -> None:
    key, ingest = "wire/crash.txt", function(cloud, "ingest")
    article = layout.article_id(cloud.articles_bucket, key)
    with without(cloud, ingest, "sns:Publish"):
        upload(
            cloud,
            key,
            b"Ferry service resumes\n\nThe ferry line said on Monday that boats would sail again from Tuesday morning.\n",
        )
        until(lambda: layout.pointer_key(article) in snapshot(cloud), "the pointer stands")
        committed = {name: stamp for name, stamp in snapshot(cloud).items() if name.startswith(layout.folder(article))}
        forget_translations(cloud)
        assert box.receive(1) is None
    found = notice(box, key)
    assert found.event == "digest.ready"
    assert {
        name: stamp for name, stamp in snapshot(cloud).items() if name.startswith(layout.folder(article))
    } == committed
    assert not translations(cloud)


def test_a_poison_message_is_set_aside_recorded_and_announced(cloud: Cloud) -> None:
    with mailbox.subscribed(cloud, {"event": ["digest.failed"]}) as failed:
        aws(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody="this is no S3 event")
        found = notice(failed, "")
    results = Bucket(cloud.results_bucket, aws(cloud, "s3"))
    [kept] = [one for one in failures.listed(results) if one.id == found.article_id]
    assert (kept.key, kept.body, kept.reason) == ("", "this is no S3 event", found.reason)
    assert "not an S3 event" in kept.reason
    assert counts(cloud, cloud.queue_url) == 0
    failures.clear(results, kept.id)


def test_the_test_event_of_s3_is_acknowledged(cloud: Cloud) -> None:
    before = counts(cloud, cloud.dlq_url)
    body = msgspec.json.encode(
        {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": cloud.articles_bucket}
    ).decode()
    aws(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody=body)
    until(lambda: counts(cloud, cloud.queue_url) == 0, "the test event is acknowledged")
    assert counts(cloud, cloud.dlq_url) == before


@pytest.mark.parametrize(
    ("key", "body"),
    [
        ("bad/garbage.txt", bytes(range(256)) * 40),
        ("bad/empty.html", b""),
        ("bad/letterless.txt", b"1234 5678 ... !!!"),
    ],
)
def test_an_unreadable_upload_gets_a_refused_digest(cloud: Cloud, key: str, body: bytes) -> None:
    with mailbox.subscribed(cloud, {"status": ["refused"]}) as refusals:
        upload(cloud, key, body)
        found = notice(refusals, key)
    digest = digest_of(found)
    assert (digest.status, found.event) == ("refused", "digest.refused")
    assert digest.reason
    assert digest.reason == found.reason
    page = get(found.urls["digest.pt.html"]).body.decode()
    assert "Este artigo foi recusado" in page


def test_a_filter_keeps_away_what_does_not_match(cloud: Cloud, box: Mailbox) -> None:
    with mailbox.subscribed(cloud, {"source_language": ["ru"]}) as russian:
        upload(
            cloud,
            "wire/de.txt",
            b"Der Hafen bleibt geschlossen\n\nDer Hafen bleibt nach Angaben der Stadt bis Montag geschlossen, sagte eine Sprecherin.\n",
        )
        upload(cloud, "wire/ru.txt", (ROOT / "examples" / "railway-strike.ru.txt").read_bytes())
        found = notice(russian, "wire/ru.txt")
        assert found.source_language == "ru"
        assert russian.receive(2) is None


@pytest.mark.parametrize("key", ["a b/c d.txt", "50%/x+y.txt", "Zürich/Übergröße.txt", "news 😀/π&q=1.txt"])
def test_keys_of_all_kinds_go_through(cloud: Cloud, box: Mailbox, key: str) -> None:
    upload(
        cloud,
        key,
        f"Bridge closes for repairs\n\nThe council said the bridge would be closed until June for repairs to {len(key)} piers.\n".encode(),
    )
    found = notice(box, key)
    assert digest_of(found).source.key == key


def test_a_new_version_is_an_update_and_a_deletion_is_final(cloud: Cloud, box: Mailbox) -> None:
    key, s3 = "wire/change.txt", aws(cloud, "s3")
    with mailbox.subscribed(cloud) as everything:
        for count, event in ((12, "digest.ready"), (14, "digest.updated")):
            upload(
                cloud,
                key,
                f"Storm hits coast\n\nOfficials said that {count} boats were lost in the storm on Sunday night.\n".encode(),
            )
            found = notice(everything, key, event)
            assert f"{count} boats" in get(found.urls["article.en.txt"]).body.decode()
        s3.delete_object(Bucket=cloud.articles_bucket, Key=key)
        gone = notice(everything, key, "digest.deleted")
    link = capabilities.links(capabilities.load_keys(clients.link_secret(cloud)), cloud.base_url)
    assert get(link(gone.article_id, layout.LATEST, "digest.json")).status == 410
    assert get(found.urls["digest.json"]).status == 410


def test_a_large_file_is_answered_by_a_redirect_of_minutes(cloud: Cloud, ready: Notice) -> None:
    body = os.urandom(5_000_000).hex().encode()[:9_000_000]
    key = layout.file_key(ready.article_id, ready.version, "article.fr.txt")
    aws(cloud, "s3").put_object(Bucket=cloud.results_bucket, Key=key, Body=body, ContentType="text/plain")
    link = capabilities.links(capabilities.load_keys(clients.link_secret(cloud)), cloud.base_url)
    answer = get(link(ready.article_id, ready.version, "article.fr.txt"))
    assert answer.status == 302
    assert "X-Amz-Expires=300" in answer.headers["location"]
    assert answer.headers["cache-control"] == "no-store"
    assert get(answer.headers["location"]).body == body


def test_the_results_function_may_only_read(cloud: Cloud, ready: Notice) -> None:
    with without(cloud, function(cloud, "results"), "s3:GetObject"):
        assert get(ready.urls["digest.json"]).status >= 500
    until(lambda: get(ready.urls["digest.json"]).status == 200, "the role has its right again", PATIENCE)


def test_it_listens_on_the_loopback_address_alone(cloud: Cloud) -> None:
    port = int(cloud.endpoint.rpartition(":")[2])
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        if Path("/proc/net", name).exists()
        for line in Path("/proc/net", name).read_text().splitlines()[1:]
    ]
    bound = {row[1].partition(":")[0] for row in rows if row[3] == "0A" and int(row[1].rpartition(":")[2], 16) == port}
    assert bound == {"0100007F"}


def test_a_mark_in_the_table_is_seen_at_once_and_expires(cloud: Cloud, ready: Notice) -> None:
    ledger = TableLedger(cloud.table, aws(cloud, "dynamodb"), now=lambda: 1_800_000_000.0)
    marked = msgspec.structs.replace(ready, article_id="0" * 32)
    assert not ledger.announced(marked.article_id, marked.version)
    ledger.mark_announced(marked)
    assert ledger.announced(marked.article_id, marked.version)
    key = {"pk": {"S": f"version#{marked.article_id}"}, "sk": {"S": marked.version}}
    item = aws(cloud, "dynamodb").get_item(TableName=cloud.table, Key=key)["Item"]
    assert int(item["expires"]["N"]) == 1_800_000_000 + 400 * 86_400


def test_conditional_writes_have_one_winner(cloud: Cloud) -> None:
    bucket, key = Bucket(cloud.results_bucket, aws(cloud, "s3")), "results/race.json"

    def wins(condition: dict[str, object], body: int) -> bool:
        try:
            bucket.put(key, b"%d" % body, "application/json", **condition)  # type: ignore[arg-type]  # either of two
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(lambda body: wins({"if_none_match": True}, body), range(16))) == 1
        there = bucket.stat(key)
        assert there is not None
        assert sum(pool.map(lambda body: wins({"if_match": there.etag}, 100 + body), range(16))) == 1
    bucket.delete(key)
    assert bucket.stat(key) is None
    assert bucket.get(key) is None
    with pytest.raises(Conflict):
        bucket.put(key, b"", "application/json", if_match=there.etag)


def test_a_bucket_keeps_versions_and_lists_by_prefix(cloud: Cloud) -> None:
    bucket = Bucket(cloud.articles_bucket, aws(cloud, "s3"))
    keys = [f"listed/._{name}" for name in ("b", "a", "ü c")]  # sidecars: no job is made of them
    for key in keys:
        bucket.put(key, b"first", "text/plain")
    first = bucket.stat(keys[0])
    bucket.put(keys[0], b"second", "text/plain")
    second = bucket.stat(keys[0])
    assert first is not None
    assert second is not None
    assert first.version != second.version
    assert bucket.get(keys[0], first.version) == b"first"
    assert bucket.get(keys[0]) == b"second"
    assert list(bucket.list("listed/")) == sorted(keys)
    assert second.modified >= first.modified
