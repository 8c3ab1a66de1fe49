"""Stored URLs of everything that the door answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from claimwire import layout
from claimwire.capabilities import FEED, LATEST, LIST, UPLOAD, Keys, links, mint


@dataclass(frozen=True)
class Addresses:
    """Mints under one base; ``speaker`` is a name as it stands in a digest, empty for everybody."""

    keys: Keys
    base: str

    def file(self, article: str, version: str, file: str) -> str:
        """One file of one version, or of ``latest``."""
        return links(self.keys, self.base)(article, version, file)

    def latest(self, article: str) -> str:
        """An article's current version, in the form and language that the reader asks for."""
        return self._url(f"articles/{article}/{layout.LATEST}", k=mint(self.keys, article, purpose=LATEST))

    def status(self, article: str) -> str:
        """How an article stands; opened by what opens ``latest``."""
        return self._url(f"articles/{article}/status", k=mint(self.keys, article, purpose=LATEST))

    def upload(self, folder: str, until: int | None = None) -> str:
        """The page that uploads into a folder, which ends in a slash."""
        return self.page(folder, mint(self.keys, folder, purpose=UPLOAD, until=until))

    def page(self, folder: str, k: str) -> str:
        """That page by a capability that somebody has."""
        return self._url(f"upload/{quote(folder.rstrip('/'))}", k=k)

    def list(self, language: str, speaker: str = "", until: int | None = None) -> str:
        """What is new in a language, as JSON."""
        k = mint(self.keys, language, layout.speaker_id(speaker), purpose=LIST, until=until)
        return self._url(f"lists/{language}", speaker=speaker, k=k)

    def board(
        self, kind: str, language: str, speaker: str = "", until: int | None = None, others: Sequence[str] = ()
    ) -> str:
        """A page to read: ``lists`` for what is new, ``speakers`` for who said what; it leads to the same in ``others``."""
        scope = layout.speaker_id(speaker)
        k, *also = (mint(self.keys, code, scope, purpose=LIST, until=until) for code in (language, *others))
        pairs = "~".join(f"{code}~{each}" for code, each in zip(others, also, strict=True))
        return self._url(f"{kind}/{language}.html", speaker=speaker, k=k, also=pairs)

    def feed(self, language: str, speaker: str = "", until: int | None = None) -> str:
        """What is new in a language, as an Atom feed."""
        k = mint(self.keys, language, layout.speaker_id(speaker), purpose=FEED, until=until)
        return self._url(f"feeds/{language}.atom", speaker=speaker, k=k)

    def _url(self, path: str, **query: str) -> str:
        given = {name: value for name, value in query.items() if value}
        return f"{self.base.rstrip('/')}/v1/{path}?{urlencode(given, quote_via=quote)}"
