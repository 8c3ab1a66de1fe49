"""All rules together: the files beside this one, and those that a user adds."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimwire.readers.furniture.fold import clean, in_brackets, low
from claimwire.readers.furniture.index import Index, Line
from claimwire.readers.furniture.keeps import Keeps, small
from claimwire.readers.furniture.rules import File, parsed, spoken

LONGEST = 500  # characters: the longest credits and cookie notices; also what bounds the time of a rule
_CAVEAT = 2000  # characters in which a disclaimer shows itself
_END = " \t()[]{}（）【】［］*_|<>»›▶►→•●■▪·~="  # brackets, markup, bullets and arrows around furniture
_START = f"{_END}–—-"  # at the end, a dash is what makes a place name a dateline
_SMALL = (
    "http",
    "www.",
    "dpa",
    "afp",
    "apa",
    "epd",
    "ⓒ",
)  # links and sign-offs: what may begin small and still be no prose


@dataclass(frozen=True)
class RuleSet:
    """Rules at work. ``identity`` is empty for ours alone, else a hash of what was added: part of a result's fingerprint."""

    keeps: tuple[Keeps, ...]
    remove: Index
    bar: Index
    identity: str = ""

    def keep(self, text: str) -> bool:
        """Whether the outlet says here how certain it is: such a line is neither removed nor barred."""
        shown = text[:_CAVEAT]
        lowered = small(shown)
        return any(keeps.fit(shown, lowered) for keeps in self.keeps)

    def why_remove(self, text: str) -> str | None:
        """The reason why a line is surely furniture, or None."""
        return _reason(self.remove, text)

    def why_bar(self, text: str) -> str | None:
        """The reason why a line looks like furniture, or None."""
        return _reason(self.bar, text)


def _reason(index: Index, text: str) -> str | None:
    bare = text.lstrip(_START).rstrip(_END) or text
    if not bare or len(text) > LONGEST or (bare[0].islower() and not bare.startswith(_SMALL)):
        return None
    cleaned = clean(bare)
    return index.reason(Line(cleaned, low(cleaned), in_brackets(text)))


def built(tables: list[File], identity: str = "") -> RuleSet:
    """One rule set from files; where two claim a phrase, the earlier file's reason stands."""
    keeps, remove, bar = list[Keeps](), Index(), Index()
    said = spoken(tables)
    for file in tables:
        speech = file.speech(said)
        keeps += [file.keeps()] if file.keep else []
        for rules, index in ((file.remove, remove), (file.bar, bar)):
            for rule in rules:
                index.add(rule, file, speech)
    return RuleSet(tuple(keeps), remove, bar, identity)


@cache
def ours_by_file() -> dict[str, File]:
    """The files beside this one by name; clear with ``ours_by_file.cache_clear()``."""
    found = {file.name: file for file in files(__package__).iterdir() if file.name.endswith(".toml")}
    return {name: parsed(tomllib.loads(found[name].read_text("utf-8"))) for name in sorted(found)}


@cache
def ours() -> RuleSet:
    """The rules of the files beside this one; clear with ``ours.cache_clear()``."""
    return built(list(ours_by_file().values()))
