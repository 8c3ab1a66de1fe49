"""Phrases as rule files write them: ``read (more|on)`` stands for two, ``follow( us|)`` for one with and one without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from claimwire.readers.furniture.fold import clean, low

_CHOICE = re.compile(r"\(([^()]*)\)")
MOST = 500  # forms of one phrase: more is a slip of the pen


def forms(phrase: str) -> Iterator[str]:
    """Every form of a phrase, folded.

    Raises:
        ValueError: Brackets do not match, or the forms are too many, or one of them is empty.
    """
    pieces = _CHOICE.split(phrase)
    if any(bracket in "".join(pieces[::2]) for bracket in "()"):
        raise ValueError(f"brackets that do not match in {phrase!r}")
    choices = [piece.split("|") if place % 2 else [piece] for place, piece in enumerate(pieces)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MOST:
        raise ValueError(f"{phrase!r} stands for {count} phrases; at most {MOST} are taken")
    for chosen in product(*choices):
        yield _folded("".join(chosen), phrase)


def _folded(form: str, phrase: str) -> str:
    folded = low(clean(" ".join(form.split())))
    if not folded:
        raise ValueError(f"{phrase!r} stands for nothing at all")
    return folded
