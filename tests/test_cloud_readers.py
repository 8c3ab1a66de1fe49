"""What readers have in the local cloud, by the commands that people use: routes, subscriptions, keys, under the template's roles."""

from __future__ import annotations

import json
import queue
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from typer.testing import CliRunner

from bench.structure import ROOT
from claimwire import capabilities
from claimwire.aws.linksecret import LinkSecret
from claimwire.cli import app
from claimwire.errors import BadSetting, Conflict, Refused
from claimwire.linkkeys import Keys, load_keys, rotated
from claimwire.local import clients, deploy, mailbox
from claimwire.local.mailbox import Mailbox
from claimwire.local.state import Cloud
from claimwire.models import Notice
from claimwire.webhook import Receiver
from tests.cloud import PATIENCE, aws, counts, function, get, notice, until, upload, without

pytestmark = pytest.mark.timeout(600)
SAMPLE = (ROOT / "examples" / "grain-corridor.en.html").read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cloud")


@pytest.fixture(scope="module")
def cloud(folder: Path) -> Iterator[Cloud]:
    try:
        yield deploy.up(folder, {"Targets": "pt", "EventBus": "default"})
    finally:
        deploy.down(folder, purge=True)


@pytest.fixture(scope="module")
def ready(cloud: Cloud) -> Notice:
    with mailbox.subscribed(cloud) as box:
        upload(cloud, "wire/grain.html", SAMPLE)
        return notice(box, "wire/grain.html")


def run(folder: Path, *words: str) -> str:
    done = CliRunner().invoke(app, [*words, "--state", str(folder)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def forget_cached(cloud: Cloud) -> None:
    """Have the door start anew: its caches hold for up to two minutes, and nobody waits for them here."""
    name = function(cloud, "results")
    lambdas = aws(cloud, "lambda")
    before = lambdas.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    changed = {**before, "TEST_RESTART": str(int(before.get("TEST_RESTART", "0")) + 1)}
    lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": changed})


def latest(cloud: Cloud, ready: Notice) -> str:
    """A link minted with the key of this moment."""
    return capabilities.links(keys_of(cloud), cloud.base_url)(ready.article_id, "latest", "digest.json")


def keys_of(cloud: Cloud) -> Keys:
    return load_keys(clients.link_secret(cloud))


def test_every_route_through_the_gateway(folder: Path, cloud: Cloud, ready: Notice) -> None:
    listed = run(folder, "link", "list", "PT").strip()
    item = next(item for item in json.loads(get(listed).body)["items"] if item["article_id"] == ready.article_id)
    assert item["urls"] == ready.urls
    assert item["speakers"]
    spoken = json.loads(get(run(folder, "link", "list", "pt", "--speaker", item["speakers"][0]).strip()).body)
    assert [each["article_id"] for each in spoken["items"]] == [ready.article_id]
    assert json.loads(get(f"{listed}&day={item['modified'][:10]}&limit=1").body)["items"] == [item]
    feed = get(run(folder, "link", "feed", "pt", "--days", "1").strip())
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert item["title"] in feed.body.decode()
    page = get(item["urls"]["digest.pt.html"]).body.decode()
    [named] = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">', page)
    assert get(named).body == get(run(folder, "link", "feed", "pt").strip()).body
    newest = run(folder, "link", "article", ready.article_id).strip()
    for accept, start in (("application/json", b"{"), ("text/html", b"<!doctype html>"), ("text/markdown", b"# ")):
        answer = get(newest, {"accept": accept, "accept-language": "pt"})
        assert (answer.status, answer.body.startswith(start)) == (200, True)
        assert get(newest, {"accept": accept, "if-none-match": answer.headers["etag"]}).status in (304, 200)
    assert get(newest, {"accept": "image/png"}).status == 406
    assert get(f"{listed}&limit=0").status == 400


def test_methods_through_the_gateway(ready: Notice) -> None:
    url = ready.urls["digest.json"]
    whole, head = get(url), get(url, method="HEAD")
    assert (head.status, head.body, head.headers["etag"]) == (200, b"", whole.headers["etag"])
    assert get(url, {"if-none-match": whole.headers["etag"]}).status == 304
    for method in ("POST", "DELETE"):
        answer = get(url, method=method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_queues_hear_what_they_wish_to(folder: Path, cloud: Cloud) -> None:
    wishes = {
        "heard": ("--language", "PT", "--source-language", "en", "--event", "ready", "--folder", "wire/"),
        "unheard": ("--language", "es"),
    }
    for name, wish in wishes.items():
        for _ in range(2):  # a second time changes nothing
            assert run(folder, "subscribe", "sqs", name, *wish).startswith("arn:")
    upload(cloud, "wire/subscribed.html", SAMPLE)
    sqs = aws(cloud, "sqs")
    boxes = {name: Mailbox(cloud, sqs.get_queue_url(QueueName=name)["QueueUrl"]) for name in wishes}
    found = notice(boxes["heard"], "wire/subscribed.html")
    assert found.event == "digest.ready"
    assert boxes["heard"].receive(1) is None
    assert boxes["unheard"].receive(1) is None


def test_a_speaker_s_subscriber_hears_of_that_speaker_alone(folder: Path, cloud: Cloud, ready: Notice) -> None:
    run(folder, "subscribe", "sqs", "of-speaker", "--speaker", ready.speakers[0])
    run(folder, "subscribe", "sqs", "of-nobody", "--speaker", "Nobody At All")
    upload(cloud, "wire/spoken.html", SAMPLE)
    sqs = aws(cloud, "sqs")
    boxes = {
        name: Mailbox(cloud, sqs.get_queue_url(QueueName=name)["QueueUrl"]) for name in ("of-speaker", "of-nobody")
    }
    assert ready.speakers[0] in notice(boxes["of-speaker"], "wire/spoken.html").speakers
    assert boxes["of-nobody"].receive(1) is None


def test_the_event_bus_hears_too_and_only_by_its_own_right(cloud: Cloud, ready: Notice) -> None:
    sqs, events = aws(cloud, "sqs"), aws(cloud, "events")
    url = sqs.create_queue(QueueName="of-the-bus")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    pattern = {"source": ["claimwire"], "detail-type": ["digest.ready"], "detail": {"source_language": ["en"]}}
    rule = events.put_rule(Name="english", EventPattern=json.dumps(pattern))["RuleArn"]
    allowed = {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage"}
    policy = {"Statement": [{**allowed, "Resource": arn, "Condition": {"ArnEquals": {"aws:SourceArn": rule}}}]}
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(policy)})
    events.put_targets(Rule="english", Targets=[{"Id": "1", "Arn": arn}])
    upload(cloud, "wire/bus.html", SAMPLE)
    [message] = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20)["Messages"]
    event = json.loads(message["Body"])
    assert (event["source"], event["detail-type"]) == ("claimwire", "digest.ready")
    assert msgspec.convert(event["detail"], Notice).key == "wire/bus.html"
    with without(cloud, function(cloud, "ingest"), "events:PutEvents"):
        upload(cloud, "wire/bus-denied.html", SAMPLE)
        until(lambda: counts(cloud, cloud.queue_url) > 0, "the upload arrives", 30)
        assert sqs.receive_message(QueueUrl=url, WaitTimeSeconds=8).get("Messages", []) == []


def test_an_e_mail_address_has_to_confirm(folder: Path, cloud: Cloud) -> None:
    told = run(folder, "subscribe", "email", "desk@example.org", "--language", "pt")
    assert "confirm" in told or told.startswith("arn:")  # the local cloud sends no mail, and confirms by itself
    for words in (
        ("email", "no address"),
        ("https", "http://x.example/"),
        ("sqs", "a b"),
        ("sqs", "q", "--event", "x"),
    ):
        done = CliRunner().invoke(app, ["subscribe", *words, "--state", str(folder)])
        assert isinstance(done.exception, BadSetting)


def test_a_web_address_confirms_and_hears(folder: Path, cloud: Cloud) -> None:
    """The local cloud does not sign: our receiver refuses what it sends, which is shown too."""
    with listening() as (url, messages):
        run(folder, "subscribe", "http", url, "--language", "pt")
        asked = next(messages)
        assert (asked["Type"], asked["TopicArn"]) == ("SubscriptionConfirmation", cloud.topic_arn)
        asks = urlsplit(asked["SubscribeURL"])
        assert get(f"{cloud.endpoint}{asks.path}?{asks.query}").status == 200
        upload(cloud, "wire/posted.html", SAMPLE)
        told = next(message for message in messages if message["Type"] == "Notification")
    assert msgspec.json.decode(told["Message"], type=Notice).key == "wire/posted.html"
    for message in (asked, told):
        with pytest.raises(Refused):
            Receiver(cloud.topic_arn, fetch=_no_certificate).receive(json.dumps(message).encode())


def _no_certificate(url: str) -> bytes:
    """What is fetched here: the local cloud names an address at which there is none."""
    return b""


@contextmanager
def listening() -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """A web address on this machine, and what is posted to it."""
    posted: queue.Queue[dict[str, Any]] = queue.Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.put(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", iter(lambda: posted.get(timeout=PATIENCE), {})
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_rotation_keeps_old_links_and_a_new_key_s_open_at_once(folder: Path, cloud: Cloud, ready: Notice) -> None:
    assert get(ready.urls["digest.json"]).status == 200  # the door has read the keys, and keeps them for two minutes
    assert "k2 mints" in run(folder, "keys", "rotate")
    fresh = latest(cloud, ready)
    assert "?k=k2." in fresh
    until(lambda: get(fresh).status == 200, "the door knows the new key", seconds=15)
    assert get(ready.urls["digest.json"]).status == 200


def test_a_revoked_key_s_links_are_as_good_as_none(folder: Path, cloud: Cloud, ready: Notice) -> None:
    run(folder, "keys", "rotate")
    run(folder, "keys", "revoke", "k1")
    forget_cached(cloud)
    stranger = get(ready.urls["digest.json"].replace("k1.", "k9."))
    dead = get(ready.urls["digest.json"])
    assert (dead.status, dead.body) == (stranger.status, stranger.body)
    assert dead.status == 404
    assert get(latest(cloud, ready)).status == 200
    listed = run(folder, "keys", "list")
    assert "k1\trevoked" in listed
    assert all(material not in listed for material in map(bytes.decode, keys_of(cloud).material.values()))


def test_a_revoked_article_s_links_are_dead_until_it_is_undone(folder: Path, cloud: Cloud, ready: Notice) -> None:
    url = latest(cloud, ready)
    run(folder, "revoke", ready.article_id)
    forget_cached(cloud)
    assert get(url).status == 404
    assert get(url).body == get(url + "x").body
    assert "open again" in run(folder, "revoke", ready.article_id, "--undo")
    forget_cached(cloud)
    assert get(url).status == 200


def test_a_door_that_cannot_see_what_is_revoked_opens_nothing(cloud: Cloud, ready: Notice) -> None:
    url = latest(cloud, ready)
    with without(cloud, function(cloud, "results"), "s3:ListBucket"):
        forget_cached(cloud)
        assert get(url).status >= 500
    forget_cached(cloud)
    until(lambda: get(url).status == 200, "the role has its right again", 30)


def test_two_changes_at_once_do_not_lose_one(cloud: Cloud) -> None:
    secret = LinkSecret(cloud.link_secret_arn, aws(cloud, "secretsmanager"))

    def slowly(keys: Keys) -> Keys:
        LinkSecret(cloud.link_secret_arn, aws(cloud, "secretsmanager")).change(lambda there: rotated(there, b"q" * 64))
        return rotated(keys, b"s" * 64)

    with pytest.raises(Conflict, match="meanwhile"):
        secret.change(slowly)
    assert b"s" * 64 not in secret.read().material.values()
    assert b"q" * 64 in secret.read().material.values()


def test_revoking_what_is_not_there_says_so(folder: Path, cloud: Cloud) -> None:
    for words, told in ((("keys", "revoke", "k99"), "no link key"), (("revoke", "nonsense"), "32 hexadecimal")):
        done = CliRunner().invoke(app, [*words, "--state", str(folder)])
        assert isinstance(done.exception, BadSetting)
        assert told in str(done.exception)


def test_without_a_cloud_it_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["keys", "list", "--state", str(tmp_path / "none")])
    assert isinstance(done.exception, BadSetting)
    assert "claimwire up" in str(done.exception)
