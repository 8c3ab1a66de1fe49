"""Whoever opens the upload page: their language, its words, and the links by which they choose another."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup

from claimwire.render.attributes import direction, passage
from claimwire.render.told import spoken
from claimwire.render.words import ENGLISH, Words, own_name, words
from claimwire.web import negotiate
from claimwire.web.message import Request

_KEPT = ("k", "article", "a", "list", "lang")  # of what the page was asked with; a store adds more on its way back


@dataclass(frozen=True)
class Reader:
    """``language`` is one that we have words for; ``chosen`` where it was asked for by ``lang``."""

    request: Request
    language: str
    chosen: bool

    @property
    def say(self) -> Words:
        """The words that all pages share."""
        return words(self.language)

    @property
    def direction(self) -> str:
        """Which way it is read."""
        return direction(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """A phrase of this page."""
        phrase: str = self.table["page"][key]
        return phrase.format(**values) if values else phrase

    @property
    def table(self) -> dict[str, Any]:
        """All phrases of this page, by section."""
        return _table(self.language)

    def listed(self, targets: tuple[str, ...]) -> str:
        """The language of the digests on the page: as asked for, else one that the reader knows, else the first."""
        for wish in (self.request.query.get("list", ""), self.request.query.get("lang", "")):
            if found := negotiate.spoken(wish, targets):
                return found
        return negotiate.language(_accepted(self.request), targets) or targets[0]

    def spoken(self, targets: tuple[str, ...]) -> str:
        """Languages by their names in the reader's, one after the other."""
        return self("comma").join(map(self.say.language, targets))

    def way(self, **changed: str) -> str:
        """The page as it was asked for, but for this."""
        asked = {name: self.request.query[name] for name in _KEPT if self.request.query.get(name)}
        return "?" + urlencode(asked | changed, quote_via=quote)

    def named(self, code: str) -> Markup:
        """What a language calls itself, where we know; else its name in the reader's."""
        own = own_name(code)
        return Markup("<bdi{}>{}</bdi>").format(passage(code) if own else "", own or self.say.language(code))


def reader(request: Request) -> Reader:
    """By ``lang``, else by Accept-Language, else English."""
    asked = negotiate.spoken(request.query.get("lang", ""), spoken())
    return Reader(request, asked or negotiate.language(_accepted(request), spoken()) or ENGLISH, bool(asked))


def _accepted(request: Request) -> str:
    return request.headers.get("accept-language", "")


@cache
def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / "words" / f"{language}.toml").read_text("utf-8"))
