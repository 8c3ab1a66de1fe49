"""The same name in the same way all through an article.

Sound before complete: a name is touched only where most of an article writes it in one way, and one segment in another that is nearly that.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence

import msgspec

from claimwire import codes
from claimwire.models import HUMAN, Translated
from claimwire.translators.naming_words import declines, put, windows

Rows = list[Translated]
_SEGMENTS = 3  # with fewer, no way of writing has most of them
_NEAR = 0.75  # by difflib: Zelensky and Zelenskyy 0.94, Dyteon and Dyton 0.91; so are Maria and Mario Silva, whom the source tells apart
_ITSELF = 0.6  # a rendering looks at least so much like the name, where both are of one script


def consistent(texts: Sequence[str], rows: Sequence[Translated], source: str, target: str) -> Rows:
    """The translations of an article's segments, names repaired; where one cannot be, its segment says so."""
    found = list(rows)
    if codes.unspaced(source) or codes.unspaced(target):
        return found
    for name in _repeated(texts):
        at = [number for number, text in enumerate(texts) if name in windows(text, len(name.split()))]
        _settle(name, at, texts, found, target)
    return found


def _repeated(texts: Sequence[str]) -> list[str]:
    """Names of two to four words that stand in enough segments, longest first: a part of a longer one is not looked at again."""
    names: list[str] = []
    for size in (4, 3, 2):
        counts = Counter(name for text in set(texts) for name in windows(text, size))
        names += [
            name for name, count in counts.items() if count >= _SEGMENTS and not any(name in known for known in names)
        ]
    return names


def _settle(name: str, at: Sequence[int], texts: Sequence[str], rows: Rows, target: str) -> None:
    size = len(name.split())
    seen = {number: windows(rows[number].text, size) for number in at}
    usual = _usual(name, seen, [rows[number].text for number in range(len(rows)) if number not in at])
    if not usual:
        return
    for number in (number for number in at if usual not in seen[number]):
        others = [
            each for each in seen[number] if _variant(each, usual, target) and not any(each in text for text in texts)
        ]
        if len(others) == 1 and rows[number].engine != HUMAN:
            rows[number] = msgspec.structs.replace(rows[number], text=put(rows[number].text, others[0], usual))
        elif name in seen[number]:
            said = f"name differs: {name} is {usual} elsewhere"
            rows[number] = msgspec.structs.replace(rows[number], warnings=(*rows[number].warnings, said))


def _usual(name: str, seen: dict[int, set[str]], elsewhere: Sequence[str]) -> str:
    """How most of the segments write the name; empty where that is not certain."""
    counts = Counter(each for answers in seen.values() for each in answers)
    often = [each for each, count in counts.items() if count >= 2 and 2 * count > len(seen)]
    if name in often:
        return name
    alike = [each for each in often if _alike(each, name) >= _ITSELF]
    own = alike or [each for each in often if not any(each in text for text in elsewhere)]
    return own[0] if len(own) == 1 else ""


def _variant(one: str, usual: str, target: str) -> bool:
    """Whether it is the usual form misspelt; another ending is no fault in a language that declines names."""
    words = list(zip(one.split(), usual.split(), strict=True))
    return _alike(one, usual) >= _NEAR and not (declines(target) and all(_stem(*pair) for pair in words))


def _stem(one: str, other: str) -> bool:
    shared = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    return shared >= max(2, max(len(one), len(other)) - 4)


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
