"""What an HTTP status of a translation service means for the caller: wait, come back another day, or mend a setting."""

from __future__ import annotations

import email.utils
import json
import re
from collections.abc import Mapping

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators.http import Reply

_SOON = frozenset({408, 425, 429})  # and all of 5xx
_KEY = frozenset({401, 403})
_TEXT = frozenset({400, 413, 414, 422})  # the request itself is at fault: another text may still pass
_MOST = 200  # characters of a service's own message


def accepted(name: str, reply: Reply, key: str) -> bool:
    """Whether the reply is an answer; False where the service refuses these texts.

    Args:
        name: of the service, for messages.
        reply: what it sent.
        key: the settings that a person must look at where it does not let us in.

    Raises:
        Passing: it asks to wait, or failed.
        TryLater: it is out of order.
        BadSetting: the key was refused.
    """
    status = reply.status
    if status in _KEY:
        raise BadSetting(f"{name} refuses the key (HTTP {status}{said(reply)}): check {key}")
    if status in _SOON or status >= 500:
        wait = seconds(reply.headers)
        after = f", asks to wait {wait:g} s" if wait is not None else ""
        raise Passing(f"{name} refuses for now (HTTP {status}{after})", wait)
    if 200 <= status < 300 or status in _TEXT:
        return status < 300
    raise TryLater(f"{name} failed (HTTP {status}{said(reply)})")


def seconds(headers: Mapping[str, str]) -> float | None:
    """What ``Retry-After`` names, as a number or as a moment beside the server's own ``Date``; None where it names nothing."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,6}", value, re.ASCII):
        return float(value)
    moment, now = (email.utils.parsedate_tz(text) for text in (value, headers.get("date", "")))
    if moment is None or now is None:
        return None
    return max(0.0, float(email.utils.mktime_tz(moment) - email.utils.mktime_tz(now)))


def said(reply: Reply) -> str:
    """The service's own message, after a comma, where there is one."""
    try:
        value = json.loads(reply.body)
    except ValueError:
        return ""
    for name in ("error", "message"):
        value = value.get(name, value) if isinstance(value, dict) else value
    return f", {' '.join(value.split())[:_MOST]}" if isinstance(value, str) and value.strip() else ""
