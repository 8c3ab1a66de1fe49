"""Parts of a segment that an engine must not touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["term", "address", "figure", "name"]


@dataclass(frozen=True, slots=True)
class Part:
    """A slice of a segment, and the text that stands in its place in the translation: itself, or a glossary's term.

    ``opens``: it has a capital here only because it begins the sentence.
    """

    start: int
    end: int
    kind: Kind
    back: str
    opens: bool = False


def apart(*groups: Iterable[Part]) -> tuple[Part, ...]:
    """The parts in text order without those that overlap one of an earlier group, or an earlier one of their own."""
    chosen: list[Part] = []
    taken = bytearray()
    for part in (part for group in groups for part in group):
        taken.extend(bytes(max(0, part.end - len(taken))))
        if not any(taken[part.start : part.end]):
            taken[part.start : part.end] = bytes([1]) * (part.end - part.start)
            chosen.append(part)
    return tuple(sorted(chosen, key=lambda part: part.start))
