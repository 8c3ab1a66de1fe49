"""Languages that detectors take for one another: told apart by the words that only one of them has."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from importlib import resources

from msgspec import Struct, convert


class Group(Struct, frozen=True, kw_only=True):
    """``words`` and ``endings`` of each member under its code (or codes, the first to answer); ``lead`` and ``share``: see the data."""

    lead: int
    share: float
    words: dict[str, str]
    endings: dict[str, str] = {}


class Member(Struct, frozen=True):
    """One language of a group, its lists parted."""

    code: str
    words: frozenset[str]
    endings: tuple[str, ...]

    def hits(self, words: Sequence[str]) -> int:
        """How many of ``words`` speak for it."""
        return sum(word in self.words or (bool(self.endings) and word.endswith(self.endings)) for word in words)


def better(text: str, answer: str) -> str:
    """The neighbour of ``answer`` that the words of ``text`` speak for more clearly; else ``answer`` itself."""
    for group, own, others in _groups().get(answer, ()):
        words = text.lower().split()
        hits, code = max((other.hits(words), other.code) for other in others)
        if hits >= max(own.hits(words) + group.lead, group.share * len(words)):
            return code
    return answer


@functools.cache
def _groups() -> dict[str, list[tuple[Group, Member, list[Member]]]]:
    """For each code of a group: the group, the member it belongs to, and the other members."""
    table = tomllib.loads(resources.files(__package__).joinpath("neighbours.toml").read_text("utf-8"))
    found: dict[str, list[tuple[Group, Member, list[Member]]]] = {}
    for group in convert(table["group"], list[Group]):
        for codes in group.words:
            own, *others = (_member(group, each) for each in sorted(group.words, key=lambda each: each != codes))
            for code in codes.split():
                found.setdefault(code, []).append((group, own, others))
    return found


def _member(group: Group, codes: str) -> Member:
    words, endings = group.words[codes].split(), group.endings.get(codes, "").split()
    return Member(codes.split(maxsplit=1)[0], frozenset(words), tuple(endings))
