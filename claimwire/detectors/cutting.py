"""Text in pieces: paragraphs, short ones joined, long ones cut; or a few windows on a long text."""

from __future__ import annotations

import re

_LEAST, _LONGEST = 120, 240
"""Letters that fill a piece, code points at which one is cut."""
_WINDOW, _WINDOWS = 100, 5
"""Of a text longer than five pieces, five windows of 100 code points may do."""
LONG = _WINDOWS * _LONGEST
"""Code points from which a text has windows."""
_MOST = 40
"""Pieces read at most, evenly from all over."""
_CUT = re.compile(
    rf"\S.{{60,{_LONGEST - 3}}}[.!?…。！？][\"»”’]?(?!\S)"  # up to the end of a sentence, if one is near enough
    rf"|\S.{{0,{_LONGEST - 1}}}(?!\S)|\S.{{0,{_LONGEST - 1}}}"
)


def windows(text: str) -> list[str]:
    """Five windows, evenly from first to last, each from the start of a word if one is near."""
    last = len(text) - _WINDOW
    starts = [last * number // (_WINDOWS - 1) for number in range(_WINDOWS)]
    starts = [max(at, text.find(" ", at, at + _WINDOW // 4)) if at else at for at in starts]
    return [text[at : at + _WINDOW] for at in starts]


def cut(text: str) -> list[str]:
    """The pieces of ``text``; forty at most, evenly from first to last."""
    return _spread(_all(text), _MOST)


def _all(text: str) -> list[str]:
    texts: list[str] = []
    pending = ""
    for line in text.splitlines():
        pending = f"{pending} {line.strip()}" if pending else line.strip()
        if len(pending) >= _LEAST:
            texts += _CUT.findall(pending) if len(pending) > _LONGEST else [pending]
            pending = ""
    return [*texts, pending] if pending else texts


def _spread(texts: list[str], number: int) -> list[str]:
    """``number`` of them at most, evenly from first to last."""
    if len(texts) <= number:
        return texts
    return [texts[at * (len(texts) - 1) // (number - 1)] for at in range(number)]
