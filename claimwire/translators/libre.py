"""The ``libre`` engine: a LibreTranslate server, one's own or another's, by POST with text and key in the body."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.ports import Limits
from claimwire.translators import options, refusals, variants
from claimwire.translators.http import Service, address
from claimwire.translators.remote import Answers, Remote
from claimwire.translators.tongues import tongues

_REST = 30.0  # seconds between two questions for the languages


class _Language(Struct):
    code: str
    targets: list[str] | None = None


class _Answer(Struct):
    translatedText: list[str]  # noqa: N815 (the server's own name)


class Libre(Remote):
    """A list of segments a request. Which languages there are, the server says when it is first asked.

    Args:
        url: of the server; there is no default, as no public server is open to all.
        key: where the server wants one.
        size: the most characters that it takes in a request; a server may set its own.
        at_once: requests at one time.
        per_second: requests a second.
        timeout: seconds for one request.
    """

    name, title = "libre", "LibreTranslate"
    required = ("url",)
    options = ("url", "key", "size", *options.PACE)
    limits = Limits(
        size=2_000, measure="characters", texts=50, at_once=4
    )  # the public server's own limit of characters

    def __init__(self, url: str = "", key: str = "", size: str = "", timeout: float = 20.0, **pace: str) -> None:
        super().__init__({"url": url, **pace})
        self._service = Service(self.title, timeout)
        self._url = address(url, self._setting("url"), secret=bool(key)) if url else ""
        self._key = {"api_key": key} if key else {}
        if size:
            self.limits = msgspec.structs.replace(self.limits, size=options.whole(self.name, "size", size))
        self._offer: dict[str, frozenset[str]] = {}
        self._next = 0.0
        self._lock = threading.Lock()

    def identity(self) -> str:
        """The server: each has models of its own."""
        return f"libre {self._url}".strip()

    def _ask(self, segments: Sequence[str], source: str, target: str) -> Answers:
        body = {"q": list(segments), "source": source, "target": target, "format": "text", **self._key}
        reply = self._service.post(f"{self._url}/translate", body)
        said = refusals.said(reply)
        if reply.status == 400 and "not supported" in said:
            kind = BadSetting if self._offer else TryLater  # its codes were guessed while it did not list them
            raise kind(f"LibreTranslate refuses the request (HTTP 400{said}): check the languages")
        if not refusals.accepted(self.title, reply, self._setting("key")):
            return [None] * len(segments)
        try:
            found = msgspec.json.decode(reply.body, type=_Answer).translatedText
        except msgspec.MsgspecError as error:
            raise Passing("LibreTranslate answers with something else than translations") from error
        if len(found) != len(segments):
            raise Passing(f"LibreTranslate answers {len(found)} texts for {len(segments)}")
        return [text or None for text in found]

    def _pair(self, source: str, target: str) -> tuple[str, str] | None:
        """The server's codes. Where it does not answer, the likeliest: the request itself will then say what is wrong."""
        ones, others = _names(source, codes.base(source)), _names(target)
        offer = self._offered()
        if not offer:
            return ones[0], others[0]
        pairs = ((one, other) for one in ones for other in others if other in offer.get(one, ()))
        return next(pairs, None)

    def _offered(self) -> dict[str, frozenset[str]]:
        """Targets by source, asked for once; empty while the server does not say, which is asked anew after a rest."""
        with self._lock:
            if not self._offer and self._url and time.monotonic() >= self._next:
                self._offer = _languages(self._service, self._url)
                self._next = time.monotonic() + _REST
            return self._offer


def _languages(service: Service, url: str) -> dict[str, frozenset[str]]:
    try:
        reply = service.get(f"{url}/languages")
        found = msgspec.json.decode(reply.body, type=list[_Language])
    except (TryLater, msgspec.MsgspecError):
        return {}
    every = [language.code for language in found]  # an old server lists no targets: all
    return {one.code: frozenset(one.targets if one.targets is not None else every) for one in found}


def _names(code: str, *more: str) -> list[str]:
    """The codes under which servers of several versions know a language, the newest first."""
    older = tongues("libre").codes
    names = [*variants.names(code), *more]
    return list(dict.fromkeys(each for name in names for each in (name, older.get(name, name))))
