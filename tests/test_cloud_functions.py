"""The functions under exactly their roles, where without any one statement something breaks; and under Lambda's own runtime."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.storm_cloud import Switch, stage
from claimwire import layout
from claimwire.local import checkout, clients, deploy, mailbox
from claimwire.local.state import Cloud
from infra import emulator
from tests import emf
from tests.cloud import aws, counts, notice, snapshot, upload
from tests.emulator import Runtime, running
from tests.rights import (
    ACCOUNT,
    allowed,
    asked,
    physical,
    queued,
    restarted,
    statements,
    unplugged,
    uploaded,
    without_right,
)
from tests.rights_probes import dead_letter
from tests.rights_table import TABLE, Row, Simulated
from tests.translators.servers import libre
from tests.translators.servers.serving import HANGS, serving

pytestmark = pytest.mark.timeout(600)
SWITCH = Switch()
OPTIONS = {
    "Engine": "libre,firefox",
    "EventBus": "default",
    "Models": "rights-models/kept",
    "Encryption": "kms",
    "Tracing": "true",
    "UploadPage": "upload",
}
EVERY = sorted(set(statements()))


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    """A stack with every option that brings a right of its own."""
    folder = tmp_path_factory.mktemp("rights") / "cloud"
    with stage(folder, SWITCH, **OPTIONS) as found:
        s3, here = aws(found, "s3"), {"LocationConstraint": found.region}
        s3.create_bucket(Bucket="rights-models", CreateBucketConfiguration=here)
        s3.put_object(Bucket="rights-models", Key="kept/models.json", Body=b"{}")
        secret = '{"CLAIMWIRE_MYMEMORY_EMAIL": "desk@example.org"}'
        arn = aws(found, "secretsmanager").create_secret(Name="engines", SecretString=secret)["ARN"]
        deploy.up(folder, {"EngineSecret": arn})
        unplugged(found)
        yield found


def test_every_statement_has_a_row_and_every_row_a_statement() -> None:
    assert set(TABLE) == set(EVERY), "say in tests/rights_table.py what breaks without a statement"
    assert len(EVERY) == len(list(statements())), "two statements of a role have one Sid"


@pytest.mark.parametrize(("role", "sid"), EVERY, ids=[f"{role}-{sid}" for role, sid in EVERY])
def test_without_a_statement_something_breaks(cloud: Cloud, role: str, sid: str) -> None:
    row = TABLE[role, sid]
    if isinstance(row, Simulated):
        simulated(cloud, role, sid, row)
    else:
        felt(cloud, role, sid, row)


def felt(cloud: Cloud, role: str, sid: str, row: Row) -> None:
    (SWITCH.dead.set if row.dead else SWITCH.dead.clear)()
    if row.cold:
        restarted(cloud, row.cold)
    with without_right(cloud, role, sid):
        broken = row.probe(cloud)
    assert row.denied in broken, broken
    assert any(word in broken for word in ("AccessDenied", "403", "not authorized")), broken
    mended = row.probe(cloud)
    assert row.works in mended, mended


def shown(cloud: Cloud, logical: str) -> str:
    """What an ARN has of a resource: its name, and of a queue's URL the end."""
    name = physical(cloud, logical).rpartition("/")[2]
    return f"arn:aws:kms:{cloud.region}:{ACCOUNT}:key/{name}" if logical == "Key" else name


def simulated(cloud: Cloud, role: str, sid: str, row: Simulated) -> None:
    resource = re.sub(r"\{(\w+)\}", lambda named: shown(cloud, named[1]), row.resource)
    with without_right(cloud, role, sid):
        assert allowed(cloud, role, row.actions, resource) == set()
    assert allowed(cloud, role, row.actions, resource) == set(row.actions)


@pytest.mark.parametrize("queue", ["BackfillQueue", "UploadsQueue"])
def test_what_was_killed_after_progress_goes_back_to_the_queue_where_it_was_tried_and_is_not_told_of(
    cloud: Cloud, queue: str
) -> None:
    where, archives = uploaded(cloud), physical(cloud, "BackfillQueue")
    before, letter = counts(cloud, archives), dead_letter(cloud, where, physical(cloud, queue).rpartition("/")[2])
    assert asked(cloud, "failed", letter) == "null"
    assert counts(cloud, archives) - before == (queue == "BackfillQueue")
    assert f"failed/{layout.article_id(**where)}.json" not in snapshot(cloud)


@pytest.fixture(scope="module")
def code(cloud: Cloud, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the stack runs, unpacked."""
    folder = tmp_path_factory.mktemp("code")
    with zipfile.ZipFile(checkout.find().builds / cloud.code_key) as zipped:
        zipped.extractall(folder)
    return folder


@contextmanager
def runtime(cloud: Cloud, code: Path, tmp_path: Path, timeout: int = 120, **settings: str) -> Iterator[Runtime]:
    """The ingest function in Lambda's runtime, told what the deployed one is told."""
    if not emulator.BINARY.is_file():
        pytest.skip("Lambda's runtime emulator is not here: python -m infra.emulator fetches it")
    told = aws(cloud, "lambda").get_function_configuration(FunctionName=cloud.ingest_function)["Environment"]
    own = {"CLAIMWIRE_ENGINE": "firefox", "CLAIMWIRE_FIREFOX_MODELS": "", "NO_PROXY": "127.0.0.1"}
    environment = told["Variables"] | clients.environment(cloud) | own | settings
    with running(code, "functions.ingest.handler", environment, tmp_path / "log", timeout) as found:
        yield found


def s3_event(cloud: Cloud, key: str) -> dict[str, Any]:
    body = {"eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": cloud.articles_bucket}, "object": {"key": key}}}
    return queued({"Records": [body]})


ENGLISH = b"Ferry service resumes\n\nThe ferry line said on Monday that boats would sail again from Tuesday morning.\n"


def test_the_package_runs_under_lambda_s_own_runtime(cloud: Cloud, code: Path, tmp_path: Path) -> None:
    upload(cloud, "runtime/a.txt", ENGLISH)
    with mailbox.subscribed(cloud) as box, runtime(cloud, code, tmp_path) as lambda_:
        assert lambda_.invoke(s3_event(cloud, "runtime/a.txt")) == [{"key": "runtime/a.txt", "action": "done"}]
        found = notice(box, "runtime/a.txt", "digest.ready")
        assert lambda_.invoke(s3_event(cloud, "runtime/a.txt")) == [{"key": "runtime/a.txt", "action": "repeated"}]
        first, second = (emf.of_stack(line, "claimwire") for line in emf.lines(lambda_.log))
    assert layout.file_key(found.article_id, found.version, layout.DIGEST) in snapshot(cloud)
    assert (first["Articles"], first["Languages"], first["CostUSD"]) == (1, 1, 0)
    assert "Articles" not in second


def test_a_job_whose_engine_hangs_ends_before_lambda_ends_it(cloud: Cloud, code: Path, tmp_path: Path) -> None:
    upload(cloud, "runtime/slow.txt", ENGLISH)
    with serving(lambda call: HANGS if call.path == "/translate" else libre.speak(call)) as server:
        engine = {
            "CLAIMWIRE_ENGINE": "libre",
            "CLAIMWIRE_LIBRE_URL": server.url,
            "CLAIMWIRE_LIBRE_KEY": libre.KEY,
        }
        with runtime(cloud, code, tmp_path, 15, **engine) as lambda_:
            assert lambda_.invoke(queued({"Service": "Amazon S3", "Event": "s3:TestEvent"})) == []  # awake
            ended = lambda_.invoke(s3_event(cloud, "runtime/slow.txt"))
        assert server.calls
    assert ended == [{"key": "runtime/slow.txt", "action": "later"}]


def test_a_job_that_lambda_ends_before_its_notice_is_announced_by_the_next(
    cloud: Cloud, code: Path, tmp_path: Path
) -> None:
    upload(cloud, "runtime/killed.txt", ENGLISH)
    delivered = s3_event(cloud, "runtime/killed.txt")
    with mailbox.subscribed(cloud) as box:
        with (
            serving(lambda _: HANGS) as topic,
            runtime(cloud, code, tmp_path, 10, AWS_ENDPOINT_URL_SNS=topic.url) as lambda_,
        ):
            assert lambda_.invoke(delivered) == "Task timed out after 10.00 seconds"
        time.sleep(3)  # the lease of a run ends two seconds after Lambda ended it
        with runtime(cloud, code, tmp_path) as lambda_:
            [again] = lambda_.invoke(delivered)
        assert notice(box, "runtime/killed.txt").event == "digest.ready"
    assert again in [{"key": "runtime/killed.txt", "action": action} for action in ("adopted", "done")]
