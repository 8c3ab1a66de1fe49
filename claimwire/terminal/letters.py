"""Text of strangers in a terminal: as wide as it is shown, in its own direction, and never a command."""

from __future__ import annotations

import unicodedata

_FIRST_STRONG, _POP, _LEFT = "\u2068", "\u2069", "\u200e"
_DIRECTIONS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


def clean(text: str) -> str:
    """Without control characters, and without marks that would turn the direction of what stands after it; spaces for line ends."""
    spaced = " ".join(text.split())
    return "".join(
        letter for letter in spaced.translate(_DIRECTIONS) if unicodedata.category(letter) not in ("Cc", "Cs")
    )


def wrapped(text: str, columns: int, first: str = "", rest: str = "", *, isolated: bool = False) -> list[str]:
    """Lines of at most so many columns, under their indents: wide letters count two, combining marks none.

    ``isolated``: every line reads from the left, and what stands after its indent in a direction of its own (Unicode's
    isolates), so that Arabic or Hebrew moves neither numbers nor indents.
    """
    import wcwidth  # 20 ms, which `--help` does without

    room = max(8, columns - max(wcwidth.width(first), wcwidth.width(rest)))
    lines = wcwidth.wrap(clean(text), room, break_on_hyphens=False) or [""]
    shown = [f"{_FIRST_STRONG}{line}{_POP}" if isolated and _turned(line) else line for line in lines]
    left = _LEFT if isolated and any(map(_turned, lines)) else ""
    return [f"{left}{rest if number else first}{line}" for number, line in enumerate(shown)]


def _turned(text: str) -> bool:
    """Whether any letter reads from the right."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)
