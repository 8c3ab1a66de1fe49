"""What cannot be answered with what was asked for: a line for programs, a page for people, who ask with a browser."""

from __future__ import annotations

from claimwire import render
from claimwire.render import told as pages
from claimwire.web import negotiate
from claimwire.web.message import NOT_FOUND, SANDBOX, TEXT, Reply, Request, with_headers

_OFFERS = ("text/plain", "text/html")  # whoever does not care gets the line


def told(request: Request, reply: Reply) -> Reply:
    """The reply, as a page where it is a line, and the reader prefers HTML."""
    wished = negotiate.media_type(request.headers.get("accept", ""), _OFFERS)
    if reply.status < 400 or reply.headers.get("content-type") != TEXT or wished != "text/html":
        return reply
    page, policy = pages.render(
        pages.Told(
            kind=_kind(reply),
            line=reply.body.decode("utf-8", "replace").strip(),
            language=negotiate.language(request.headers.get("accept-language", ""), pages.spoken()) or "en",
            seconds=int(reply.headers.get("retry-after", "0")),
        )
    )
    return _with(reply, page.encode(), {"content-type": render.HTML, "content-security-policy": f"{policy}; {SANDBOX}"})


def _kind(reply: Reply) -> str:
    """Strangers get one answer here too: it depends on the line alone."""
    if reply == NOT_FOUND:
        return "nothing"
    return "deleted" if reply.status == 410 else "waiting" if "retry-after" in reply.headers else "other"


def _with(reply: Reply, body: bytes, headers: dict[str, str]) -> Reply:
    return with_headers(Reply(status=reply.status, body=body, headers=reply.headers, key=reply.key), headers)
