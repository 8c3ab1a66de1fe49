"""Who spoke on days that are over, listed once a minute. What still happens to such a day: an article of it is made anew, or deleted.

A page counts by these listings and reads the entries themselves each time, so nothing that is gone is shown: a number may be a minute old.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from claimwire.aws.shelf import ShelfBucket

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

SECONDS = 60  # as long as a page may be kept by a browser
_SPOKEN = re.compile(r"index/spoken/([0-9-]{10})/")
_CALL = 1000  # keys of one request: a fuller day is listed anew, so that memory stays small


class RecalledShelf(ShelfBucket):
    """A bucket of results as one process answers from it; ``now`` is the moment of the request, in seconds since 1970."""

    def __init__(self, name: str, s3: S3Client, now: float) -> None:
        super().__init__(name, s3)
        self._period = int(now) // SECONDS
        self._today = datetime.datetime.fromtimestamp(now, datetime.UTC).date().isoformat()

    def after(self, prefix: str, key: str) -> Iterator[str]:
        """The keys under a prefix that come after ``key``; those of a day that is over as they were in this minute."""
        day = _SPOKEN.fullmatch(prefix)
        if key or not day or day[1] >= self._today:
            return super().after(prefix, key)
        return self._recalled(prefix)

    def _recalled(self, prefix: str) -> Iterator[str]:
        """Asked for when it is first read from, as a listing is."""
        known = _minute(self._period)
        there = known.get((self.name, prefix))
        if there is not None:
            yield from there
            return
        keys = super().after(prefix, "")
        first = tuple(islice(keys, _CALL + 1))
        if len(first) <= _CALL:
            known[self.name, prefix] = first
        yield from chain(first, keys)


@lru_cache(maxsize=1)
def _minute(period: int) -> dict[tuple[str, str], tuple[str, ...]]:
    """What was listed in this minute, by bucket and folder; what the minute before had is let go."""
    del period
    return {}
