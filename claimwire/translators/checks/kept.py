"""Which numbers of a text its translation does not have, allowing for what translators rightly do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claimwire.translators.checks import numerals
from claimwire.translators.checks.digits import Token, tokens
from claimwire.translators.checks.pair import Pair

_IMPERIAL = re.compile(
    r"(?<![^\W\d_])(?:miles?|mph|feet|foot|ft|inch(?:es)?|pounds?|lbs?|stones?|fahrenheit|acres?|gallons?|yards?|yd|ounces?|oz)\b|°F|[′″]",
    re.IGNORECASE,
)
# Kilometres a mile, centimetres an inch and a foot (and metres), kilograms a pound and a stone, litres a gallon, hectares an acre, metres
# a yard, grams an ounce.
_FACTORS = (1.609, 2.54, 25.4, 30.48, 0.3048, 0.4536, 6.35, 3.785, 4.546, 0.4047, 0.9144, 28.35)
_INCHES = 12
_ROUNDED = 0.12  # translators round: 200 miles are 320 km, 6 foot 6 is 198 cm


def differing(pair: Pair) -> tuple[list[Token], list[Token]]:
    """The source's numbers that the answer lacks, and the answer's that the source lacks; none where all is well."""
    source, answer = (tokens(text, language) for text, language in zip(pair.prose, pair.languages, strict=True))
    lost, new = _unmatched(source, answer), _unmatched(answer, source)
    if not lost:
        return [], []
    lost, new = _explained(lost, new or source, answer, pair), _explained(new, lost, source, pair)
    new = [token for token in new if not numerals.spelled(token.bare, pair.prose[0], pair.languages[0])]
    if not new:
        lost = [token for token in lost if not _in_words(token, pair)]
    return lost, new if lost else []


def _in_words(token: Token, pair: Pair) -> bool:
    """Whether the answer may have the number in words; a one is often an article, or nothing."""
    return token.bare <= 1 or numerals.spelled(token.bare, pair.prose[1], pair.languages[1])


def _unmatched(these: Sequence[Token], those: Sequence[Token]) -> list[Token]:
    """Those of ``these`` that are left once each is paired with one of ``those``; what is said twice need be there but once."""
    spare, left = list(those), list[Token]()
    for token in these:
        match = next((other for other in spare if other.values & token.values), None)
        if match:
            spare.remove(match)
        elif not token.loose and token.bare:  # a zero may go: 11:00 is 11h in Portuguese
            left.append(token)
    if any(not token.loose for token in spare):
        return left
    return [token for token in left if not any(other.values & token.values for other in those)]


def _explained(these: list[Token], others: list[Token], there: Sequence[Token], pair: Pair) -> list[Token]:
    """Those of ``these`` that no other way of writing accounts for."""
    left = [token for token in these if not _rewritten(token, there)]
    if not left or not any(_IMPERIAL.search(text) for text in pair.prose):
        return left
    other_units = [token for token in left if not any(_converted(token, other) for other in others)]
    inches = len(other_units) < len(left)  # 6 foot 2
    return [token for token in other_units if not (inches and token.bare <= _INCHES)]


def _rewritten(token: Token, there: Sequence[Token]) -> bool:
    values = {value for other in there for value in other.values}
    hours = {token.bare + 12, token.bare - 12} if 0 < token.bare < 24 else set()
    return bool(hours & values) or _decade(token, values) or _scaled(token, there) or _parted(token, values)


def _decade(token: Token, values: set[Decimal]) -> bool:
    """The 1970s are the '70s, and the thirties of the 19th century; and the other way round."""
    year = token.bare
    if year >= 1000 and year == int(year):
        short = year % 100
        return short in values or (not short and year // 100 in values)
    return any(
        value >= 1000 and value == int(value) and year in (value % 100, value // 100, value // 100 + 1)
        for value in values
    )


def _parted(token: Token, values: set[Decimal]) -> bool:
    """A time: 7.30 is 7:30, or 19:30."""
    whole, _, part = format(token.bare, "f").partition(".")
    if len(part) == 2 and int(whole) < 24:
        return bool({Decimal(whole), Decimal(whole) + 12, Decimal(whole) - 12} & values) and Decimal(part) in values | {
            0
        }
    return any(
        token.bare in (value // 1, value % 1 * 100, value // 1 - 12, value // 1 + 12) for value in values if value % 1
    )


def _scaled(token: Token, there: Sequence[Token]) -> bool:
    """The same on another scale, where the scale's word was not understood on one side."""
    return any(
        _thousands(one, two)
        for other in there
        if (token.values == {token.bare}) != (other.values == {other.bare})
        for one in token.values
        for two in other.values
    )


def _thousands(one: Decimal, two: Decimal) -> bool:
    low, high = sorted((one, two))
    factor = high / low if low else Decimal(0)
    return factor == Decimal(10) ** factor.adjusted() and factor.adjusted() % 3 == 0


def _converted(token: Token, other: Token) -> bool:
    one, two = float(token.bare), float(other.bare)
    ratio = one / two if two else 0.0
    degrees = abs((one - 32) / 1.8 - two) < 1 or abs((two - 32) / 1.8 - one) < 1
    scales = (factor * power for factor in _FACTORS for power in (1.0, 0.1, 10.0))
    return degrees or any(abs(ratio / by - 1) < _ROUNDED or abs(ratio * by - 1) < _ROUNDED for by in scales)
