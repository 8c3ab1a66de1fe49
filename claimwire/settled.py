"""Whether an article's present result is announced: done means announced."""

from __future__ import annotations

from claimwire.notices import notice_id
from claimwire.pointer import Pointer
from claimwire.ports import Ledger


def settled(ledger: Ledger, current: Pointer | None, version: str | None) -> bool:
    """Whether ``version`` (None: the deletion) is current, and announced as what it is.

    A version that was current before, and was announced then, has still to become so again.
    """
    if current is None or current.version != version:
        return False
    if version is None:
        return bool(ledger.announced(current.article_id, deletion_mark(current.previous)))
    said = ledger.announced(current.article_id, version)
    return said == notice_id(current.event, current.article_id, version)


def deletion_mark(previous: str | None) -> str:
    """What stands for a version in the ledger when its article's deletion was announced."""
    return f"deleted-{previous or ''}"
