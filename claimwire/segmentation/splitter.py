"""A language's rules with their patterns, made once."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

from claimwire.segmentation.patterns import quick, slow
from claimwire.segmentation.rules import Rules, rules_for


class Splitter(Struct, frozen=True, kw_only=True):
    """What finds and judges end marks in one language (see ``patterns``)."""

    rules: Rules
    quick: re.Pattern[str]
    slow: re.Pattern[str]


@functools.lru_cache(maxsize=256)
def splitter_for(code: str) -> Splitter:
    """The splitter of a base language code (``en``); a language without a file has the shared rules."""
    rules = rules_for(code)
    return Splitter(rules=rules, quick=quick(rules), slow=slow(rules.marks))
