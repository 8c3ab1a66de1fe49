"""What people do to the memory: correct a translation, have a text forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.models import HUMAN, Remembered, Translated
from claimwire.models.memory import segment_of
from claimwire.ports import Memory
from claimwire.translators.keys import human
from claimwire.translators.plain import plain


class Count(Struct, frozen=True, kw_only=True):
    """Rows of one engine and pair: how many, how many characters of source text, and the days of the least and most recent use."""

    engine: str
    source: str
    target: str
    rows: int
    characters: int
    first: str
    last: str


def correct(memory: Memory, pairs: Iterable[tuple[str, str]], source: str, target: str) -> int:
    """Remember what people wrote (text, translation) above all that engines say, and have results made anew; returns how many.

    Raises BadSetting for an unknown code, equal languages, or an empty text, before anything is written.
    """
    one, other = codes.canonical(source), codes.canonical(target)
    if codes.same(one, other):
        raise BadSetting(f"{source} and {target} are one language: nothing is translated between them")
    cleaned = [(plain(text), plain(said)) for text, said in pairs]
    if not all(text and said for text, said in cleaned):
        raise BadSetting("a text or its translation is empty: to take a correction back, use claimwire memory forget")
    memory.put({human(text, one, other): Translated(text=said, engine=HUMAN) for text, said in cleaned})
    memory.advance()
    return len(cleaned)


def forget(memory: Memory, texts: Iterable[str]) -> int:
    """Remove all that is remembered of these texts, in every language and by every engine; returns how many rows went.

    Results made before are made anew, since a person's words may have been among them.
    """
    gone = memory.forget(list(dict.fromkeys(segment_of(plain(text)) for text in texts)))
    if gone:
        memory.advance()
    return gone


def count(rows: Iterable[Remembered]) -> Sequence[Count]:
    """Rows by engine and pair, most first."""
    found, letters = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    days: dict[tuple[str, str, str], tuple[str, str]] = {}
    for each in rows:
        group = (each.row.engine, each.source, each.target)
        found[group] += 1
        letters[group] += len(each.text)
        first, last = days.get(group, (each.used, each.used))
        days[group] = (min(first, each.used), max(last, each.used))
    return [
        Count(
            engine=group[0], source=group[1], target=group[2], rows=rows_of, characters=letters[group],
            first=days[group][0], last=days[group][1],
        )
        for group, rows_of in found.most_common()
    ]  # fmt: skip
