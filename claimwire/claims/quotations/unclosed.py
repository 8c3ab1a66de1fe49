"""Speech that no mark closes in its paragraph: where it may begin, and how far it goes on."""

from __future__ import annotations

import re

from claimwire.claims.quotations.marks import APOSTROPHES, BOTH_WAYS, CLOSERS, opening_shape, opens

_PARAGRAPHS = 5  # a longer speech has a mark at the head of each; a mark further off is a slip of the pen
_FURTHEST = 4000  # characters in which an open speech must close: beyond this a mark is lost, not waited for


def leads(text: str, start: int, at: int) -> bool:
    """Whether a speech may begin here: at the paragraph's head, or after a colon, a comma or a sentence."""
    while at > start and text[at - 1].isspace():
        at -= 1
    return at == start or text[at - 1] in ":,.!?：，。、！？،؟।"


def goes_on(text: str, end: int, opener: str) -> int | None:
    """Where the speech closes if the next such mark after ``end`` does so; 0 if that mark opens a paragraph of it instead."""
    for mark in re.compile(f"[{opener}{CLOSERS[opener]}]").finditer(text, end, _limit(text, end)):
        at = mark.start()
        if text.startswith("\n\n", at - 2):
            return 0
        if opener not in APOSTROPHES:
            return None if opening_shape(text, at) or (text[at] == opener and opener not in BOTH_WAYS) else at
        if opens(text, at):
            return None
        if text[at - 1] in ",.!?…" and not text[at + 1 : at + 2].isalnum():
            return at
    return None


def _limit(text: str, end: int) -> int:
    """How far a speech that no mark closes by ``end`` may go on."""
    last = end
    for _ in range(_PARAGRAPHS):
        last = text.find("\n\n", last + 2, end + _FURTHEST)
        if last < 0:
            return end + _FURTHEST
    return last


def announced(text: str, start: int, at: int) -> bool:
    """Whether a colon leads to it: what follows is speech, even where the writer forgot the closing mark."""
    return text[start:at].rstrip()[-1:] in (":", "：")
