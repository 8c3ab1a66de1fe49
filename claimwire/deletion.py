"""The source of an article is gone, or one version of it: so are their results, and subscribers hear of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimwire import failures, layout, notices, pointer
from claimwire.models import Digest, Notice
from claimwire.settled import deletion_mark
from claimwire.task import Job, Outcome

HELD = "The article was deleted, but is under a legal hold: its results are withdrawn, and kept until the hold ends."


def forget(job: Job, key: str) -> Outcome:
    """The source is gone: tombstone first, then the removal of what it published, then the notice.

    Under a legal hold the files of the results stay; only pointer and index withdraw them. A run after the hold removes them.
    """
    article = layout.article_id(job.sources.name, key)
    held = job.sources.held(key)
    # Listed before the look at the source: what a new upload's job writes after that look is not on the list.
    doomed = [] if held else list(job.results.list(layout.folder(article)))
    buried = pointer.bury(job.results, job.sources, key, article)
    if job.sources.stat(key) is not None:
        return Outcome("superseded")
    for result in doomed:
        if result != layout.pointer_key(article):
            job.results.delete(result)
    failures.clear(job.results, article)
    if buried is None:
        return Outcome("passed over")
    pointer.sweep(job.results, buried)
    return _announced(job, buried, notices.of_deletion(buried, key), held)


def _announced(job: Job, buried: pointer.Pointer, notice: Notice, held: bool) -> Outcome:
    mark = deletion_mark(buried.previous)
    if job.ledger.announced(buried.article_id, mark):
        return Outcome("repeated")
    notice = msgspec.structs.replace(notice, reason=HELD if held else None)
    job.topic.publish(notice)
    job.ledger.mark_announced(msgspec.structs.replace(notice, version=mark))
    return Outcome("deleted", notice=notice)


def forget_version(job: Job, key: str, removed: str) -> None:
    """One version of the source is gone for good: so are the results made of it, and no others."""
    article = layout.article_id(job.sources.name, key)
    for version in list(_versions(job, article, removed)):
        pointer.vacate(job.results, article, version)
        digest = layout.file_key(article, version, layout.DIGEST)
        for result in job.results.list(layout.file_key(article, version, "")):
            if result != digest:
                job.results.delete(result)
        job.results.delete(digest)  # last: by it a run after a crash finds the others


def _versions(job: Job, article: str, removed: str) -> Iterator[str]:
    """The results of a version of the source: one for each settings it met."""
    for result in job.results.list(layout.folder(article)):
        if not result.endswith(f"/{layout.DIGEST}"):
            continue
        digest = msgspec.json.decode(job.results.get(result) or b"null", type=Digest | None)
        if digest and digest.version == layout.version_id(removed, digest.fingerprint):
            yield digest.version
