"""Metrics as CloudWatch reads them out of a log: one JSON line in its embedded metric format, for whoever prints it.

It costs no call and no right: the line is in the log already. docs/operate.md says what each metric means.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import msgspec

from claimwire.again import GivenUp, Later
from claimwire.task import Outcome
from claimwire.translators.meter import Meter
from claimwire.translators.rates import spent

NAMESPACE = "Claimwire"
_UNITS = {"Seconds": "Seconds", "CostUSD": "None"}  # the format's own name for no unit; all else is counted
Say = Callable[[str], None]


def line(stack: str, values: Mapping[str, float], now: float, **split: str) -> str:
    """One log line: each value as a metric by stack, and once more by each of ``split`` (a dimension's name and value)."""
    metrics = [{"Name": name, "Unit": _UNITS.get(name, "Count")} for name in values]
    sets = [["Stack"], *(["Stack", name] for name in split)]
    told = {"Namespace": NAMESPACE, "Dimensions": sets, "Metrics": metrics}
    root = {"_aws": {"Timestamp": int(now * 1000), "CloudWatchMetrics": [told]}, "Stack": stack, **split, **values}
    return msgspec.json.encode(root).decode()


@contextmanager
def run(stack: str, meter: Meter, say: Say, clock: Callable[[], float] = time.time) -> Iterator[dict[str, float]]:
    """Measure one run, and say its line as it ends, however it ends; the caller adds what came of it."""
    before, hits, begun = meter.reading(), meter.remembered, clock()
    values: dict[str, float] = {}
    try:
        yield values
    finally:
        sent = meter.reading() - before
        usd = spent(sent)  # None where no price is known: then no sum, rather than one that looks like it
        cost = {} if usd is None else {"CostUSD": usd}
        more = {"Characters": sent.total(), "MemoryHits": meter.remembered - hits, "Seconds": clock() - begun}
        say(line(stack, values | more | cost, clock()))


def came_of(ended: Outcome | Later | GivenUp) -> dict[str, float]:
    """What a run ended in; a repeat counts nothing, and what was given up is counted where it is told (``failed``)."""
    if isinstance(ended, Later):
        return {"Later": 1}
    if isinstance(ended, GivenUp):
        return {}
    if ended.action == "passed over":
        return {"PassedOver": 1}
    if ended.digest is None or ended.action not in ("done", "adopted"):
        return {}
    ready = sum(each.status == "ready" for each in ended.digest.translations)
    if ended.digest.status == "refused":
        return {"Refused": 1}
    return {"Articles": 1, "Languages": ready, "Refused": 0}  # a nought, so that its average is the share
