"""The source of an article is gone: so are its results, and subscribers hear of it."""

from __future__ import annotations

import msgspec

from claimwire import layout, notices, pointer
from claimwire.models import Notice
from claimwire.task import Job, Outcome


def forget(job: Job, key: str) -> Outcome:
    """The source is gone: tombstone first, then the removal of what it published, then the notice."""
    article = layout.article_id(job.sources.name, key)
    # Listed before the look at the source: what a new upload's job writes after that look is not on the list.
    doomed = list(job.results.list(layout.folder(article)))
    buried = pointer.bury(job.results, job.sources, key, article)
    if job.sources.stat(key) is not None:
        return Outcome("superseded")
    for result in doomed:
        if result != layout.pointer_key(article):
            job.results.delete(result)
    if buried is None:
        return Outcome("passed over")
    pointer.sweep(job.results, buried)
    notice = notices.of_deletion(buried, key)
    if job.ledger.announced(article, _mark(notice)):
        return Outcome("repeated")
    job.topic.publish(notice)
    job.ledger.mark_announced(msgspec.structs.replace(notice, version=_mark(notice)))
    return Outcome("deleted", notice=notice)


def _mark(notice: Notice) -> str:
    return f"deleted-{notice.version}"
