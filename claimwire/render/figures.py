"""What figures and days come to."""

from __future__ import annotations

import re

from claimwire.models import Claim, Figure

_SMALL = 100  # what is less is read as easily in words
_GAPS = re.compile(r"[\s,.'’\u00a0\u202f]")  # between the digits of a number, as languages write them


def values(claim: Claim) -> str:
    """What its figures and days come to, where the text does not show that: ``4.3 billion euros = 4,300,000,000 EUR``."""
    told = [f"{figure.text} = {_value(figure)}" for figure in claim.numbers if _tells(figure)]
    told += [f"{moment.text} = {moment.date}" for moment in claim.dates if moment.date and moment.date != moment.text]
    return "; ".join(told)


def _tells(figure: Figure) -> bool:
    """Whether the value is more than the text shows: a scale, words. Small numbers need no telling."""
    if figure.value is None or abs(figure.value) < _SMALL:
        return False
    return f"{figure.value:,}".replace(",", "") not in _GAPS.sub("", figure.text)


def _value(figure: Figure) -> str:
    unit = f" {figure.unit}" if figure.unit and figure.unit != "%" else figure.unit or ""
    return f"{figure.value:,}{unit}"
