"""Whether neighbouring units are one speech, by their quotations alone."""

from __future__ import annotations

from claimwire.claims.units import Unit


def goes_on(before: Unit, here: Unit) -> bool:
    """Whether one speech is open at the end of a unit and runs on in the next: this is the printers' rule, no guess."""
    if not before.quotations or before.quotations[-1].closed or here.paragraph > before.paragraph + 1:
        return False
    return bool(here.quotations) and here.quotations[0].start == here.start


def bare(unit: Unit) -> bool:
    """Whether the unit is a quotation and nothing else."""
    return bool(unit.quotations) and unit.quotations[0].start == unit.start and unit.end - unit.quotations[0].end <= 1


def same_voice(before: Unit, here: Unit) -> bool:
    """Whether a bare quotation follows in the paragraph of another: ``"A," he said. "B." "C."``."""
    if here.paragraph != before.paragraph or not (here.quotations and before.quotations):
        return False
    return bare(here)
