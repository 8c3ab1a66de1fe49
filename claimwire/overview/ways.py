"""Where the links of these pages lead: told by whoever shows them, a door or a folder."""

from __future__ import annotations

from typing import Protocol

from claimwire.index import Entry
from claimwire.render.board import Way


class Ways(Protocol):
    """URLs, relative or absolute; empty where there is nothing, or the reader may not go there."""

    def page(self, entry: Entry) -> str:
        """The digest's page in the entry's language."""

    def day(self, day: str) -> str:
        """What is new of one day, or, for an empty one, of all."""

    def speaker(self, name: str, mark: str) -> str:
        """All that is there of one speaker."""

    def speakers(self) -> str:
        """Who said what."""

    def languages(self) -> tuple[Way, ...]:
        """The same in other languages, this one among them."""

    def feed(self) -> str:
        """The same as an Atom feed."""

    def follow(self, mark: str) -> str:
        """An Atom feed of one speaker, where the speakers' page itself has to lead there."""

    def data(self) -> str:
        """The same as JSON."""
