"""A figure still open to what stands beside it."""

from __future__ import annotations

from msgspec import Struct

Number = tuple[int, int] | float  # whole digits and how many of them are decimals, or what has no exact ones (a third)
LARGEST = 10**18  # above it a number is an identifier, and no JSON reader's


class Found(Struct, frozen=True):
    """``number`` is without its ``scale``; None where the text leaves it open."""

    start: int
    end: int
    number: Number | None
    scale: float = 1.0
    unit: str | None = None
    negative: bool = False

    def value(self) -> int | float | None:
        """The number itself: a whole one wherever it is whole."""
        if self.number is None:
            return None
        found = _exact(self.number, self.scale) if isinstance(self.number, tuple) else _whole(self.number * self.scale)
        if abs(found) > LARGEST:
            return None
        return -found if self.negative else found


def together(one: Found, other: Found) -> Found | None:
    """The sum of a figure and one of a lower scale after it, as Turkish and Hindi say large numbers; None where they are two."""
    first, second = one.value(), other.value()
    if one.unit is not None or other.negative or not (isinstance(first, int) and isinstance(second, int)):
        return None
    return Found(one.start, other.end, (first + second, 0), 1.0, other.unit) if 0 < second < one.scale else None


def _exact(number: tuple[int, int], scale: float) -> int | float:
    digits, decimals = number
    divisor: int = 10**decimals
    product, rest = divmod(digits * int(scale), divisor)
    return product if rest == 0 else digits * int(scale) / divisor


def _whole(number: float) -> int | float:
    return int(number) if number.is_integer() else number
