"""Numbers in a claim, with what belongs to them: sign, currency, scale, unit."""

from __future__ import annotations

import re

from claimwire.models import Figure

_NUMBER = re.compile(
    r"(?<![\w.])(?:[€$£¥₹₽₺]\s?|(?:US|A|C|R)\$\s?)?"
    r"\d+(?:[.,  ']\d+)*"
    r"(?:\s?(?:%|‰|°[CF]?|percent\b|per cent\b|(?:hundred|thousand|million|billion|trillion|bn|mn|m|k|km|kg|tonnes?|tons?|hectares?|"
    r"dollars?|euros?|pounds?)\b|[€$£¥₹₽₺万亿億兆]))*"
)


def numbers(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """Number spans inside ``text[start:end]``, in order."""
    return tuple(
        Figure(start=match.start(), end=match.end(), text=match[0])
        for match in _NUMBER.finditer(text, start, end)
        if match.end() > match.start()
    )
