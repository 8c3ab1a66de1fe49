"""A server for one service: keeps what it was asked, and makes trouble where a test wants it."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Sent:
    """An answer; ``gone``: none, but a reset connection."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    gone: bool = False


Speak = Callable[[Call], Sent]
HANGS = Sent(status=-1)


def said(value: object, status: int = 200, **headers: str) -> Sent:
    kind = {"Content-Type": "application/json; charset=utf-8"}
    body = json.dumps(value, ensure_ascii=False).encode()
    return Sent(status, body, kind | {name.replace("_", "-"): text for name, text in headers.items()})


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self) -> None:
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query, keep_blank_values=True).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        call = Call(self.command, url.path, query, headers, body)
        with self.server.lock:
            self.server.calls.append(call)
        if self.server.closing.wait(self.server.latency):
            return
        self.send(self.server.speak(call))

    def do_GET(self) -> None:
        self.answer()

    def do_HEAD(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def send(self, sent: Sent) -> None:
        if sent is HANGS:
            self.server.closing.wait()
            self.close_connection = True
        elif sent.gone:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
        else:
            lines = {"Content-Length": str(len(sent.body)), **sent.headers}
            head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
            self.wfile.write(f"HTTP/1.1 {sent.status} said\r\n{head}\r\n".encode() + sent.body)

    def log_message(self, *_: object) -> None:
        """Nothing to stderr."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, speak: Speak, latency: float = 0.0) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.speak, self.latency = speak, latency
        self.calls: list[Call] = []
        self.connections = 0
        self.lock = threading.Lock()
        self.closing = threading.Event()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        request.close()  # no polite half-close, which would undo a reset

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has had enough is no error."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextlib.contextmanager
def serving(speak: Speak, latency: float = 0.0) -> Iterator[Server]:
    server = Server(speak, latency)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
