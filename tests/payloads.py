"""Text that would run if any of it were taken for markup or for a URL, and entries of an index with it in every field."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from claimwire.index import Entry
from tests.boards import NOON, entry, said
from tests.corpus import corpus

PAYLOADS = tuple(payload for payloads in corpus().values() for payload in payloads)
FIELDS = ("title", "site", "speaker", "claim", "caveat", "warning", "reason", "key")
BATCH = 15  # payloads a field, so that all of them fit on one page of 40 speakers


def folded(text: str) -> str:
    """What is left for the eye: pages may drop controls and marks of direction, and join white space."""
    shown = "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or _seen(sign))
    return " ".join(unicodedata.normalize("NFC", shown).split())


def unseen(text: str, payloads: Iterable[str] = PAYLOADS) -> list[str]:
    """Those that the text does not show."""
    shown = folded(text)
    return [payload for payload in payloads if folded(payload) not in shown]


def hostile(batch: int = BATCH) -> list[Entry]:
    """An entry a batch of payloads, with it in all of its fields; every fifth has no result."""
    return [_entry(number, words) for number, words in enumerate(batches(batch))]


def batches(size: int) -> list[str]:
    """All of them, so many together: a page that held each alone in each of its fields would take a browser minutes."""
    return [" ".join(PAYLOADS[start : start + size]) for start in range(0, len(PAYLOADS), size)]


def _seen(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cn", "Cs"} and sign not in "\ufffd\u2800"


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
