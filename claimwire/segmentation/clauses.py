"""Scripts without end marks (Thai, Lao): a space parts clauses, and also stands around numbers, names and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

WHOLE = 240
"""Code points. Up to here a text is left whole: it is read at one go, and Lao news does write full stops."""
_LEAST = 40
"""What is shorter is no clause that can be read alone."""
_AMPLE = 100
"""From here on any space between words will do: the median sentence of translated Thai news has 115 code points."""
_SPACE = re.compile(r"(?<=[\u0e00-\u0eff”\"')\]])\s+(?=[\u0e00-\u0eff“\"'(\[])")
_OPENERS = "“(["
_CLOSERS = "”)]"


def clauses(text: str, start: int, end: int, openings: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Spans of clauses: cut at a space before one of the ``openings``, or at any space once ample. Linear."""
    begun = counted = start
    depth = straight = 0
    for space in _SPACE.finditer(text, start, end):
        piece = text[counted : space.start()]
        depth += sum(map(piece.count, _OPENERS)) - sum(map(piece.count, _CLOSERS))
        straight += piece.count('"')
        counted = space.start()
        length = counted - begun
        quoted = (depth > 0 or straight % 2 == 1) and length < 2 * _AMPLE
        if not quoted and length >= (_LEAST if text.startswith(openings, space.end()) else _AMPLE):
            yield begun, space.start()
            begun = space.end()
    yield begun, end
