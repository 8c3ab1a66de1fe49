"""Words by their first characters: to find the longest that stands at a place in a text without spaces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

_INFLECTION = re.compile(r"[ぁ-ゖ]*")


class Heads:
    """``述べ*`` is found with all the kana after it, every other entry as it stands."""

    def __init__(self, entries: Iterable[str]) -> None:
        heads: dict[str, dict[str, bool]] = defaultdict(dict)
        for entry in entries:
            if entry[0] != "*":
                word = entry.rstrip("*")
                heads[word[:2]][word] = entry.endswith("*")
        self._heads: dict[str, Sequence[tuple[str, bool]]] = {
            head: sorted(words.items(), key=lambda pair: -len(pair[0])) for head, words in heads.items()
        }
        self._firsts = frozenset(head[0] for head in heads)

    def at(self, text: str, at: int, end: int) -> int | None:
        """The end of the longest entry that begins at ``at``."""
        first = text[at]
        if first not in self._firsts:
            return None
        for word, inflects in (*self._heads.get(text[at : at + 2], ()), *self._heads.get(first, ())):
            if text.startswith(word, at, end):
                found = _INFLECTION.match(text, at + len(word), end) if inflects else None
                return found.end() if found else at + len(word)
        return None
