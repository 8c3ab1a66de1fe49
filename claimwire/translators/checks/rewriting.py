"""The same number written otherwise: times, decades, centuries, scales whose words were not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claimwire.translators.checks.digits import Token
from claimwire.translators.checks.pair import Pair

_TIME = re.compile(r"\d[:.h時时点點시]|\d ?[ap]\.?m\b|\d ?(?:Uhr|uur|klok|h|год|час)", re.IGNORECASE)


def left(lost: list[Token], new: list[Token], pair: Pair) -> tuple[list[Token], list[Token]]:
    """What of both is left where each may be written as the other."""
    timed = any(_TIME.search(text) for text in pair.prose)
    return _left(lost, new, timed=timed), _left(new, lost, timed=timed)


def _left(these: list[Token], others: Sequence[Token], *, timed: bool) -> list[Token]:
    values = {value for other in others if not other.month for value in other.values}
    return [
        token
        for token in these
        if not (timed and _time(token.bare, values)) and not _decade(token.bare, values) and not _scaled(token, others)
    ]


def _time(one: Decimal, values: set[Decimal]) -> bool:
    """7 is 19, and 7.30 is 7:30 or 19:30, which are two numbers."""
    if one in {value + by for value in values for by in (12, -12) if 0 < value < 24}:
        return True
    hours, minutes = one // 1, one % 1 * 100
    if minutes and hours < 24 and minutes == int(minutes):
        return bool({hours, hours + 12, hours - 12} & values or minutes in values)
    return any(
        one in (each // 1, each % 1 * 100, each // 1 - 12, each // 1 + 12) for each in values if each % 1 and each < 24
    )


def _decade(one: Decimal, values: set[Decimal]) -> bool:
    """The 1970s are the '70s, 1950-53 is 1950-1953, and the 1830s the thirties of the 19th century; and the other way round."""
    if _year(one):
        return one % 100 in values or (not one % 10 and bool({one // 100, one // 100 + 1} & values))
    return any(
        one == value % 100 or (not value % 10 and one in (value // 100, value // 100 + 1))
        for value in values
        if _year(value)
    )


def _year(number: Decimal) -> bool:
    return number == int(number) and 1000 <= number < 2100


def _scaled(token: Token, others: Sequence[Token]) -> bool:
    """Where one side's word for the scale is unknown: 4.3 somethings are 4 300 millions."""
    return any(
        _thousands(one, two)
        for other in others
        if token.plain != other.plain
        for one in token.values
        for two in other.values
    )


def _thousands(one: Decimal, two: Decimal) -> bool:
    low, high = sorted((one, two))
    factor = high / low if low else Decimal(0)
    return factor == Decimal(10) ** factor.adjusted() and factor.adjusted() % 3 == 0
