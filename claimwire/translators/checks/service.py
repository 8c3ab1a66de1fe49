"""A message, a page or an error of the service in the place of a translation."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

from claimwire.translators.checks import tables
from claimwire.translators.checks.pair import Pair


class Service(Struct, frozen=True):
    """``service.toml``: texts (lower case), and patterns of what no translation brings with it."""

    messages: list[str]
    patterns: list[str]


def check(pair: Pair) -> str | None:
    """Finds messages and mark-up in the answer that the source does not have."""
    answer = pair.answer.casefold()
    messages, pattern = _known()
    found = [*(message for message in messages if message in answer), *(match[0] for match in pattern.finditer(answer))]
    if not found:
        return None
    source = pair.source_text.casefold()
    if all(each in source for each in found):
        return None
    return "the answer is a message of the service, not a translation"


@functools.cache
def _known() -> tuple[list[str], re.Pattern[str]]:
    known = tables.read("service", Service)
    return known.messages, re.compile("|".join(f"(?:{pattern})" for pattern in known.patterns))
