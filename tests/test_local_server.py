"""ministack as we run it: alone on the loopback address, with its port, keys and state kept, and gone when stopped."""

import contextlib
import os
import socket
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimwire.errors import BadSetting, TryLater
from claimwire.local import checkout, install, process, server, state
from claimwire.local.clients import client
from claimwire.local.state import Folder, Server

REQUIREMENTS = checkout.find().ministack
LINUX = pytest.mark.skipif(not Path("/proc/net/tcp").is_file(), reason="reads /proc")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    venv = tmp_path_factory.mktemp("installed") / "ministack"
    install.ministack(venv, REQUIREMENTS, state.silent)
    return venv


@pytest.fixture
def folder(tmp_path: Path, installed: Path) -> Iterator[Folder]:
    made = Folder(tmp_path / "cloud")
    made.make()
    made.venv.symlink_to(installed)
    yield made
    server.stop(made)


def group_is_empty(group: int) -> bool:
    """Whether nobody is left; the dead count until whoever inherited them has buried them, which takes a moment."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        if Path("/proc/self/stat").is_file() and all(each == "Z" for each in fates(group)):
            return True
        time.sleep(0.05)
    return False


def fates(group: int) -> Iterator[str]:
    """The state of each process of a group; Z is dead and not yet buried."""
    for told in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fate, _, its_group = told.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group:
                yield fate


def targets_of(descriptors: Path) -> Iterator[str]:
    for link in descriptors.iterdir():
        with contextlib.suppress(FileNotFoundError):  # closed since it was listed
            yield str(link.readlink())


def pid_of(running: Server) -> int:
    assert running.pid is not None
    return running.pid


def test_stop_leaves_no_process_and_no_temporary_file(folder: Folder) -> None:
    pid = pid_of(server.start(folder, REQUIREMENTS))
    assert process.started(pid) is not None
    assert server.stop(folder) is True
    assert process.started(pid) is None
    assert group_is_empty(pid)
    assert list(folder.temporary.iterdir()) == []
    assert server.running(folder) is None
    assert server.stop(folder) is False


def test_second_start_finds_the_first(folder: Folder) -> None:
    assert server.start(folder, REQUIREMENTS) == server.start(folder, REQUIREMENTS)


def test_port_keys_and_state_are_kept(folder: Folder) -> None:
    first = server.start(folder, REQUIREMENTS)
    client(first, "s3").create_bucket(Bucket="kept", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    client(first, "s3").put_object(Bucket="kept", Key="a", Body=b"b")
    queue = client(first, "sqs").create_queue(QueueName="kept")["QueueUrl"]
    server.stop(folder)
    second = server.start(folder, REQUIREMENTS)
    assert (second.port, second.access_key, second.secret_key) == (first.port, first.access_key, first.secret_key)
    assert second.pid != first.pid
    assert client(second, "s3").get_object(Bucket="kept", Key="a")["Body"].read() == b"b"
    assert client(second, "sqs").list_queues()["QueueUrls"] == [queue]
    assert queue.startswith(second.endpoint)


def test_strangers_keys_and_no_keys_are_refused(folder: Folder) -> None:
    from botocore.exceptions import ClientError

    running = server.start(folder, REQUIREMENTS)
    stranger = Server(port=running.port, access_key="AKIAAAAAAAAAAAAAAAAA", secret_key="x")
    with pytest.raises(ClientError, match=r"InvalidAccessKeyId|InvalidClientTokenId|UnrecognizedClient"):
        client(stranger, "s3").list_buckets()
    assert running.access_key != server._new_server().access_key


@LINUX
def test_only_the_loopback_address_is_listened_on(folder: Folder) -> None:
    running = server.start(folder, REQUIREMENTS)
    descriptors = Path(f"/proc/{running.pid}/fd")
    sockets = {target[8:-1] for target in targets_of(descriptors) if target.startswith("socket:[")}
    rows = [
        line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    ]
    listening = {row[1] for row in rows if row[3] == "0A" and row[9] in sockets}  # 0A is LISTEN, 9 the inode: proc(5)
    loopback = f"{socket.htonl(0x7F000001):08X}"
    assert listening == {f"{loopback}:{running.port:04X}"}


@LINUX
def test_server_sees_nothing_of_the_callers_environment(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "somebody")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    pid = pid_of(server.start(folder, REQUIREMENTS, extra={"HTTPS_PROXY": "http://127.0.0.1:9"}))
    names = {entry.partition("=")[0] for entry in Path(f"/proc/{pid}/environ").read_text().split("\0")}
    assert {"AWS_PROFILE", "PYTHONPATH", "USER"} & names == set()
    assert {"AUTH", "TMPDIR", "HTTPS_PROXY"} <= names


def test_keys_are_for_the_owners_eyes(folder: Folder) -> None:
    server.start(folder, REQUIREMENTS)
    assert stat.S_IMODE(folder.server.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.log.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_taken_port_is_named_and_the_other_program_left_alone(folder: Folder) -> None:
    with socket.socket() as other:
        other.bind((server.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        state.write(folder.server, Server(port=port, access_key="AKIAA", secret_key="s"))
        with pytest.raises(BadSetting, match=f"port {port} is taken by another program"):
            server.start(folder, REQUIREMENTS)


def test_reused_process_id_is_not_taken_for_the_server(folder: Folder) -> None:
    state.write(folder.server, Server(port=1, access_key="A", secret_key="s", pid=os.getpid(), started="long ago"))
    assert server.running(folder) is None
    assert server.stop(folder) is False


def test_server_that_ends_at_once_is_reported_with_its_log(tmp_path: Path, installed: Path) -> None:
    folder = Folder(tmp_path)
    (folder.venv / "bin").mkdir(parents=True)
    (folder.venv / "installed").write_text((installed / "installed").read_text())
    (folder.venv / "bin/python").symlink_to(sys.executable)  # an interpreter that knows no ministack
    with pytest.raises(TryLater, match="No module named ministack"):
        server.start(folder, REQUIREMENTS)
    assert server.running(folder) is None


def test_packages_that_cannot_be_fetched_are_reported(tmp_path: Path) -> None:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("./nothing-here.whl\n")
    with pytest.raises(TryLater, match=r"could not install the local cloud: [^;]*nothing-here.*: see to the network"):
        install.ministack(tmp_path / "venv", requirements, state.silent)
    assert not (tmp_path / "venv/installed").exists()


def test_records_of_another_release_are_forgotten(tmp_path: Path) -> None:
    record = tmp_path / "server.json"
    record.write_text('{"port": "many"}')
    assert state.read(record, Server) is None
    assert state.read(tmp_path / "none.json", Server) is None
