"""``claimwire doctor``: a line for each thing looked at, and for each planted fault what to run."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import msgspec
import pytest
from botocore.stub import Stubber

from claimwire.aws import examined_state
from claimwire.aws.deployment import Deployment
from claimwire.checkup import findings
from claimwire.findings import Finding, ok
from claimwire.local.state import Folder, Server
from tests.test_cli import Run, claimwire, home

__all__ = ["claimwire", "home"]


def found(output: str) -> dict[str, list[dict[str, str]]]:
    by_check: dict[str, list[dict[str, str]]] = {}
    for line in output.splitlines():
        record = json.loads(line)
        by_check.setdefault(record["check"], []).append(record)
    return by_check


def failing(output: str) -> list[dict[str, str]]:
    return [each for records in found(output).values() for each in records if each["state"] == "fail"]


def test_a_sound_machine_has_nothing_to_mend(claimwire: Run) -> None:
    done = claimwire("doctor", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    checks = found(done.stdout)
    assert {"python", "extras", "disk", "memory", "engine", "local cloud"} == set(checks)
    (firefox,) = (each for each in checks["engine"] if each["says"].startswith("firefox"))
    assert firefox["state"] == "ok"
    assert "from English into pt" in firefox["says"]
    assert all(each["run"] for records in checks.values() for each in records if each["state"] != "ok")


def test_people_get_a_line_each_and_what_to_run_below_it(claimwire: Run) -> None:
    done = claimwire("doctor", "--engine", "deepl")
    assert done.returncode == 1
    assert done.stderr == "1 to mend\n"
    lines = done.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("fail  engine: deepl cannot be used"))
    assert lines[at + 1] == "      run: set CLAIMWIRE_DEEPL_KEY"
    quiet = claimwire("doctor", "--engine", "deepl", "--quiet")
    assert (quiet.returncode, quiet.stdout.splitlines()) == (1, lines[at : at + 2])


def test_a_damaged_memory_is_found(claimwire: Run, tmp_path: Path) -> None:
    file = tmp_path / "cache" / "claimwire" / "memory.sqlite"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"this is no database, whatever its name says " * 99)
    (fault,) = failing(claimwire("doctor", "--json").stdout)
    assert fault["check"] == "memory"
    assert fault["run"].startswith(f"mv {file}")


def test_a_port_that_another_program_took_is_found(claimwire: Run, tmp_path: Path) -> None:
    state = Folder(tmp_path / "cloud")
    state.make()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = Server(port=port, access_key="a", secret_key="b", pid=1, started="long ago")
        state.server.write_bytes(msgspec.json.encode(server))
        (fault,) = failing(claimwire("doctor", "--json", "--state", str(state.path)).stdout)
    assert f"port {port} is taken by another program" in fault["says"]
    assert "claimwire up" in fault["run"]
    stopped = found(claimwire("doctor", "--json", "--state", str(state.path)).stdout)["local cloud"]
    assert [(each["state"], each["run"]) for each in stopped] == [("warn", "claimwire up")]


class _Denies(http.server.BaseHTTPRequestHandler):
    """A cloud that knows nobody."""

    def do_POST(self) -> None:
        body = (
            b'<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Code>AccessDenied</Code>'
            b"<Message>not you</Message></Error></ErrorResponse>"
        )
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(403)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name for it
        return


@pytest.fixture
def denying() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Denies) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def keyed(monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    for name in ("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"AWS_EC2_METADATA_DISABLED": "true", "NO_PROXY": "127.0.0.1", **more}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, denying: str) -> None:
    keyed(monkeypatch, **{name: value.replace("DENYING", denying) for name, value in request.param.items()})


KEYS = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "x"}
REGION = {"AWS_DEFAULT_REGION": "eu-west-1"}


@pytest.mark.parametrize(
    ("asked", "run"),
    [
        ({}, "export AWS_REGION="),
        (REGION, "aws configure"),
        (KEYS | REGION | {"AWS_ENDPOINT_URL": "DENYING"}, "let these credentials do GetCallerIdentity"),
    ],
    indirect=["asked"],
    ids=["no region", "no credentials", "denied"],
)
@pytest.mark.usefixtures("asked")
def test_credentials_that_do_not_work_are_said_first(request: pytest.FixtureRequest, run: str) -> None:
    claimwire: Run = request.getfixturevalue("claimwire")
    done = claimwire("doctor", "--stack", "news", "--json")
    assert done.returncode == 1
    first, *others = failing(done.stdout)
    assert first["check"] in ("credentials", "stack")
    assert run in first["run"]
    assert others
    assert "Traceback" not in done.stderr


def test_a_check_that_breaks_is_a_finding_and_the_others_go_on() -> None:
    def breaks() -> Iterator[Finding]:
        yield ok("a", "before")
        raise RuntimeError("unforeseen")

    before, broken, after = findings({"a": breaks, "b": lambda: iter([ok("b", "after")])})
    assert (before.state, broken.state, after.state) == ("ok", "fail", "ok")
    assert "RuntimeError: unforeseen" in broken.says
    assert "claimwire doctor --debug" in broken.run


def stubbed(service: str, *answers: tuple[str, dict[str, Any]]) -> Deployment:
    """A stack whose service gives these answers, each checked by botocore against the service's own model."""
    client: Any = boto3.client(service, region_name="eu-west-1", aws_access_key_id="a", aws_secret_access_key="b")  # type: ignore[call-overload]  # one for all
    stubber = Stubber(client)
    for method, answer in answers:
        stubber.add_response(method, answer)
    stubber.activate()
    return Deployment(
        {"TopicArn": "arn:aws:sns:eu-west-1:000000000000:t", "QueueUrl": "https://sqs/q"}, lambda _: client
    )


def test_who_has_not_confirmed_is_named() -> None:
    known = {"Owner": "000000000000", "Protocol": "email", "TopicArn": "arn:aws:sns:eu-west-1:000000000000:t"}
    there = {**known, "Endpoint": "a@example.org", "SubscriptionArn": "arn:aws:sns:eu-west-1:000000000000:t:1"}
    waits = {**known, "Endpoint": "b@example.org", "SubscriptionArn": "PendingConfirmation"}
    place = stubbed("sns", ("list_subscriptions_by_topic", {"Subscriptions": [there, waits]}))
    pending, confirmed = examined_state.subscriptions(place)
    assert (pending.state, confirmed.says) == ("warn", "1 confirmed")
    assert "b@example.org" in pending.run
