"""The job core in the local cloud, under the template's roles, with an engine that can be put out of order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from bench import storm
from bench.storm_cloud import Switch, stage, weather
from claimwire import deletion, failures, layout
from claimwire.aws.store import Bucket
from claimwire.aws.table import TableLedger
from claimwire.cli import app
from claimwire.local import mailbox
from claimwire.local.state import Cloud
from claimwire.models import Notice
from claimwire.ports import Ledger
from tests.cloud import aws, notice, snapshot, without
from tests.ledgers import CONTRACT, Hands
from tests.translators.servers.phrases import sentences

pytestmark = pytest.mark.timeout(600)
SWITCH = Switch()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("storm") / "cloud"


@pytest.fixture(scope="module")
def cloud(folder: Path) -> Iterator[Cloud]:
    with stage(folder, SWITCH, MaxReceives="2", VisibilityTimeout="12") as found:
        yield found


def text(first: int) -> bytes:
    return "\n\n".join(sentences(3, first)).encode()


def uploaded(cloud: Cloud, key: str, body: bytes, event: str, **more: object) -> tuple[Notice, str]:
    """The notice that an upload ends in, and its version's id."""
    with mailbox.subscribed(cloud, {"event": [event]}) as box:
        version = aws(cloud, "s3").put_object(Bucket=cloud.articles_bucket, Key=key, Body=body, **more)["VersionId"]
        return notice(box, key, event), version


def test_a_storm_with_a_dead_engine_loses_nothing_and_does_nothing_twice(cloud: Cloud) -> None:
    plan = storm.planned(40, seed=11)
    wrong, notices = weather(cloud, SWITCH, plan, dead=2, patience=240)
    sent, distinct = SWITCH.paid()
    assert wrong == []
    assert notices >= 38
    assert any(article.poison for article in plan.articles)
    assert any(not article.lives for article in plan.articles)
    assert 0 < sent <= 1.02 * distinct


@pytest.mark.parametrize("clause", CONTRACT, ids=lambda clause: clause.__name__)
def test_the_ledger_in_dynamodb_keeps_to_the_contract(cloud: Cloud, clause: Callable[[Ledger, Hands], None]) -> None:
    clock = Hands()
    clause(TableLedger(cloud.table, aws(cloud, "dynamodb"), clock), clock)


def test_an_upload_narrows_its_settings_by_metadata_and_tags(cloud: Cloud) -> None:
    found, _ = uploaded(
        cloud,
        "wish/a.txt",
        text(70_000),
        "digest.ready",
        Metadata={"claimwire-claims": "1"},
        Tagging="claimwire-summary-only=true",
    )
    assert len(found.claims) == 1
    key = layout.file_key(found.article_id, found.version, layout.DIGEST)
    digest = json.loads(Bucket(cloud.results_bucket, aws(cloud, "s3")).get(key) or b"{}")
    assert any(segment is None for segment in digest["translations"][0]["segments"])


def test_metadata_with_nonsense_is_refused_by_name(cloud: Cloud) -> None:
    found, _ = uploaded(
        cloud, "wish/b.txt", text(71_000), "digest.refused", Metadata={"claimwire-targets": "tlh-klingon,,?"}
    )
    assert "claimwire-targets" in (found.reason or "")


def test_an_upload_names_a_registered_glossary_and_no_other(cloud: Cloud, folder: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("term,pt\ncouncil,vereação\n")
    assert "desk: 1 term, added" in command("glossary", folder, "add", "desk", str(words))
    assert command("glossary", folder, "list").startswith("desk\t1\t")
    council = b"The council spent 81 pounds on bridge 82.\n\nThe council spent 83 pounds on bridge 84.\n"
    found, _ = uploaded(cloud, "words/a.txt", council, "digest.ready", Metadata={"claimwire-glossary": "desk"})
    key = layout.file_key(found.article_id, found.version, layout.DIGEST)
    assert "vereação" in (Bucket(cloud.results_bucket, aws(cloud, "s3")).get(key) or b"").decode()
    found, _ = uploaded(cloud, "words/b.txt", council, "digest.refused", Metadata={"claimwire-glossary": "dsek"})
    assert "there is no glossary 'dsek'; there are: desk" in (found.reason or "")
    assert "desk is removed" in command("glossary", folder, "remove", "desk")
    assert "desk\t" not in command("glossary", folder, "list")


def test_a_version_deleted_for_good_gives_its_place_back_to_the_one_before(cloud: Cloud) -> None:
    first, _ = uploaded(cloud, "versions/a.txt", text(72_000), "digest.ready")
    second, newer = uploaded(cloud, "versions/a.txt", text(73_000), "digest.updated")
    with mailbox.subscribed(cloud, {"event": ["digest.updated"]}) as box:
        aws(cloud, "s3").delete_object(Bucket=cloud.articles_bucket, Key="versions/a.txt", VersionId=newer)
        again = notice(box, "versions/a.txt")
    assert (again.version, again.id == second.id) == (first.version, False)
    there = {key.split("/")[2] for key in snapshot(cloud) if key.startswith(layout.folder(first.article_id))}
    assert there == {first.version, "latest.json"}


def test_a_legal_hold_keeps_the_results_of_a_deleted_article(cloud: Cloud) -> None:
    s3, key = aws(cloud, "s3"), "held/a.txt"
    s3.put_object_lock_configuration(
        Bucket=cloud.articles_bucket, ObjectLockConfiguration={"ObjectLockEnabled": "Enabled"}
    )
    ready, version = uploaded(cloud, key, text(76_000), "digest.ready")
    where = {"Bucket": cloud.articles_bucket, "Key": key, "VersionId": version}
    s3.put_object_legal_hold(**where, LegalHold={"Status": "ON"})
    with mailbox.subscribed(cloud, {"event": ["digest.deleted"]}) as box:
        s3.delete_object(Bucket=cloud.articles_bucket, Key=key)
        gone = notice(box, key)
    digest = layout.file_key(ready.article_id, ready.version, layout.DIGEST)
    assert gone.reason == deletion.HELD
    assert digest in snapshot(cloud)
    s3.put_object_legal_hold(**where, LegalHold={"Status": "OFF"})
    invoked(cloud, {"bucket": cloud.articles_bucket, "key": key})
    assert digest not in snapshot(cloud)


def test_an_archived_upload_is_refused_with_what_to_do(cloud: Cloud) -> None:
    found, _ = uploaded(cloud, "cold/a.txt", text(77_000), "digest.refused", StorageClass="GLACIER")
    assert "archive class" in (found.reason or "")


def invoked(cloud: Cloud, event: dict[str, str]) -> object:
    """What a direct invocation is answered."""
    payload = json.dumps(event).encode()
    return json.loads(
        aws(cloud, "lambda").invoke(FunctionName=cloud.ingest_function, Payload=payload)["Payload"].read()
    )


def test_a_direct_invocation_names_a_key_and_is_told_what_came_of_it(cloud: Cloud) -> None:
    uploaded(cloud, "direct/a b.txt", text(74_000), "digest.ready")
    repeated = invoked(cloud, {"bucket": cloud.articles_bucket, "key": "direct/a b.txt"})
    assert repeated == [{"key": "direct/a b.txt", "action": "repeated"}]
    foreign = msgspec.convert(invoked(cloud, {"bucket": "somebody-elses", "key": "a"}), dict[str, object])
    assert "an event of bucket 'somebody-elses'" in str(foreign["errorMessage"])


def test_an_article_out_of_reach_fails_with_its_reason_and_is_redriven(cloud: Cloud, folder: Path) -> None:
    with without(cloud, cloud.ingest_function, "s3:GetObjectVersion"):
        failed, _ = uploaded(cloud, "denied/a.txt", text(75_000), "digest.failed")
    assert "403" in (failed.reason or "")
    assert f"denied/a.txt\t{failed.reason}" in command("failures", folder)
    assert "denied/a.txt" in command("redrive", folder, "--dry-run", "denied/a.txt")
    with mailbox.subscribed(cloud, {"event": ["digest.ready"]}) as box:
        command("redrive", folder, "denied/a.txt")
        notice(box, "denied/a.txt")
    assert "denied/a.txt" not in command("failures", folder)


def command(name: str, folder: Path, *words: str) -> str:
    """What a command of ours prints."""
    done = CliRunner().invoke(app, [name, *words, "--state", str(folder)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_strays_can_be_sent_again_and_come_back(cloud: Cloud) -> None:
    results = Bucket(cloud.results_bucket, aws(cloud, "s3"))
    before = {one.id for one in failures.listed(results)}
    assert before
    with mailbox.subscribed(cloud, {"event": ["digest.failed"]}) as box:
        for one in failures.listed(results):
            aws(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody=one.body)
            failures.clear(results, one.id)
        again = {notice(box, "").article_id for _ in before}
    assert again == before
