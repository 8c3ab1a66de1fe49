"""Pages over many articles: what is new in a language, and who said what. Plain values in, HTML out; all of them are escaped."""

from __future__ import annotations

from msgspec import Struct


class Way(Struct, frozen=True):
    """A link: its words, where it leads (empty: nowhere, as one is there already, or may not go), and a word beside it."""

    text: str
    url: str = ""
    note: str = ""
    code: str = ""


class Saying(Struct, frozen=True, kw_only=True):
    """A claim, in the page's language. ``how`` is a phrase's key; ``mark`` tells its speaker from others of the page."""

    text: str
    how: str
    speaker: str = ""
    mark: str = ""
    url: str = ""


class Row(Struct, frozen=True, kw_only=True):
    """An article.

    ``origin`` is the language it was written in, ``foreign`` where it is not the page's; its words are still in it where it is
    ``untranslated``. ``reason`` says why, or why there is no result, in English. ``title`` is empty where it has none.

    ``also``: copies of it, ``others``: how many there are beside those that are named.
    """

    moment: str
    title: str
    url: str
    origin: str
    foreign: bool = False
    site: str = ""
    reason: str = ""
    refused: bool = False
    untranslated: bool = False
    sayings: tuple[Saying, ...] = ()
    more: int = 0
    caveats: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    also: tuple[Way, ...] = ()
    others: int = 0

    @property
    def marks(self) -> str:
        """The marks of all who speak here."""
        return " ".join(dict.fromkeys(saying.mark for saying in self.sayings if saying.mark))


class Group(Struct, frozen=True):
    """A day's rows."""

    day: str
    rows: tuple[Row, ...]


class Chip(Struct, frozen=True):
    """A speaker and in how many articles they speak."""

    name: str
    mark: str
    count: int
    url: str = ""


class Frame(Struct, frozen=True, kw_only=True):
    """What stands around either kind of page: ``note`` says what is on it, ``feed`` and ``data`` lead to the same for programs."""

    language: str
    title: str
    note: str
    tabs: tuple[Way, ...]
    languages: tuple[Way, ...] = ()
    days: tuple[Way, ...] = ()
    feed: str = ""
    data: str = ""
    earlier: Way | None = None
    later: Way | None = None


class Listing(Frame, frozen=True, kw_only=True):
    """What is new. ``whole``: the page holds all that its chips count, so that a script may filter by them."""

    groups: tuple[Group, ...]
    chips: tuple[Chip, ...] = ()
    whole: bool = True


class Quote(Struct, frozen=True, kw_only=True):
    """What somebody said in one article."""

    moment: str
    title: str
    url: str
    origin: str
    sayings: tuple[Saying, ...]
    untranslated: bool = False


class Person(Struct, frozen=True, kw_only=True):
    """A speaker, and what they said last; ``url`` leads to all of it, ``feed`` to a feed of it."""

    name: str
    mark: str
    count: int
    url: str = ""
    feed: str = ""
    quotes: tuple[Quote, ...] = ()

    @property
    def origin(self) -> str:
        """The language that the name was written in."""
        return self.quotes[0].origin if self.quotes else ""

    @property
    def untranslated(self) -> bool:
        """Whether what stands here is in that language too."""
        return bool(self.quotes) and all(quote.untranslated for quote in self.quotes)


class Roll(Frame, frozen=True, kw_only=True):
    """Who said what."""

    people: tuple[Person, ...]
