"""A receiver of notices over HTTP: ``python examples/webhook_receiver.py TOPIC_ARN [PORT]``.

It listens on the loopback address: put it behind your own HTTPS, and subscribe with `claimwire subscribe https URL`.
"""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from claimwire.errors import Refused
from claimwire.models import Notice
from claimwire.webhook import Receiver

MAX_BODY = 600_000


class Handler(BaseHTTPRequestHandler):
    """Prints who claims what; 403 for whatever did not come from the topic."""

    receiver: Receiver
    seen: set[str]

    def do_POST(self) -> None:
        """One message."""
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(min(length, MAX_BODY + 1))
        try:
            notice = self.receiver.receive(body)
        except Refused as refusal:
            self.send_error(403, str(refusal))
            return
        if notice and notice.id not in self.seen:  # a repeat carries the same id
            self.seen.add(notice.id)
            show(notice)
        self.send_response(200)
        self.end_headers()


def show(notice: Notice) -> None:
    """One notice on standard output."""
    print(f"{notice.event}: {notice.title or notice.key}", flush=True)
    for claim in notice.claims:
        print(f"  - {claim}", flush=True)


def serve(receiver: Receiver, port: int) -> HTTPServer:
    """A server that is ready to listen."""
    handler = type("Bound", (Handler,), {"receiver": receiver, "seen": set()})
    return HTTPServer(("127.0.0.1", port), handler)


if __name__ == "__main__":
    serve(Receiver(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 8080).serve_forever()
