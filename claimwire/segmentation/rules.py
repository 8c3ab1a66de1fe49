"""The languages' rules, read from ``rules.toml``."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from msgspec import Struct, convert


class Rules(Struct, frozen=True, kw_only=True):
    """One language's rules; entries are lower-case and without the last full stop.

    ``titles`` stand before a name and never end a sentence; ``numbered`` only before a number; ``either`` end one
    where a ``starters`` word follows; ``years`` ('г.', 'r.'), after a number, end one that is long enough.
    ``ordinals``: '3.' is 'third'. ``marks``: further end marks. ``resumes``: letters that go on with the sentence
    after a closed quotation, as a name and a ``speech`` verb do ("Really?" Smith asked.).
    """

    titles: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    ordinals: bool = False
    marks: str = ""
    resumes: str = ""

    def candidates(self) -> re.Pattern[str]:
        """Finds runs of end marks with the closing quotes after them (group ``soft`` counts before a space only)."""
        return _candidates(self.marks)


HARD = "。！？｡؟۔।॥։።፧፨។៕။"
"""End marks that no other use has: they count with or without a space after them."""
SOFT = ".!?…‥‼⁇⁈⁉"
CLOSING = "\"')\\]}”’»›」』】〉》）］\u200b\u200e\u200f\u202c\u2069"


@functools.cache
def rules_for(code: str) -> Rules:
    """The rules of a base language code (``en``), on top of those that all languages share."""
    return convert(_merged(code), Rules)


@functools.cache
def _table() -> dict[str, dict[str, str | bool]]:
    return tomllib.loads(resources.files(__package__).joinpath("rules.toml").read_text("utf-8"))


def _merged(code: str) -> dict[str, object]:
    shared, own = _table()["shared"], _table().get(code, {})
    words = ("titles", "numbered", "either", "starters", "years", "speech")
    merged = {key: str(table).split() for key, table in own.items() if key in words}
    merged |= {key: [*str(value).split(), *merged.get(key, [])] for key, value in shared.items()}
    return merged | {key: value for key, value in own.items() if key not in words}


@functools.cache
def _candidates(marks: str) -> re.Pattern[str]:
    # Possessive throughout and never started inside a run, so that a megabyte of dots or quotes stays linear. After a
    # hard mark “ ‘ « open the next quotation; after a soft one without a space they close („so“, »so« in German).
    # A quote parted by a space closes where no letter follows it (« Oui. »). '. . .' is one ellipsis.
    soft = SOFT + re.escape(marks)
    parted = r'(?:[ \u00a0\u202f](?:»(?![^\W_])|"(?=\s|\Z)))?+'
    return re.compile(
        rf"(?P<hard>(?:[{HARD}]|፡፡)[{HARD}{soft}]*+(?:[{CLOSING}]++[{HARD}{soft}]*+)*+{parted})"
        rf"|(?P<soft>(?:[{soft}]++(?:[ ][{soft}]++(?=\s|\Z))*+[{HARD}]*+[{CLOSING}“‘«‹]*+)++{parted})"
    )
