"""A packaged function under Lambda's own runtime interface emulator and client, on the loopback address."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from infra import emulator

_PATH = "/2015-03-31/functions/function/invocations"


class Runtime:
    """One execution environment. It takes one event at a time: the emulator crashes on two."""

    def __init__(self, port: int, log: Path) -> None:
        self._port, self._log = port, log

    def invoke(self, event: object, seconds: float = 120) -> Any:
        """What the function answers; text where the emulator speaks, as of a time-out."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=seconds)
        try:
            connection.request("POST", _PATH, json.dumps(event))
            said = connection.getresponse().read().decode()
        finally:
            connection.close()
        with contextlib.suppress(json.JSONDecodeError):
            return json.loads(said)
        return said

    @property
    def log(self) -> str:
        """What function and emulator wrote so far."""
        return self._log.read_text(errors="replace")


@contextlib.contextmanager
def running(code: Path, handler: str, environment: Mapping[str, str], log: Path, timeout: int) -> Iterator[Runtime]:
    """An environment with the code of a package and nothing else of this machine's, for as long as the context lasts."""
    port, inner = _free_port(), _free_port()
    # Both addresses, and no other option: one that it does not know starts a server on every interface.
    addresses = [
        "--runtime-interface-emulator-address",
        f"127.0.0.1:{port}",
        "--runtime-api-address",
        f"127.0.0.1:{inner}",
    ]
    command = [str(emulator.BINARY), *addresses, sys.executable, "-S", "-m", "awslambdaric", handler]
    given = {
        "PATH": os.defpath,
        "PYTHONPATH": f"{code}:{emulator.CLIENT}",
        "LAMBDA_TASK_ROOT": str(code),
        "AWS_LAMBDA_FUNCTION_TIMEOUT": str(timeout),
        "AWS_LAMBDA_FUNCTION_NAME": "emulated",
        **environment,
    }
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=code, env=given, stdout=out, stderr=out, start_new_session=True)
        try:
            _await(process, port)
            yield Runtime(port, log)
        finally:
            process.terminate()  # it ends the function's process, which has a group of its own
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _await(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the emulator does not listen")
