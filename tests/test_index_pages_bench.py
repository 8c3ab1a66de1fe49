"""bench.index_pages in short: the pages over a thousand digests stay small, and read a bounded number of objects."""

from __future__ import annotations

import datetime
import gzip
from pathlib import Path

from bench import index_pages
from claimwire.foldershelf import FolderShelf
from claimwire.web import routes
from claimwire.web.door import Door
from tests.house import KEYS, TO, request


class Counting(FolderShelf):
    """A shelf that counts what is read."""

    read = 0

    def get(self, key: str, version: str | None = None) -> bytes | None:
        self.read += 1
        return super().get(key, version)


def test_a_page_reads_few_objects_of_many_and_stays_small(tmp_path: Path) -> None:
    now = datetime.datetime.now(datetime.UTC)
    index_pages.fill(tmp_path, 1000, 5, now)
    for what, url in index_pages.pages(TO).items():
        shelf = Counting(tmp_path)
        reply = routes.answer(Door(results=shelf, keys=KEYS, base=TO.base, now=now.timestamp()), request(url))
        assert reply.status == 200, what
        assert 40 <= shelf.read <= 120, what
        assert len(reply.body) <= index_pages.BYTES, what
        assert len(gzip.compress(reply.body, 6)) <= index_pages.ZIPPED, what
