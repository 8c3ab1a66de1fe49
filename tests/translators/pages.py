"""A server on 127.0.0.1 that speaks as translate.google.com/m does."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Answer = Callable[["Handler", str], None]


def mark(text: str) -> str:
    """A translation that can be traced to its source: the words backwards, in brackets."""
    return f"[{' '.join(reversed(text.split()))}]"


def translated(handler: Handler, text: str) -> None:
    handler.page(mark(text))


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(url.query, keep_blank_values=True).items()}
        with self.server.lock:
            self.server.asked.append((query["sl"], query["tl"], query["q"]))
            self.server.longest = max(self.server.longest, len(url.query))
        self.server.answer(self, query["q"])

    def page(self, translation: str) -> None:
        self.send(200, f'<html><div class="result-container">{html.escape(translation)}</div></html>')

    def send(self, status: int, body: str, **headers: str) -> None:
        data = body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", "text/html; charset=UTF-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing to stderr."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.asked: list[tuple[str, str, str]] = []
        self.longest = 0
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/m"


@contextmanager
def serving(answer: Answer = translated) -> Iterator[Server]:
    server = Server(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
