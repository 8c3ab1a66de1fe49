"""What a job needs of the world, and what it comes to."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from claimwire.capabilities import Links
from claimwire.glossaries import Glossaries
from claimwire.models import Digest, Notice
from claimwire.ports import Ledger, Store, Topic
from claimwire.prefixes import Prefixes
from claimwire.readers.furniture import RuleSet
from claimwire.settings import Settings
from claimwire.translators.chain import Chain

Action = Literal["done", "adopted", "repeated", "passed over", "superseded", "deleted"]


@dataclass(frozen=True)
class Outcome:
    """What a job came to: ``done`` (new), ``adopted`` (the commit was there), ``repeated`` (announced before) and so on."""

    action: Action
    digest: Digest | None = None
    notice: Notice | None = None


@dataclass
class Stopwatch:
    """Passes on each stage as it begins, and keeps how long each took; ``clock`` counts seconds."""

    step: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    _begun: dict[str, float] = field(default_factory=dict)

    def __call__(self, stage: str) -> None:
        """A stage begins."""
        self._begun[stage] = self.clock()
        self.step(stage)

    def seconds(self) -> dict[str, float]:
        """Seconds by stage, in order; the last one is still running, and counts up to now."""
        ends = [*list(self._begun.values())[1:], self.clock()]
        return {stage: round(end - start, 3) for (stage, start), end in zip(self._begun.items(), ends, strict=True)}


@dataclass(frozen=True)
class Job:
    """Everything the job needs of the world.

    ``link`` makes the absolute URLs of notices, ``relative_link`` those from page to page. ``step`` hears of each stage as it begins;
    ``watch`` is the run's own; ``rules`` are a user's own furniture rules; ``prefixes`` hold for keys under a folder; ``glossaries`` are
    those with names. ``holder`` is who works (a message's run), empty for one that is alone, ``retried`` whether that message came before;
    ``seconds`` says how many are left, beside the ``reserve`` that is kept back for the end.
    ``copies_once``: a text under several keys is announced for the first alone.
    """

    sources: Store
    results: Store
    topic: Topic
    ledger: Ledger
    chain: Chain
    settings: Settings
    link: Links
    relative_link: Links
    rules: RuleSet | None = None
    prefixes: Prefixes = field(default_factory=dict)
    glossaries: Glossaries = field(default_factory=Glossaries)
    copies_once: bool = False
    holder: str = ""
    retried: bool = False
    seconds: Callable[[], float] = lambda: math.inf
    reserve: float = 0.0
    step: Callable[[str], None] = lambda _: None
    watch: Stopwatch = field(default_factory=lambda: Stopwatch(lambda _: None))
