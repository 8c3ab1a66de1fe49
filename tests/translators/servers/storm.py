"""Bad weather before a service: of a hundred requests 5 are too many, 5 fail, 3 are reset, 2 hang, 2 are answered with garbage."""

from __future__ import annotations

import contextlib
import random
import threading
from collections import Counter
from collections.abc import Callable, Sequence

from claimwire.errors import TryLater
from claimwire.models import Translated
from claimwire.translators.chain import Chain
from tests.translators.servers import SERVICES
from tests.translators.servers.serving import HANGS, Call, Sent, said

_RATES = {"429": 0.05, "500": 0.05, "reset": 0.03, "hang": 0.02, "garbage": 0.02}

ASKED: dict[str, Callable[[Call], list[str]]] = {
    "amazon": lambda call: [call.json()["Text"]],
    "deepl": lambda call: list(call.json()["text"]),
    "google": lambda call: [call.query["q"]],
    "libre": lambda call: list(call.json()["q"]) if call.method == "POST" else [],
    "microsoft": lambda call: [item["Text"] for item in call.json()],
    "mymemory": lambda call: [call.query["q"]],
}
"""The texts of a request."""


class Storm:
    """Stands before a service. ``seen`` counts its faults, ``usable`` the characters of the texts that it did translate."""

    def __init__(self, service: str, seed: int = 5, share: float = 1.0) -> None:
        self._service = service
        self._speak, _ = SERVICES[service]
        self._chance = random.Random(seed)  # noqa: S311 (weather, not secrets)
        self._share = share
        self._lock = threading.Lock()
        self.seen: Counter[str] = Counter()
        self.usable = 0

    def __call__(self, call: Call) -> Sent:
        with self._lock:
            kind = self._kind()
            self.seen[kind] += 1
            number = self._chance.randrange(100)
            self.usable += sum(map(len, ASKED[self._service](call))) if kind == "fair" else 0
        return self._speak(call) if kind == "fair" else self._fault(kind, call, number)

    def _kind(self) -> str:
        draw = self._chance.random()
        for kind, rate in _RATES.items():
            if draw < rate * self._share:
                return kind
            draw -= rate * self._share
        return "fair"

    def _fault(self, kind: str, call: Call, number: int) -> Sent:
        if kind == "garbage":
            return _pick(self._garbage(call), number)
        return {"429": Sent(429), "500": Sent(500, b"<html>oops</html>"), "reset": Sent(gone=True), "hang": HANGS}[kind]

    def _garbage(self, call: Call) -> Sequence[Sent]:
        """Pages of proxies, empty and broken answers, and where a page is the answer, one that holds the text itself or an error."""
        right = self._speak(call)
        if self._service == "google":
            page = '<html><div class="result-container">{}</div></html>'
            texts = ("", call.query["q"], "Error 500 (Server Error)!!1 That’s an error. Please try again later.")
            return [Sent(200, page.format(text).encode(), right.headers) for text in texts]
        half = Sent(200, right.body[: len(right.body) // 2], right.headers)
        return [half, Sent(200), Sent(200, b"<html>Service unavailable</html>"), said([]), said({"ok": True})]


def sheltered(chain: Chain, texts: Sequence[str], target: str, times: int = 10) -> list[Translated]:
    """The translation, asked for again where the chain wants it later, as the queue does with an article."""
    for _ in range(times):
        with contextlib.suppress(TryLater):
            return chain.translate(texts, "en", target)
    raise AssertionError(f"not translated in {times} tries")


def _pick(choices: Sequence[Sent], number: int) -> Sent:
    return choices[number % len(choices)]
