"""The same quantity in other units: English news counts in miles, what it is translated into in kilometres."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claimwire.translators.checks.digits import Token, tokens
from claimwire.translators.checks.pair import Pair

# By the unit's names in English: metric units that one is, as translators write it.
_FACTORS = {
    r"miles?|mph|mi\b": (1.609,),
    r"feet|foot|ft|′": (0.3048, 30.48),
    r"inch(?:es)?|″": (2.54, 25.4),
    r"pounds?|lbs?": (0.4536,),
    r"stones?": (6.35,),
    r"acres?": (0.4047, 4047.0),
    r"gallons?": (3.785, 4.546),
    r"yards?|yd": (0.9144,),
    r"ounces?|oz": (28.35,),
    r"degrees|°F?": (),
}
_NUMBER = r"\d[\d.,]*(?:[ -](?:million|thousand|hundred))?"
_COUNTED = rf"(?P<numbers>{_NUMBER}(?:[ –-]{{1,3}}(?:to|and|or)? ?{_NUMBER})?)[ -]?(?:\w+ )?"
_UNITS = [
    (re.compile(rf"{_COUNTED}(?:{names})(?![^\W\d_])", re.IGNORECASE), factors) for names, factors in _FACTORS.items()
]
_ROUNDED, _FEET = 0.06, 0.12  # 200 miles are 320 km; 6 foot 6 is 198 cm
_INCHES = 12

Counted = dict[Decimal, tuple[float, ...]]
"""Numbers of an English text and what their units are in metric ones; none for degrees."""


def left(
    lost: list[Token], new: list[Token], source: Sequence[Token], answer: Sequence[Token], pair: Pair
) -> tuple[list[Token], list[Token]]:
    """What of both is left where one may be the other, or what stands beside it (30 metres, 100 feet), in other units."""
    if "en" not in pair.languages:
        return lost, new
    first = pair.languages[0] == "en"
    counted = _counted(pair.prose[0 if first else 1])
    if not counted:
        return lost, new
    lost_left = _left(lost, new or source, counted)
    return lost_left, _left(new, lost or answer, counted)


def _counted(english: str) -> Counted:
    return {
        value: factors
        for unit, factors in _UNITS
        for match in unit.finditer(english)
        for token in tokens(match["numbers"], "en")
        for value in token.values
    }


def _left(these: list[Token], others: Sequence[Token], counted: Counted) -> list[Token]:
    rest = [token for token in these if not any(_same(token, other, counted) for other in others)]
    feet = len(rest) < len(these) and any(0.3048 in factors for factors in counted.values())
    return [token for token in rest if not (feet and token.bare <= _INCHES)]


def _same(token: Token, other: Token, counted: Counted) -> bool:
    """Whether one of the two is counted in a unit that makes it the other."""
    return any(
        _in_metres(value, counted[value], against)
        for one, two in ((token, other), (other, token))
        for value in one.values & counted.keys()
        for against in two.values
        if one is not two
    )


def _in_metres(number: Decimal, factors: Sequence[float], other: Decimal) -> bool:
    if not factors:
        return abs((float(number) - 32) / 1.8 - float(other)) < 1
    off = _FEET if 0.3048 in factors else _ROUNDED
    return any(other and abs(float(number) * factor / float(other) - 1) < off for factor in factors)
