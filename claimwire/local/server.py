"""ministack, started on the loopback address and stopped."""

from __future__ import annotations

import base64
import http.client
import os
import secrets
import shutil
import socket
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from claimwire.errors import BadSetting, TryLater
from claimwire.local import install, process, state
from claimwire.local.state import Folder, Say, Server

HOST = "127.0.0.1"
START_SECONDS = 60
STOP_SECONDS = 30  # it writes its state to disk; measured 0.4 s with the code of both functions in it


def running(folder: Folder) -> Server | None:
    """The server of this folder, if it runs."""
    server = state.read(folder.server, Server)
    return server if server is not None and process.runs(server.pid, server.started) else None


def start(
    folder: Folder, requirements: Path, say: Say = state.silent, extra: Mapping[str, str] | None = None
) -> Server:
    """The server of this folder, started where it does not run, on the port and with the keys that it had before.

    Args:
        folder: where its state is kept.
        requirements: ministack and all it needs, with exact versions.
        say: told what takes time.
        extra: more environment for server and functions, such as a proxy.

    Raises:
        BadSetting: its port is taken by another program.
        TryLater: it could not be installed, or does not answer.
    """
    folder.make()
    found = running(folder)
    if found is not None:
        return found
    python = install.ministack(folder.venv, requirements, say)
    server = state.read(folder.server, Server) or _new_server()
    _refuse_taken_port(server.port)
    _empty(folder.temporary)
    say("starting the local cloud")
    environment = {**(extra or {}), **_environment(folder, server)}
    # -I: neither the current folder nor the caller's PYTHONPATH may reach the server
    pid = process.spawn([str(python), "-I", "-m", "ministack"], environment, folder.log)
    server = msgspec.structs.replace(server, pid=pid, started=process.started(pid))
    state.write(folder.server, server)
    _await_answer(folder, server)
    return server


def stop(folder: Folder) -> bool:
    """Stop the server and all it started, and remove its temporary files; whether there was anything to stop."""
    server = running(folder)
    if server is not None and server.pid is not None and server.started is not None:
        process.stop(server.pid, server.started, STOP_SECONDS)
        state.write(folder.server, msgspec.structs.replace(server, pid=None, started=None))
    _empty(folder.temporary)
    return server is not None


def _new_server() -> Server:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    key = base64.b32encode(secrets.token_bytes(10)).decode()
    return Server(port=port, access_key=f"AKIA{key}", secret_key=secrets.token_urlsafe(30))


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise BadSetting(
                f"port {port} is taken by another program, and stored URLs name it: stop that program, or remove this "
                "local cloud with its state and start anew"
            )


def _environment(folder: Folder, server: Server) -> dict[str, str]:
    """All that the server sees; functions inherit it, so nothing of the user's own environment is in it."""
    return {
        "PATH": os.defpath,
        "HOME": str(folder.home),
        "TMPDIR": str(folder.temporary),
        "BIND_HOST": HOST,
        "NO_PROXY": HOST,  # a proxy given for the internet must not be asked for this server
        "MINISTACK_HOST": HOST,  # the host in queue URLs; "localhost" may mean ::1, where nobody listens
        "GATEWAY_PORT": str(server.port),
        "MINISTACK_REGION": server.region,
        "AUTH": "true",
        "AWS_ACCESS_KEY_ID": server.access_key,
        "AWS_SECRET_ACCESS_KEY": server.secret_key,
        "PERSIST_STATE": "1",
        "STATE_DIR": str(folder.state),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(folder.objects),
        "LAMBDA_EXECUTOR": "local",
        "DOCKER_HOST": "unix:///nonexistent",  # else it looks for containers to remove at start and stop
        "IOT_MTLS_ENABLED": "0",  # these two would listen on ports of their own
        "SFTP_ENABLED": "0",
    }


def _await_answer(folder: Folder, server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.runs(server.pid, server.started):
        if _answers(server.port):
            return
        time.sleep(0.05)
    tail = folder.log.read_text(errors="replace").strip()[-600:]
    stop(folder)
    raise TryLater(f"the local cloud does not answer on port {server.port}; the end of its log:\n{tail}")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_ministack/ready")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
