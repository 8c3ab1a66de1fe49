"""Phrases as rule files write them: ``read (more|on)`` stands for two, ``follow( us|)`` for one with and one without."""

from __future__ import annotations

import re

from claimwire.readers.furniture.fold import clean, low

_TOKEN = re.compile(r"[()|]|[^()|]+")
MOST = 1000  # forms of one phrase: more is a slip of the pen


def forms(phrase: str) -> list[str]:
    """Every form of a phrase, folded, each once.

    Raises:
        ValueError: Brackets do not match, or the forms are too many, or one of them is empty.
    """
    tokens = _TOKEN.findall(low(clean(" ".join(phrase.split()))))[::-1]
    found = list(dict.fromkeys(map(_spaced_once, _choices(tokens, phrase))))
    if tokens or phrase.count("(") != phrase.count(")") or "" in found:
        raise ValueError(f"{phrase!r} has brackets that do not match, or stands for nothing at all")
    return found


def _spaced_once(form: str) -> str:
    """Without the spaces that an empty choice leaves behind."""
    return " ".join(form.split()) if "  " in form else form.strip()


def _choices(tokens: list[str], phrase: str) -> list[str]:
    """The forms up to the bracket that closes this choice; takes its tokens off the end of the list."""
    whole: list[str] = []
    part = [""]
    while tokens and tokens[-1] != ")":
        piece = tokens.pop()
        if piece == "|":
            whole, part = whole + part, [""]
            continue
        if piece != "(":
            part = [start + piece for start in part]
            continue
        ends = _group(tokens, phrase)
        part = [start + end for start in part for end in ends]
        if len(part) > MOST:
            raise ValueError(f"{phrase!r} stands for over {MOST} phrases; at most {MOST} are taken")
    return whole + part


def _group(tokens: list[str], phrase: str) -> list[str]:
    found = dict.fromkeys(_choices(tokens, phrase))
    if tokens:
        tokens.pop()
    return list(found)
