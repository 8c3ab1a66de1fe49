"""The commands of the local cloud, as a user types them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bench.structure import ROOT
from claimwire.commands import handbook
from claimwire.local import deploy
from claimwire.models import Digest, Notice
from tests.cloud import aws, get, until

pytestmark = pytest.mark.timeout(600)


def claimwire(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimwire", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=300)


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("commands")
    try:
        yield str(folder)
    finally:
        deploy.down(folder, purge=True)


@pytest.fixture(scope="module")
def up(state: str) -> str:
    done = claimwire("up", "--state", state, "--to", "pt,en")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_up_prints_the_endpoints_and_lines_to_copy(up: str, state: str) -> None:
    lines = dict(line.split(maxsplit=1) for line in up.splitlines() if line)
    assert lines["endpoint"].startswith("http://127.0.0.1:")
    assert {"articles", "results", "topic", "api", "upload:", "subscribe:", "fetch:"} <= lines.keys()
    assert lines["upload:"].endswith(f"upload --state {state} examples/grain-corridor.en.html")
    assert "?k=k1." in lines["fetch:"]


def test_upload_prints_urls_that_hold_before_there_are_results(up: str, state: str) -> None:
    done = claimwire("upload", "--state", state, "--key", "a/b c.html", "examples/grain-corridor.en.html")
    urls = done.stdout.split()
    assert [url.split("?")[0].rpartition("/")[2] for url in urls] == ["digest.pt.html", "digest.en.html", "digest.json"]
    until(lambda: get(urls[-1]).status == 200, "the results are there")
    digest = msgspec.json.decode(get(urls[-1]).body, type=Digest)
    assert digest.source.key == "a/b c.html"
    assert get(urls[0]).status == 200


def test_of_several_files_each_url_stands_after_its_key(up: str, state: str) -> None:
    done = claimwire("upload", "--state", state, "examples/dam-closure.es.txt", "examples/battery-plant.zh.txt")
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [
        *["dam-closure.es.txt"] * 3,
        *["battery-plant.zh.txt"] * 3,
    ]
    assert all("/latest/" in line.split("\t")[1] for line in done.stdout.splitlines())


def test_the_local_cloud_says_that_it_sends_no_mail(up: str, state: str) -> None:
    done = claimwire("subscribe", "email", "desk@example.org", "--state", state)
    assert "sends no mail: `claimwire notices`" in done.stderr


def test_notices_prints_each_as_a_line_until_interrupted(up: str, state: str) -> None:
    command = [sys.executable, "-m", "claimwire", "notices", "--state", state]
    interruptible = partial(
        signal.signal, signal.SIGINT, signal.SIG_DFL
    )  # what a shell starts in the background is not
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        preexec_fn=interruptible,  # noqa: PLW1509 - it sets a signal and nothing else
    ) as listening:  # fmt: skip
        try:
            assert listening.stdout is not None
            assert listening.stderr is not None
            assert listening.stderr.readline().startswith("waiting")
            claimwire("upload", "--state", state, "--key", "heard.txt", "examples/railway-strike.ru.txt")
            assert msgspec.json.decode(listening.stdout.readline(), type=Notice).key == "heard.txt"
            listening.send_signal(signal.SIGINT)
            assert listening.wait(60) == 0
        finally:
            listening.kill()


def asked(*words: str, state: str) -> list[dict[str, Any]]:
    """The records that a command prints with --json, each of the shape that docs/commands.md promises."""
    done = claimwire(*words, "--state", state, "--json")
    assert done.returncode in (0, 1), done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    path = " ".join(words[:2]) if " ".join(words[:2]) in handbook.shapes() else words[0]
    for record in records:
        assert list(record) == handbook.shapes()[path]["fields"]
    return records


def test_the_json_of_commands_about_a_cloud_is_as_promised(up: str, state: str) -> None:
    (cloud,) = asked("up", state=state)
    (status,) = asked("status", state=state)
    assert {"endpoint", "articles", "results", "topic", "api"} <= {
        name for name in cloud if cloud[name] == status.get(name)
    }
    (exports,) = asked("env", state=state)
    assert exports["AWS_ENDPOINT_URL"] == cloud["endpoint"]
    (link,) = asked("link", "list", "pt", state=state)
    assert link["url"].startswith(cloud["api"])
    assert "/feed" in asked("link", "feed", "pt", "--days", "3", state=state)[0]["url"]
    (key,) = asked("keys", "list", state=state)
    (rotated,) = asked("keys", "rotate", state=state)
    assert (key["does"], rotated["mints"]) == ("mints and opens", "k2")
    assert asked("keys", "revoke", "k1", state=state) == [{"revoked": "k1", "open": ["k2"]}]
    (revoked,) = asked("revoke", "0" * 32, state=state)
    assert revoked["links"] == "revoked"
    assert asked("failures", state=state) == []
    (subscription,) = asked("subscribe", "sqs", "newsdesk", "--language", "pt", state=state)
    assert subscription["confirmed"]
    (uploaded,) = asked("upload", "examples/railway-strike.ru.txt", "--key", "ж.txt", state=state)
    assert uploaded["key"] == "ж.txt"


def test_doctor_finds_nothing_in_a_sound_cloud_and_each_planted_fault(up: str, state: str) -> None:
    cloud = deploy.current(Path(state))
    sound = asked("doctor", state=state)
    assert [each for each in sound if each["state"] == "fail"] == []
    told = {(each["check"], each["state"]): each for each in sound}
    assert {(name, "ok") for name in ("credentials", "stack", "rights", "settings", "queues", "subscriptions")} <= {
        *told
    }
    assert {(name, "ok") for name in ("triggers", "concurrency", "limits", "filters")} <= {*told}
    assert "could not be read: " in told["quotas", "warn"]["says"]  # the local cloud has no Service Quotas
    assert "aws service-quotas list-service-quotas" in told["quotas", "warn"]["run"]
    client = aws(cloud, "lambda")
    settings = client.get_function_configuration(FunctionName=cloud.ingest_function)["Environment"]["Variables"]
    broken = settings | {"CLAIMWIRE_TARGETS": "klingon", "CLAIMWIRE_ENGINE": "firefox,deepl"}
    client.update_function_configuration(FunctionName=cloud.ingest_function, Environment={"Variables": broken})
    try:
        found = {(each["check"], each["state"]): each for each in asked("doctor", state=state)}
    finally:
        client.update_function_configuration(FunctionName=cloud.ingest_function, Environment={"Variables": settings})
    assert "unknown language code 'klingon'" in found["settings", "fail"]["says"]
    assert "CLAIMWIRE_DEEPL_KEY" in found["engines of the stack", "fail"]["run"]


def test_doctor_finds_what_keeps_functions_from_running_and_what_it_names_mends_it(up: str, state: str) -> None:
    cloud = deploy.current(Path(state))
    client, name = aws(cloud, "lambda"), cloud.ingest_function
    one, *_ = client.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
    client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    client.update_event_source_mapping(UUID=one["UUID"], Enabled=False)
    try:
        found = {each["check"]: each for each in asked("doctor", state=state) if each["state"] == "fail"}
    finally:
        client.delete_function_concurrency(FunctionName=name)
        client.update_event_source_mapping(UUID=one["UUID"], Enabled=True)
    assert found["concurrency"]["run"] == f"aws lambda delete-function-concurrency --function-name {name}"
    assert found["triggers"]["run"] == f"aws lambda update-event-source-mapping --uuid {one['UUID']} --enabled"
    client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=1)
    try:
        (few,) = (each for each in asked("doctor", state=state) if each["check"] == "concurrency")
    finally:
        client.delete_function_concurrency(FunctionName=name)
    assert few["state"] == "warn"
    assert few["says"].startswith(f"1 functions at once are reserved for {name}, whose queues start up to ")
    assert not [each for each in asked("doctor", state=state) if each["state"] == "fail"]


def test_status_env_and_down(up: str, state: str) -> None:
    assert "0 failed" in claimwire("status", "--state", state).stdout
    exports = claimwire("env", "--state", state).stdout
    assert {line.split("=")[0] for line in exports.splitlines()} == {
        "export AWS_ENDPOINT_URL",
        "export AWS_DEFAULT_REGION",
        "export AWS_ACCESS_KEY_ID",
        "export AWS_SECRET_ACCESS_KEY",
    }
    assert claimwire("down", "--state", state).stdout == "stopped\n"
    assert claimwire("down", "--state", state).stdout == "was not running\n"
    status = claimwire("status", "--state", state)
    assert (status.returncode, status.stderr) == (
        2,
        "claimwire: the local cloud is not up: start it with `claimwire up`\n",
    )


@pytest.mark.parametrize("arguments", [("upload", "README.md"), ("env",), ("status",), ("notices",)])
def test_without_a_cloud_every_command_says_what_to_do(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = claimwire(*arguments, "--state", str(tmp_path / "none"))
    assert done.returncode == 2
    assert done.stderr == "claimwire: the local cloud is not up: start it with `claimwire up`\n"


def test_a_target_that_is_no_language_is_refused_before_anything_starts(tmp_path: Path) -> None:
    done = claimwire("up", "--state", str(tmp_path / "none"), "--to", "klingon")
    assert done.returncode == 2
    assert "unknown language code 'klingon'" in done.stderr
    assert not (tmp_path / "none").exists()
