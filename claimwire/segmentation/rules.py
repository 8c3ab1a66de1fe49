"""A language's rules: ``languages/<code>.toml`` on top of ``languages/shared.toml``, each read when it is first needed."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from msgspec import Struct, convert

from claimwire.segmentation import patterns

_WORDS = ("titles", "numbered", "either", "starters", "years", "speech", "names", "particles", "clauses")


class Rules(Struct, frozen=True, kw_only=True):
    """One language's rules; entries are lower-case and without the last full stop.

    ``titles`` stand before a name and never end a sentence; ``numbered`` only before a number; ``either`` end one where a
    ``starters`` word follows; ``years`` ('г.', 'r.', 'př. n. l.'), after a number, end one that is long enough before a capital.
    ``names`` end in a mark of their own ('Yahoo!'). ``ordinals``: '3.' is 'third' (``lower``: where the next word is no
    capital; ``any``: where nouns have capitals too). ``marks``: further end marks. After a closed quotation ``resumes``
    are letters that go on with its sentence, ``particles`` words that do, and ``speech`` verbs of which one does after a
    name ("Really?" Smith asked.). ``clauses`` begin a unit after a space in scripts without end marks (Thai, Lao).
    """

    titles: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    particles: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    ordinals: str = ""
    marks: str = ""
    resumes: str = ""


class Splitter(Struct, frozen=True, kw_only=True):
    """A language's rules, and its patterns (see ``patterns``)."""

    rules: Rules
    quick: re.Pattern[str]
    slow: re.Pattern[str]


@functools.lru_cache(maxsize=256)
def splitter_for(code: str) -> Splitter:
    """What splits a base language code (``en``); a language without a file has the shared rules."""
    rules = rules_for(code)
    unsure = rules.titles | rules.numbered | rules.either | rules.years | rules.names
    return Splitter(rules=rules, quick=patterns.quick(rules.marks, unsure), slow=patterns.slow(rules.marks))


def rules_for(code: str) -> Rules:
    """The rules of a base language code, on top of those that all languages share."""
    shared, own = _file("shared"), _file(code)
    words = {key: f"{shared.get(key, '')} {own.get(key, '')}".split() for key in _WORDS}
    return convert({**own, **words}, Rules)


def _file(code: str) -> dict[str, str]:
    path = resources.files(__package__) / "languages" / f"{code}.toml"
    return tomllib.loads(path.read_text("utf-8")) if code.isalpha() and path.is_file() else {}
