"""Where sentences end inside one line."""

from __future__ import annotations

import re

from claimwire.segmentation.follow import continues, follow, glued
from claimwire.segmentation.fullstops import full_stop_ends
from claimwire.segmentation.letters import BULLETS
from claimwire.segmentation.quotes import Quotes
from claimwire.segmentation.rules import Rules
from claimwire.segmentation.splitter import Splitter

_SPACES = re.compile(r"\s*")

Span = tuple[int, int]


def sentence_spans(text: str, start: int, end: int, splitter: Splitter) -> list[Span]:
    """The sentences of the line ``text[start:end]``, however long; a line in which nothing ends is one. Linear."""
    found: list[Span] = []
    add, ends, quotes = found.append, splitter.quick.finditer, None
    begun = seen = start
    while True:
        for mark in ends(text, seen, end):
            group = mark.lastindex
            if not group:
                break
            stop, following = mark.span(group)
            add((begun, stop))
            begun = following
        else:
            add((begun, end))
            return found
        quotes = quotes or Quotes(text, start)
        stop, following = _looked_at(text, begun, mark.start(), end, splitter, quotes)
        seen = max(stop, mark.end())
        if begun < following < end:
            add((begun, stop))
            begun = following


def _looked_at(text: str, begun: int, at: int, end: int, splitter: Splitter, quotes: Quotes) -> Span:
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


def _before_bullet(text: str, begun: int, at: int) -> Span | None:
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
