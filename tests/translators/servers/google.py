"""The page translate.google.com/m."""

from __future__ import annotations

import html

from tests.translators.servers.phrases import translated
from tests.translators.servers.serving import Call, Sent


def speak(call: Call) -> Sent:
    if (call.method, call.path) != ("GET", "/m"):
        return Sent(404)
    if len(call.query["q"]) > 5_000:
        return Sent(413)
    page = (
        f'<html><div class="result-container">{html.escape(translated(call.query["q"], call.query["tl"]))}</div></html>'
    )
    return Sent(200, page.encode(), {"Content-Type": "text/html; charset=UTF-8"})
