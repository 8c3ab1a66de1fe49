"""A door between the workers of the local cloud and all that they ask for: it sees each request, and may kill who asks."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

from bench.callers import caller, hung_up
from bench.steps import Step, step
from claimwire.local.state import Folder, Server, read

Moment = Literal["before", "during", "after", "later"]
"""The request never arrives; it may arrive; it arrives, and its answer never comes; its answer comes."""
MOMENTS: tuple[Moment, ...] = ("before", "during", "after", "later")


@dataclass(frozen=True)
class Kill:
    """A worker is to die at this step, ``delay`` seconds into the moment."""

    moment: Moment
    delay: float = 0.0


@dataclass
class Again:
    """A rule: the workers of one article die at this step, so many times, the first ``skipped`` let through."""

    key: str
    name: str
    kill: Kill
    times: int
    done: int = 0
    skipped: int = 0

    def __call__(self, key: str, step: Step) -> Kill | None:
        """One more, if any is left."""
        if (key, step.name) != (self.key, self.name) or self.done == self.times:
            return None
        if self.skipped:
            self.skipped -= 1
            return None
        self.done += 1
        return self.kill


@dataclass
class Door:
    """``rule`` says of a step of an article's jobs (key, step) whether its worker dies; ``look`` sees each step first."""

    folder: Folder
    articles: str = ""
    engine: str = ""
    rule: Callable[[str, Step], Kill | None] = lambda *_: None
    look: Callable[[Step], None] = lambda _: None
    steps: dict[str, list[str]] = field(default_factory=dict)
    kills: list[tuple[str, str, Kill]] = field(default_factory=list)
    cut: list[bytes] = field(default_factory=list)
    """Requests to the engine whose answers nobody waited for any more."""
    _at: dict[int, str] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def server(self) -> Server:
        """The local cloud's own server, which may have been started after this door."""
        found = read(self.folder.server, Server)
        if found is None:
            raise ConnectionError("the local cloud is not there yet")
        return found

    def judged(self, pid: int | None, seen: Step) -> Kill | None:
        """Note a worker's step; how it is to die, if it is."""
        if pid is None:
            return None
        self.look(seen)
        with self._lock:
            key = self._at[pid] = seen.key or self._at.get(pid, "")
            if not key:
                return None
            self.steps.setdefault(key, []).append(seen.name)
            kill = self.rule(key, seen)
            if kill:
                self.kills.append((key, seen.name, kill))
                del self._at[pid]
            return kill


class _Handler(BaseHTTPRequestHandler):
    server: _Listener
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    _pid: int | None = None

    def _pass(self) -> None:
        door, headers = self.server.door, {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        if self._pid is None:
            self._pid = caller(self.client_address[1], door.server().pid)
        pid, kill = self._pid, door.judged(self._pid, step(self.command, self.path, headers, body, door.articles))
        if kill is None or pid is None:
            self._answer(self._asked(body))
            return
        self.close_connection = True
        if kill.moment == "before":
            _kill(pid, kill.delay)
            return
        if kill.moment == "during":
            threading.Thread(target=_kill, args=(pid, kill.delay)).start()
        answer = self._asked(body)
        if kill.moment == "after":
            _kill(pid, kill.delay)
        if kill.moment == "later":
            threading.Thread(target=_kill, args=(pid, kill.delay)).start()
        with contextlib.suppress(OSError):  # who asked is dead
            self._answer(answer)

    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = _pass  # noqa: N815 - the names that http.server looks for

    def _asked(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        door = self.server.door
        engine = self.path in ("/languages", "/translate")
        port = int(door.engine.rpartition(":")[2]) if engine else door.server().port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in ("expect", "connection"):  # this leg's own affairs, and not signed
                    connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            found = answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()
        if engine and hung_up(self.connection):
            door.cut.append(body)
        return found

    def _answer(self, answer: tuple[int, list[tuple[str, str]], bytes]) -> None:
        status, headers, body = answer
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        length = next((value for name, value in headers if name.lower() == "content-length"), "0")
        self.send_header("Content-Length", length if self.command == "HEAD" else str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing to stderr."""


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, door: Door) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.door = door

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hung up may be dead: no error."""


@contextlib.contextmanager
def opened(door: Door) -> Iterator[str]:
    """The door's address, for as long as the context lasts."""
    with _Listener(door) as listener:
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.server_port}"
        finally:
            listener.shutdown()
            thread.join()


def _kill(pid: int, delay: float) -> None:
    time.sleep(delay)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
