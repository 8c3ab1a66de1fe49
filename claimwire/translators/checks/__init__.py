"""Is this answer a translation? ``faults`` say no, ``warnings`` say look at it. Both are words for people.

A check is one small file with a function ``check(pair)``, and one line in a table here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from claimwire.translators.checks import (
    copied,
    currency,
    ending,
    lengths,
    loops,
    marked,
    negation,
    numbers,
    quotation,
    scripts,
    service,
    tongue,
)
from claimwire.translators.checks.misplaced import misplaced
from claimwire.translators.checks.pair import Pair, pair

__all__ = ["faults", "misplaced", "warnings"]

Check = Callable[[Pair], str | None]
"""What is wrong, or None."""

FAULTS: tuple[Check, ...] = (
    service.check,
    copied.check,
    scripts.check,
    tongue.check,
    marked.check,
    lengths.check,
    ending.check,
    loops.check,
)
WARNINGS: tuple[Check, ...] = (numbers.check, currency.check, quotation.check, negation.check, lengths.odd)


def faults(source_text: str, answer: str | None, source: str, target: str) -> tuple[str, ...]:
    """Why the answer cannot be believed: the first reason found; empty where it can.

    Args:
        source_text: what was asked.
        answer: what the engine gave; None where it gave nothing.
        source: code of the source's language.
        target: code of the language that was asked for.
    """
    if answer is None:
        return ("the engine gave no answer",)
    if not any(map(str.isalnum, answer)) and any(map(str.isalnum, source_text)):
        return ("the answer is empty",)
    return tuple(islice(_found(FAULTS, pair(source_text, answer, source, target)), 1))


def warnings(source_text: str, answer: str, source: str, target: str) -> tuple[str, ...]:
    """What a reader should compare with the source, in an answer without faults."""
    return tuple(_found(WARNINGS, pair(source_text, answer, source, target)))


def _found(checks: tuple[Check, ...], of: Pair) -> Iterator[str]:
    return (found for check in checks if (found := check(of)))
