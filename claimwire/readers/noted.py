"""What is unusual in the characters of a text, counted for people."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.readers.characters import BLANKS, JOINERS, SELECTORS, UNWANTED, pattern

_BROKEN = "\ufffd"


def _counts(text: str) -> Iterator[tuple[int, str, str]]:
    for name, piece in UNWANTED.items():
        more = f"{JOINERS}|{SELECTORS}|" if name == "invisible character" else ""
        yield sum(len(found[0]) for found in pattern(more + piece).finditer(text)), name, "removed"
    yield len(pattern(BLANKS).findall(text)), "look-alike space", "made plain"
    yield text.count(_BROKEN), "character", "broken in the file and could not be read"


def noted(text: str) -> tuple[str, ...]:
    """What is unusual in a text's characters, in plain words: what ``tidy`` takes out of it, and what is broken."""
    return tuple(
        f"{count:,} {name}{'s were' if count > 1 else ' was'} {fate}" for count, name, fate in _counts(text) if count
    )
