"""Text that would run if any of it were taken for markup or for a URL, and entries of an index with it in every field."""

from __future__ import annotations

from pathlib import Path

from claimwire.index import Entry
from tests.boards import NOON, entry, said

# One a line; what runs sets ``pwned``.
PAYLOADS = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
FIELDS = ("title", "site", "speaker", "claim", "caveat", "warning", "reason", "key")


def hostile() -> list[Entry]:
    """An entry a payload, with it in all of its fields; every fifth has no result."""
    return [_entry(number, payload) for number, payload in enumerate(PAYLOADS)]


def _entry(number: int, payload: str) -> Entry:
    refused = number % 5 == 0
    return entry(
        f"{number}",
        NOON - number,
        said(payload, payload, original=payload),
        title=payload,
        site=payload,
        caveats=(payload,),
        warnings=(payload,),
        reason=payload if refused else None,
        problem=payload if number % 5 == 1 else None,
        status="refused" if refused else "ready",
        published=payload,
    )
