"""Where sentences end inside one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimwire.segmentation.follow import continues, follow, glued
from claimwire.segmentation.letters import BULLETS
from claimwire.segmentation.quotes import Quotes
from claimwire.segmentation.rules import Rules
from claimwire.segmentation.splitter import Splitter
from claimwire.segmentation.tokens import full_stop_ends

_SPACES = re.compile(r"\s*")


def boundaries(text: str, start: int, end: int, splitter: Splitter) -> Iterator[tuple[int, int]]:
    """Each sentence end inside ``text[start:end]``, and where the next begins; the last end is not one of them. Linear."""
    begun = seen = start
    quotes = Quotes(text, start)
    for mark in splitter.quick.finditer(text, start, end):
        at = mark.start()
        if at < seen:
            continue
        stop, following = (
            mark.span(mark.lastindex) if mark.lastindex else _looked_at(text, begun, at, end, splitter, quotes)
        )
        seen = max(stop, seen)
        if begun < following < end:
            yield stop, following
            begun = following


def _looked_at(text: str, begun: int, at: int, end: int, splitter: Splitter, quotes: Quotes) -> tuple[int, int]:
    """Where the marks at ``at`` end, and where the next sentence begins: at ``end`` where they end none."""
    if text[at] in BULLETS:
        return _before_bullet(text, begun, at) or (at + 1, end)
    match = splitter.slow.match(text, at, end)
    if match is None:
        return at + 1, end
    stop = quotes.closing(match)
    if stop >= end or not _ends(match, begun, stop, end, splitter.rules):
        return stop, end
    gap = _SPACES.match(text, stop, end)
    return stop, gap.end() if gap else stop


def _before_bullet(text: str, begun: int, at: int) -> tuple[int, int] | None:
    apart = text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()
    return (begun + len(text[begun:at].rstrip()), at) if apart else None


def _ends(match: re.Match[str], begun: int, stop: int, end: int, rules: Rules) -> bool:
    text = match.string
    following = follow(text, stop, end)
    if not following.first or continues(text, match, stop, following, rules):
        return False
    if match["hard"]:
        return True
    if not following.spaced and not glued(text, match, stop):
        return False
    return not _alone(match[0]) or full_stop_ends(text, begun, match.start(), following, rules)


def _alone(marks: str) -> bool:
    """Whether the marks are a lone full stop, the only one that an abbreviation may end with; '!' may end a name."""
    return marks[0] == "!" or (marks[0] == "." and not marks.startswith(("..", ". .")))
