"""Numbers: each of the source's has to be in the answer."""

from __future__ import annotations

from claimwire.translators.checks.kept import differing
from claimwire.translators.checks.pair import Pair


def check(pair: Pair) -> str | None:
    """Names the numbers that the answer lacks, and those that it has instead."""
    lost, new = differing(pair)
    if not lost:
        return None
    instead = f", it has {', '.join(dict.fromkeys(token.written for token in new))}" if new else ""
    return f"number differs: no {', '.join(dict.fromkeys(token.written for token in lost))} in the translation{instead}"
