"""What may follow the question mark of lists, feeds and their pages."""

from __future__ import annotations

import re

from claimwire import layout, lists
from claimwire.web.message import Request

MAX_DAYS = 31
_MOST = 1_000_000
_PAIR = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?~[a-z0-9]{1,16}[.]([1-9][0-9]{9,11}[.])?[A-Za-z0-9_-]{24}"
ALSO = re.compile(f"{_PAIR}(~{_PAIR})*")
"""Pairs of a language and a capability for it, so that a page can lead to the same in other languages."""


class BadQuery(ValueError):
    """A parameter that cannot be: its text says which."""


def wanted(request: Request, language: str, limit: int) -> lists.Wanted:
    """What of a language is asked for. Raises BadQuery."""
    query = request.query
    day, after = query.get("day", ""), query.get("after", "")
    if "day" in query and not layout.is_day(day):
        raise BadQuery("day is a date such as 2026-11-23, in UTC.")
    if "after" in query and not layout.PLACE.fullmatch(after):
        raise BadQuery("after is not the end of a page: follow the link to the next one as it stands.")
    if "speaker" in query and not speaker(request):
        raise BadQuery("speaker is a name as it stands in a list or a notice.")
    limit = number(request, "limit", limit, 1, lists.MAX_LIMIT)
    return lists.Wanted(language=language, speaker=speaker(request), day=day, limit=limit, after=after)


def speaker(request: Request) -> str:
    """The id of the speaker that is asked for; empty for everybody."""
    return layout.speaker_id(request.query.get("speaker", ""))


def number(request: Request, name: str, otherwise: int, least: int, most: int = _MOST) -> int:
    """A whole number. Raises BadQuery."""
    text = request.query.get(name, str(otherwise))
    if not (text.isascii() and text.isdecimal() and len(text) < 8 and least <= int(text) <= most):
        raise BadQuery(f"{name} is a whole number from {least} to {most}.")
    return int(text)


def also(request: Request) -> tuple[tuple[str, str], ...]:
    """Other languages with the capabilities for them. Raises BadQuery."""
    text = request.query.get("also")
    if text is None:
        return ()
    if not ALSO.fullmatch(text):
        raise BadQuery("also is what claimwire link writes for several languages: use it as it stands.")
    parts = text.split("~")
    return tuple(zip(parts[::2], parts[1::2], strict=True))
