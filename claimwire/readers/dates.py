"""Times as articles give them, to ISO 8601; the zone stays as it was given, and none is made up."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")
_LATEST = 4_102_444_800  # 2100-01-01 in seconds since 1970: a greater number counts milliseconds


def _epoch(value: float) -> str | None:
    if not 0 < value < _LATEST * 1000:
        return None
    seconds = value / 1000 if value > _LATEST else value
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _parsed(text: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def iso(value: object) -> str | None:
    """A day (``2026-03-03``), or a time to the second with its offset where it has one; None where it is neither.

    ``value`` is a text in ISO 8601 or as in mails (RFC 5322), or a number of seconds or milliseconds since 1970.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(value)
    text = value.strip()[:60] if isinstance(value, str) else ""
    found = _parsed(text)
    if not found or found.year < 1000:
        return None
    return found.date().isoformat() if _DAY.fullmatch(text) else found.isoformat(timespec="seconds")
