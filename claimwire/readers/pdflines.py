"""Lines of printed pages: without what stands on every page, and with the words whole that a line's end broke."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_RUNNING = 3  # pages whose first or last line is the same but for digits
_BROKEN_WORD = re.compile(r"\b([^\W\d_]{2,})-\n([^\W\d_]{2,})")
_DIGITS = re.compile(r"\d+")


def _masked(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def _running(pages: Sequence[list[str]]) -> set[str]:
    """Heads and feet, digits masked, that come back page after page; a lone page number is one on any page."""
    edges = Counter(_masked(line) for lines in pages if lines for line in {lines[0], lines[-1]})
    return {"0"} | {line for line, count in edges.items() if count >= _RUNNING and 2 * count >= len(pages)}


def without_edges(pages: Sequence[list[str]]) -> Iterator[str]:
    """Each page's lines without page number and running head or foot."""
    heads = _running(pages)
    for lines in pages:
        first = 1 if lines and _masked(lines[0]) in heads else 0
        last = len(lines) - (1 if len(lines) > first and _masked(lines[-1]) in heads else 0)
        yield "\n".join(lines[first:last])


def joined(text: str) -> str:
    """Words whole again; a hyphen that the text also writes within a line is the word's own, and stays."""

    def whole(found: re.Match[str]) -> str:
        hyphened = f"{found[1]}-{found[2]}"
        own = hyphened in text or not found[2][0].islower()
        return hyphened if own else found[1] + found[2]

    return _BROKEN_WORD.sub(whole, text)
