"""What the outlet says of its own certainty, found fast: most lines hold none of the words that such lines need."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_SAME = {ord("ı"): "i", ord("ſ"): "s", 0x307: None}  # İ in small letters is i and a dot: patterns take all four for i


@dataclass(frozen=True)
class Keeps:
    """The ``[[keep]]`` rules of one file, made ready when a line first holds one of the ``needs``; none stand for any line."""

    needs: tuple[str, ...]
    sources: tuple[str, ...]

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Regular expressions of lines to keep."""
        return tuple(re.compile(source, re.IGNORECASE) for source in self.sources)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The needs as ``small`` has them."""
        return tuple(map(small, self.needs))

    def fit(self, text: str, lowered: str) -> bool:
        """Whether a rule fits the text; ``lowered`` is ``small(text)``."""
        possible = not self.stems or any(stem in lowered for stem in self.stems)
        return possible and any(pattern.search(text) for pattern in self.patterns)


def small(text: str) -> str:
    """The text in small letters, those made one that are one to a pattern that ignores case."""
    return text.lower().translate(_SAME)
