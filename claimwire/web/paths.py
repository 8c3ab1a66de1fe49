"""Links of the pages over many articles, by what the reader's own capability opens: none opens more than it did."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from claimwire import capabilities, codes, layout
from claimwire.capabilities import FEED, LIST
from claimwire.index import Entry
from claimwire.render.board import Way
from claimwire.web import query
from claimwire.web.door import Door
from claimwire.web.message import Request


@dataclass(frozen=True)
class Paths:
    """Ways relative to ``/v1/lists/`` or ``/v1/speakers/``. ``kind`` is which of the two the page is.

    ``wide``: the capability opens every speaker. ``speaker`` is the name that the page is of, empty for everybody.
    """

    door: Door
    request: Request
    kind: str
    language: str
    wide: bool
    speaker_name: str = ""

    def page(self, entry: Entry) -> str:
        """The digest's page, by a link of its own."""
        file = f"digest.{entry.language}.html"
        name = file if file in entry.files else layout.DIGEST
        k = capabilities.mint(self.door.keys, entry.article_id, entry.version, name)
        return f"../articles/{entry.article_id}/{entry.version}/{name}?k={k}"

    def day(self, day: str) -> str:
        """The list, of one day where given."""
        return self._to("lists", day=day)

    def speaker(self, name: str, mark: str) -> str:
        """What one speaker said."""
        del mark
        mine = layout.speaker_id(name) == layout.speaker_id(self.speaker_name)
        return self._to("speakers", speaker=name) if self.wide or mine else ""

    def speakers(self) -> str:
        """Who said what; the one speaker, where the capability opens that one alone."""
        return self._to("speakers", speaker="" if self.wide else self.speaker_name)

    def languages(self) -> tuple[Way, ...]:
        """This one, and those whose capabilities came along and open it."""
        others = [(code, k) for code, k in query.also(self.request) if code != self.language and self._opens(code, k)]
        also = [(self.language, self.request.capability), *others]
        return (
            Way(codes.name(self.language), code=self.language),
            *(Way(codes.name(code), self._in(code, k, also), code=code) for code, k in others),
        )

    def feed(self) -> str:
        """The feed of what the page is of; it ends when the reader's own capability does."""
        until = capabilities.end_of(self.request.capability) or None
        scope = layout.speaker_id(self.speaker_name)
        k = capabilities.mint(self.door.keys, self.language, scope, purpose=FEED, until=until)
        return _url("feeds", f"{self.language}.atom", speaker=self.speaker_name, k=k)

    def follow(self, mark: str) -> str:
        """A speaker's page names their feed."""
        del mark
        return ""

    def data(self) -> str:
        """The same as JSON."""
        return _url(
            "lists", self.language, speaker=self.speaker_name, day=self._asked("day"), k=self.request.capability
        )

    def on(self, **more: str) -> str:
        """This page with another place to begin."""
        asked = {name: self._asked(name) for name in ("day", "days", "speaker")}
        return self._to(self.kind, **{**asked, **more})

    def _to(self, kind: str, **asked: str) -> str:
        named = {"speaker": self.speaker_name if kind == "lists" else "", **asked}
        return _url(kind, f"{self.language}.html", **named, k=self.request.capability, also=self._asked("also"))

    def _in(self, code: str, k: str, also: list[tuple[str, str]]) -> str:
        rest = "~".join("~".join(pair) for pair in also if pair[0] != code)
        asked = {name: self._asked(name) for name in ("day", "days", "speaker")}
        return _url(self.kind, f"{code}.html", **asked, k=k, also=rest)

    def _opens(self, code: str, k: str) -> bool:
        scopes = dict.fromkeys((layout.speaker_id(self.speaker_name), ""))
        return any(
            capabilities.verify(self.door.keys, k, code, each, purpose=LIST, now=self.door.now) for each in scopes
        )

    def _asked(self, name: str) -> str:
        return self.request.query.get(name, "")


def _url(kind: str, file: str, **asked: str) -> str:
    given = {name: value for name, value in asked.items() if value}
    return f"../{kind}/{file}?{urlencode(given, quote_via=quote)}"
