"""News furniture: which line is surely page clutter, and which only looks like it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from claimwire.readers.draft import Line
from claimwire.readers.furniture.rules import Rule, Verdict, rules

_LONGEST = 500  # characters: the longest credits and cookie notices; also what bounds the time of a rule
_CAVEAT = 2000  # characters in which a disclaimer shows itself
_END = " \t()[]{}*_|<>»›▶►→•●■▪·~="  # brackets, markup, bullets and arrows around furniture
_START = f"{_END}–—-"  # at the end, a dash is what makes a place name a dateline
_LINKS = ("http", "www.")  # what may begin small and still be no prose
_ENDINGS = ("credits", "syndication")  # reasons that may also stand in brackets at the end of a paragraph


def is_caveat(text: str) -> bool:
    """Whether the outlet says here how certain it is: such a line is neither removed nor barred."""
    return any(rule.pattern.search(text[:_CAVEAT]) for rule in rules("keep"))


def _first(verdict: Verdict, text: str) -> Rule | None:
    bare = text.lstrip(_START).rstrip(_END) or text
    if len(text) > _LONGEST or (bare[0].islower() and not bare.startswith(_LINKS)):
        return None
    return next((rule for rule in rules(verdict) if rule.pattern.fullmatch(bare)), None)


def marked(line: Line) -> Line:
    """The line with its reason, where it is surely furniture."""
    found = _first("remove", line.text) if line.text and not line.reason else None
    return replace(line, reason=found.reason) if found and not is_caveat(line.text) else line


def barred(text: str) -> str | None:
    """The reason why a kept paragraph only looks like furniture, or None."""
    found = _first("bar", text)
    return found.reason if found else None


def parted(line: Line) -> Iterator[Line]:
    """The line, marked; credits in brackets at its end as a line of their own."""
    whole = marked(line)
    cut = line.text.rfind(" (") + 1 if not whole.reason and line.text.endswith((")", ").")) else 0
    tail = marked(replace(line, text=line.text[cut:])) if cut else whole
    if cut and tail.reason in _ENDINGS:
        yield from parted(replace(line, text=line.text[: cut - 1]))
        yield tail
    else:
        yield whole
