"""Tokens for finding who speaks where spaces and capitals do not help; unspaced scripts are parted at the words that the lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimwire.claims.words.joined import folded, joined
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token, capitalised

_LATIN = r"[A-Za-z0-9\u00c0-\u024f]+(?:[.'’\-][A-Za-z0-9\u00c0-\u024f]+)*"
_KATAKANA = r"[ァ-ヺーｦ-ﾟ]+(?:[・＝=\-][ァ-ヺーｦ-ﾟ]+)*"
_HAN = r"[㐀-鿿豈-﫿々〇]"


@cache
def _run() -> re.Pattern[str]:
    """What has no space in it is one run of one script; compiled when needed, as that takes 2 ms."""
    return re.compile(rf"{_LATIN}|{_KATAKANA}|(?P<han>{_HAN}+)|\S")


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Words and marks of ``text[start:end]``, with places in ``text``. Linear time."""
    places = (joined if lexicon.grammar.spaces else _unspaced)(text, start, end, lexicon)
    return [_token(first, last, text[first:last]) for first, last in places]


def _token(start: int, end: int, text: str) -> Token:
    return Token(start, end, text, folded(text), text[0].isalnum(), capitalised(text))


def _unspaced(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        last = lexicon.heads.at(text, at, end) or _unknown(text, at, end, lexicon)
        if not text[at].isspace():
            yield at, last
        at = last


def _unknown(text: str, at: int, end: int, lexicon: Lexicon) -> int:
    """The end of a run of one script, where Chinese characters stop at the next word that is known."""
    run = _run().match(text, at, end)
    if run is None or not run["han"]:
        return run.end() if run else at + 1
    return next((place for place in range(at + 1, run.end()) if lexicon.heads.at(text, place, end)), run.end())
