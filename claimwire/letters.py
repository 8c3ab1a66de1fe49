"""Text of strangers where only letters lay it out (a terminal, a mail): as wide as shown, in its own direction, never a command."""

from __future__ import annotations

import re
import unicodedata

_FIRST_STRONG, _POP, _LEFT = "\u2068", "\u2069", "\u200e"
_DIRECTIONS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_URL = re.compile(r"(https?://[!-~]+)")
_CLOSING = ("Pe", "Pf", "Po")


def clean(text: str) -> str:
    """Without control characters, and without marks that would turn the direction of what stands after it; spaces for line ends."""
    spaced = " ".join(text.split())
    return "".join(
        letter for letter in spaced.translate(_DIRECTIONS) if unicodedata.category(letter) not in ("Cc", "Cs")
    )


def wrapped(text: str, columns: int, first: str = "", rest: str = "", *, isolated: bool = False) -> list[str]:
    """Lines of at most so many columns, under their indents: wide letters count two, combining marks none; a URL is never broken.

    ``isolated``: every line reads from the left, and what stands after its indent in a direction of its own (Unicode's
    isolates), so that Arabic or Hebrew moves neither numbers nor indents.
    """
    import wcwidth  # 20 ms, which `--help` does without

    lines = _broken(clean(text), max(8, columns - max(wcwidth.width(first), wcwidth.width(rest))))
    shown = [f"{_FIRST_STRONG}{line}{_POP}" if isolated and turned(line) else line for line in lines]
    left = _LEFT if isolated and any(map(turned, lines)) else ""
    return [f"{left}{rest if number else first}{line}" for number, line in enumerate(shown)]


def turned(text: str) -> bool:
    """Whether any letter reads from the right."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)


def _broken(text: str, room: int) -> list[str]:
    """Lines by width, in one pass: wcwidth's own ``wrap`` takes 13 s for a page of Chinese without a space."""
    import wcwidth

    lines, used = [""], 0
    for word in text.split():
        gap = " " if used else ""
        for unit in [word] if wcwidth.width(word) <= room else _units(word):
            wide = wcwidth.width(unit)
            if used and used + len(gap) + wide > room:
                lines.append("")
                used, gap = 0, ""
            lines[-1] += gap + unit
            used, gap = used + len(gap) + wide, ""
    return lines


def _units(word: str) -> list[str]:
    """What may not be broken of what is longer than a line: a URL, a letter with its marks and what closes behind it."""
    import wcwidth

    units: list[str] = []
    for part in _URL.split(word):
        if _URL.fullmatch(part):
            units.append(part)
            continue
        closes = False
        for letter in wcwidth.iter_graphemes(part):
            if units and not closes and unicodedata.category(letter[0]) in _CLOSING:
                units[-1] += letter
                closes = True
            else:
                units.append(letter)
                closes = False
    return units
