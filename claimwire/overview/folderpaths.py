"""Links between the pages of a folder, relative, so that they hold from disk and wherever the folder is put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimwire import codes, layout
from claimwire.index import Entry
from claimwire.render.board import Way

FIRST = "index.html"
PAGES = "pages/"
FEEDS = "feeds/"


def listed(language: str, day: str = "", number: int = 1) -> str:
    """The file of a list, in the pages' folder: of all days, or of one, which may have several."""
    return ".".join([language, *([day] if day else []), *([str(number)] if number > 1 else []), "html"])


def rolled(language: str, number: int = 1) -> str:
    """The file of speakers."""
    return listed(language, "speakers", number)


def spoken(language: str, mark: str, number: int = 1) -> str:
    """The file of one speaker."""
    return listed(language, f"speaker.{mark}", number)


def fed(language: str, mark: str = "") -> str:
    """The file of a feed, in the folder: a language's, or of one speaker in it."""
    return f"{FEEDS}{'.'.join(filter(None, (language, mark, 'atom')))}"


@dataclass(frozen=True)
class FolderPaths:
    """Ways from a page in ``pages/``, or, at the ``top``, from the folder's first page. ``speaking``: it is of speakers.

    ``feeds``: the folder has some, since somebody said where it is served. ``persons``: speakers with a page of their own.
    """

    language: str
    known: Sequence[str]
    top: bool = False
    speaking: bool = False
    feeds: bool = False
    persons: frozenset[str] = frozenset()

    def file(self, name: str) -> str:
        """Another of the pages."""
        return f"{PAGES if self.top else ''}{name}"

    def page(self, entry: Entry) -> str:
        """The digest's page."""
        name = f"digest.{entry.language}.html"
        key = layout.file_key(entry.article_id, entry.version, name if name in entry.files else layout.DIGEST)
        return f"{'' if self.top else '../'}{key}"

    def day(self, day: str) -> str:
        """The list."""
        return self.file(listed(self.language, day))

    def speaker(self, name: str, mark: str) -> str:
        """Their own page: led to from the page of all speakers alone, so that a day's stays as it is when somebody speaks again."""
        del name
        return self.file(spoken(self.language, mark)) if mark in self.persons else ""

    def speakers(self) -> str:
        """Who said what."""
        return self.file(rolled(self.language))

    def languages(self) -> tuple[Way, ...]:
        """The others' first pages of this kind."""
        name = rolled if self.speaking else listed
        return tuple(
            Way(codes.name(code), "" if code == self.language else self.file(name(code)), code=code)
            for code in self.known
        )

    def feed(self) -> str:
        """The language's own: a day's page leads there too."""
        return self._fed("")

    def follow(self, mark: str) -> str:
        """A speaker's."""
        return self._fed(mark)

    def data(self) -> str:
        """No list as JSON: the index itself lies beside the pages."""
        return ""

    def _fed(self, mark: str) -> str:
        return f"{'' if self.top else '../'}{fed(self.language, mark)}" if self.feeds else ""
