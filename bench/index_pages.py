"""Pages over many articles: ``python -m bench.index_pages [--digests 10000] [--days 30] [--cloud]``. Time and bytes of each page.

On a folder the door is asked in this process; with ``--cloud`` over HTTP on a local cloud. ``first`` is the first time, the median
that of those after it. Exit 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench import index_made
from claimwire.addresses import Addresses
from claimwire.aws.linksecret import LinkSecret
from claimwire.foldershelf import FolderShelf
from claimwire.local import clients, deploy
from claimwire.local.state import Cloud
from claimwire.web import routes
from claimwire.web.door import Door
from tests.cloud import get
from tests.house import KEYS, request

SECONDS = {"folder": 0.3, "cloud": 1.0}
BYTES, ZIPPED = 200_000, 60_000
Fetch = Callable[[str], bytes]
_REPEATS = 9


@contextmanager
def folder(digests: int, days: int) -> Iterator[tuple[Addresses, Fetch]]:
    """A folder with an index, and what asks its door."""
    now = datetime.datetime.now(datetime.UTC)
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name), digests, days, now)
        door = Door(results=FolderShelf(Path(name)), keys=KEYS, base="https://news.example", now=now.timestamp())
        yield Addresses(KEYS, door.base), lambda url: routes.answer(door, request(url)).body


def fill(place: Path, digests: int, days: int, now: datetime.datetime) -> None:
    """An index in a folder, written without its lock: nobody else is there yet."""
    for key, body in index_made.objects(digests, days, now):
        path = place / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


@contextmanager
def cloud(digests: int, days: int) -> Iterator[tuple[Addresses, Fetch]]:
    """A local cloud with the same index."""
    now = datetime.datetime.now(datetime.UTC)
    with tempfile.TemporaryDirectory() as name:
        try:
            up = deploy.up(Path(name), {"Targets": index_made.LANGUAGE})
            _upload(up, digests, days, now)
            keys = LinkSecret(up.link_secret_arn, clients.client(up, "secretsmanager")).read()
            yield Addresses(keys, up.base_url), lambda url: get(url).body
        finally:
            deploy.down(Path(name), purge=True)


def _upload(up: Cloud, digests: int, days: int, now: datetime.datetime) -> None:
    s3 = clients.client(up, "s3")

    def put(one: tuple[str, bytes]) -> None:
        s3.put_object(Bucket=up.results_bucket, Key=one[0], Body=one[1])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put, index_made.objects(digests, days, now)))


def pages(to: Addresses) -> dict[str, str]:
    """URLs by what they show."""
    language, today = index_made.LANGUAGE, datetime.datetime.now(datetime.UTC).date()
    yesterday = (today - datetime.timedelta(days=1)).isoformat()
    return {
        "first page": to.board("lists", language),
        "a day": f"{to.board('lists', language)}&day={yesterday}",
        "speakers, 7 days": to.board("speakers", language),
        "speakers, 31 days": f"{to.board('speakers', language)}&days=31",
    }


def measured(fetch: Fetch, url: str) -> tuple[float, float, bytes]:
    """Seconds of the first time, the median of the others, and the page."""
    took = []
    for _ in range(_REPEATS + 1):
        begun = time.perf_counter()
        body = fetch(url)
        took.append(time.perf_counter() - begun)
    return took[0], statistics.median(took[1:]), body


def table(name: str, to: Addresses, fetch: Fetch) -> bool:
    """Print a row a page; whether all goals are met."""
    fine = True
    for what, url in pages(to).items():
        first, median, body = measured(fetch, url)
        zipped = len(gzip.compress(body, 6))
        good = median <= SECONDS[name] and len(body) <= BYTES and zipped <= ZIPPED and b"data-row" in body
        fine &= good
        print(
            f"{name:7} {what:18} {first * 1000:6.0f} {median * 1000:6.0f} ms {len(body):8,} {zipped:7,} bytes {'' if good else 'MISSED'}"
        )
    return fine


def main() -> int:
    """Measure, and say whether the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--digests", type=int, default=10_000)
    parser.add_argument("--days", type=int, default=30, help="Days that the digests are spread over")
    parser.add_argument("--cloud", action="store_true", help="On a local cloud too: takes some minutes")
    given = parser.parse_args()
    print(f"{'where':7} {'page':18} {'first':>6} {'median':>9} {'HTML':>8} {'gzip':>7}")
    fine = True
    for name, place in {"folder": folder, **({"cloud": cloud} if given.cloud else {})}.items():
        with place(given.digests, given.days) as (to, fetch):
            fine &= table(name, to, fetch)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
