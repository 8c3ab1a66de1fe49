"""News furniture: which line is surely page clutter, and which only looks like it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec.structs import replace

from claimwire.readers.draft import Line
from claimwire.readers.furniture.extra import load_extra
from claimwire.readers.furniture.ruleset import RuleSet, ours

_ENDINGS = ("credits", "syndication")  # reasons that may also stand in brackets at the end of a paragraph
_BRACKETS = ((" (", (")", ").")), ("（", ("）", "）。")))
_rules: ContextVar[RuleSet | None] = ContextVar("furniture rules", default=None)


@contextmanager
def using(rules: RuleSet | None) -> Iterator[None]:
    """Within the block, and in this thread or task alone, ``rules`` apply; None stands for our own."""
    token = _rules.set(rules)
    try:
        yield
    finally:
        _rules.reset(token)


def _current() -> RuleSet:
    return _rules.get() or ours()


def is_caveat(text: str) -> bool:
    """Whether the outlet says here how certain it is: such a line is neither removed nor barred."""
    return _current().keep(text)


def marked(line: Line) -> Line:
    """The line with its reason, where it is surely furniture."""
    reason = _current().why_remove(line.text) if line.text and not line.reason else None
    return replace(line, reason=reason) if reason and not is_caveat(line.text) else line


def barred(text: str) -> str | None:
    """The reason why a kept paragraph only looks like furniture, or None."""
    return _current().why_bar(text)


def _cut(text: str) -> int:
    """Where the brackets begin in which the text ends, or 0."""
    opening = next((opening for opening, closing in _BRACKETS if text.endswith(closing)), None)
    return max(0, text.rfind(opening)) if opening else 0


def parted(line: Line) -> Iterator[Line]:
    """The line, marked; credits in brackets at its end as a line of their own."""
    whole = marked(line)
    cut = 0 if whole.reason else _cut(line.text)
    tail = marked(replace(line, text=line.text[cut:].lstrip())) if cut else whole
    if cut and tail.reason in _ENDINGS:
        yield from parted(replace(line, text=line.text[:cut]))
        yield tail
    else:
        yield whole


__all__ = ["RuleSet", "barred", "is_caveat", "load_extra", "marked", "parted", "using"]
