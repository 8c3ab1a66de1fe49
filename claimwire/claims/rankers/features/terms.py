"""What two units can have in common: words by their beginnings, or pairs of signs where a script parts no words."""

from __future__ import annotations

from collections.abc import Iterable

# Letters of a word that count: its forms share them, in most languages that inflect at the end. With four, five, six or eight letters
# or all four-letter pieces the ranking is as good (docs/claims-ranking.md); five is the cheapest of the best.
_LETTERS = 5
_UNSPACED = "\u0e00"  # Thai; the scripts that part no words come after it: one letter is one word of ours


def terms(words: Iterable[str]) -> frozenset[str]:
    """Case-folded words, as ``claims.tokens.words`` gives them, made comparable."""
    found = []
    before = ""
    for word in words:
        if len(word) > 1 or word < _UNSPACED:
            found.append(word[:_LETTERS])
            before = ""
            continue
        if before and not (_grammar(before) and _grammar(word)):
            found.append(before + word)
        before = word
    return frozenset(found)


def _grammar(sign: str) -> bool:
    """Hiragana: two of them are an ending or a particle, nothing that a text is about."""
    return "\u3040" <= sign <= "\u309f"
