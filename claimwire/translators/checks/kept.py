"""Which numbers of a text its translation does not have, allowing for what translators rightly do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimwire.translators.checks import numerals, rewriting, units
from claimwire.translators.checks.digits import Token, tokens
from claimwire.translators.checks.pair import Pair

_HUNDRED = 100


def differing(pair: Pair) -> tuple[list[Token], list[Token]]:
    """The source's numbers that the answer lacks, and the answer's that the source lacks; none where all is well."""
    source, answer = (tokens(text, language) for text, language in zip(pair.prose, pair.languages, strict=True))
    lost, new = _unmatched(source, answer), _unmatched(answer, source)
    if not lost:
        return [], []
    lost, new = rewriting.left(lost, new, pair)
    if all(token.bare for token in lost):  # a score of 2-0 is not 2-1, though the source has an article
        new = [token for token in new if not _from_words(token, pair)]
    new = [token for token in new if not token.loose]
    before = [token for token in lost if not token.loose]
    lost, new = units.left(lost, new, source, answer, pair)
    if new and not lost:  # the other unit accounts for one of two new numbers
        lost = before
    if not new:
        lost = [token for token in lost if not token.loose and token.bare > 1 and not _in_words(token, pair, 1)]
    return (lost, new) if lost else ([], [])


def _from_words(token: Token, pair: Pair) -> bool:
    """Whether the source has it in words, and the answer does not have it in words as well."""
    twice = numerals.apart(pair.languages[1]) and token.bare > 1 and _in_words(token, pair, 1)
    return not twice and _in_words(token, pair, 0)


def _in_words(token: Token, pair: Pair, side: int) -> bool:
    """Whether that side may have the number in words; over a hundred too many words look so where another number is there."""
    return (side == 1 or token.bare <= _HUNDRED) and numerals.spelled(
        token.bare, pair.prose[side], pair.languages[side]
    )


def _unmatched(these: Sequence[Token], those: Sequence[Token]) -> list[Token]:
    """Those of ``these`` that are left once each is paired with one of ``those``; what is said twice need be there but once."""
    spare, left = list(those), list[Token]()
    for token in these:
        match = next((other for other in spare if other.values & token.values), None)
        if match:
            spare.remove(match)
        else:
            left.append(token)
    if any(not token.loose for token in spare):
        return left
    there = frozenset[Decimal]().union(*(other.values for other in those))
    return [token for token in left if not token.values & there]
