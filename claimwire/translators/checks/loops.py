"""Repetition: an engine that turns in a circle, or says everything twice."""

from __future__ import annotations

import re

from claimwire.translators.checks.pair import Pair

_STRETCH = 16  # letters: what news repeats within a sentence is shorter, but for names
_DENSE = 6  # signs, in scripts where one says what a word does
_LEAST, _SHARE = 14, 0.12  # letters, and part of the answer, that are there again

_THRICE = re.compile(r"(.{2,60}?)\1\1")
_TURNS, _HALF = 9, 5  # letters


def check(pair: Pair) -> str | None:
    """Finds answers that say again much more of what they said than the source does."""
    if _turns(pair.answer) and not _turns(pair.source_text):
        return "the answer repeats itself"
    there, more = _again(pair.answer), 0.0
    if there >= _LEAST:
        more = there / len(pair.answer) - _again(pair.source_text) / max(1, len(pair.source_text))
    return "the answer repeats itself" if more > _SHARE else None


def _turns(text: str) -> bool:
    """Whether a stretch is there three times in a row, or the whole is a stretch said twice."""
    letters = re.sub(r"[\W\d_]+", "", text.casefold())
    half = len(letters) // 2
    if half >= _HALF and letters[:half] == letters[-half:] and len(letters) - 2 * half < 1:
        return True
    return any(len(set(match[1])) > 1 and len(match[0]) >= _TURNS for match in _THRICE.finditer(letters))


def _again(text: str) -> int:
    """How many letters of the text begin a stretch that stood there before."""
    letters = re.sub(r"[\W_]+", " ", text.casefold())
    size = _STRETCH if letters.isascii() or sum(map(_dense, letters)) < len(letters) / 3 else _DENSE
    seen: set[str] = set()
    count = 0
    for at in range(len(letters) - size + 1):
        stretch = letters[at : at + size]
        count += stretch in seen
        seen.add(stretch)
    return count


def _dense(letter: str) -> bool:
    return letter >= "\u2e80"
