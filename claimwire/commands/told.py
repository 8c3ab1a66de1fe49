"""One line an article, as ``claimwire watch`` tells what it did."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from claimwire.letters import clean
from claimwire.task import Outcome
from claimwire.terminal.answers import answer

_SILENT = ("repeated", "passed over", "superseded")


class Told(Struct, frozen=True, kw_only=True):
    """What became of one article; of one that is gone only ``key`` and ``action`` say anything."""

    key: str
    action: str
    status: str | None = None
    reason: str | None = None
    claims: int = 0
    translations: dict[str, str] = {}
    article_id: str = ""
    version: str = ""
    folder: str = ""


def tell(key: str, came: Outcome, out: Path) -> None:
    """Say it; nothing where nothing happened."""
    if came.action in _SILENT:
        return
    told = _told(key, came, out)
    what = told.action if told.status is None else f"refused: {told.reason}" if told.reason else _ready(told)
    answer(told, f"{clean(key)}: {what}")


def _told(key: str, came: Outcome, out: Path) -> Told:
    found = came.digest
    if found is None:
        return Told(key=key, action=came.action)
    return Told(
        key=key,
        action=came.action,
        status=found.status,
        reason=found.reason,
        claims=len(found.summary.claims) if found.summary else 0,
        translations={each.language: each.status for each in found.translations},
        article_id=found.article_id,
        version=found.version,
        folder=str(out / "results" / found.article_id / found.version),
    )


def _ready(told: Told) -> str:
    states = ", ".join(f"{language} {state}" for language, state in told.translations.items())
    return f"{told.claims} claim{'s' if told.claims != 1 else ''}; {states}; {told.folder}"
