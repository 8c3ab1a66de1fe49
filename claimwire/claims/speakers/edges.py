"""Where a speaker begins and ends: at words, never at a bracket, a dash or another mark."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import QUOTES, Passage, Range
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

_CLOSING = {")": "(", "）": "（", "]": "[", "］": "［", "】": "【", "〕": "〔", "》": "《", "〉": "〈"}
_OPENING = frozenset(_CLOSING.values())


def named(passage: Passage, cue: Cue) -> Span | None:
    """The speaker of a cue as a reader is shown it."""
    where = trimmed(passage.tokens, cue.speaker) if cue.speaker else None
    return passage.span(where) if where else None


def trimmed(tokens: Sequence[Token], where: Range) -> Range | None:
    """The range without marks and brackets at its ends; None where it has no word. Words in quotation marks keep both."""
    words = [at for at in range(*where) if not _aside(tokens, at)]
    start, end = opened(tokens, where) or (0, 0)
    while start < end and _aside(tokens, end - 1):
        end = _before(tokens, start, end)
    if start == end and words:
        return words[0], words[-1] + 1  # nothing but a bracket
    return (start, end) if start < end else None


def opened(tokens: Sequence[Token], where: Range) -> Range | None:
    """The range likewise, but with the brackets that end it, which belong to no other."""
    start, end = _unbroken(tokens, where)
    while start < end and _aside(tokens, start):
        start = _past(tokens, start, end)
    while start < end and _aside(tokens, end - 1) and tokens[end - 1].text not in _CLOSING:
        end -= 1
    return (start, end) if start < end else None


def _unbroken(tokens: Sequence[Token], where: Range) -> Range:
    """What stands behind a bracket that only closes in the range, and before one that only opens."""
    start, end = where
    opened: list[int] = []
    for at in range(*where):
        if tokens[at].text in _OPENING:
            opened.append(at)
        elif tokens[at].text in _CLOSING:
            start = start if opened else at + 1
            del opened[-1:]
    return start, min([end, *opened])


def _aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a mark; a combining one, as some scripts' tokens end in, is none."""
    token = tokens[at]
    return not token.word and not any(map(str.isalnum, token.text)) and token.text not in QUOTES


def _past(tokens: Sequence[Token], start: int, end: int) -> int:
    closing = (at + 1 for at in range(start, end) if _CLOSING.get(tokens[at].text) == tokens[start].text)
    return next(closing, start + 1)


def _before(tokens: Sequence[Token], start: int, end: int) -> int:
    opener = _CLOSING.get(tokens[end - 1].text)
    return next((at for at in range(end - 2, start - 1, -1) if tokens[at].text == opener), end - 1)
