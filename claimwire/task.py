"""What a job needs of the world, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from claimwire.capabilities import Links
from claimwire.models import Digest, Notice
from claimwire.ports import Ledger, Store, Topic
from claimwire.settings import Settings
from claimwire.translators.chain import Chain

Action = Literal["done", "adopted", "repeated", "passed over", "superseded", "deleted"]


@dataclass(frozen=True)
class Outcome:
    """What a job came to: ``done`` (new), ``adopted`` (the commit was there), ``repeated`` (announced before) and so on."""

    action: Action
    digest: Digest | None = None
    notice: Notice | None = None


@dataclass(frozen=True)
class Job:
    """Everything the job needs of the world.

    ``link`` makes the absolute URLs of notices, ``relative_link`` those from page to page; ``step`` hears of each stage as it begins.
    """

    sources: Store
    results: Store
    topic: Topic
    ledger: Ledger
    chain: Chain
    settings: Settings
    link: Links
    relative_link: Links
    step: Callable[[str], None] = lambda _: None
