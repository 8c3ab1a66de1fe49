"""A digest page of a 1,500-word article in Chromium: ``python -m bench.pages``. Bytes, and milliseconds until it can be read and used.

Median of loads in a new profile each, from a server on this machine: ``paint`` is the first content, ``interactive`` the end of the page's
script. Exit 1 where a goal is missed.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from collections.abc import Iterator

from claimwire import render
from claimwire.models import Digest
from claimwire.readers import read
from claimwire.render.assets import inline
from claimwire.web import pages
from claimwire.web.message import Reply
from tests.browser import DESKTOP, PHONE, running, visit
from tests.doorstep import serving
from tests.doubles import Phrasebook, digest
from tests.samples import long

BYTES, SCRIPT, MILLISECONDS = 150_000, 6_000, 300
_LOADS = 9
_TIMES = """() => new Promise((done) => {
  const look = () => {
    const [load] = performance.getEntriesByType("navigation"), [paint] = performance.getEntriesByName("first-contentful-paint");
    paint ? done([paint.startTime, load.domContentLoadedEventEnd]) : setTimeout(look, 20);
  };
  look();
})"""


def made() -> Digest:
    """The digest, with a translation a fifth longer than the text, as into Portuguese."""
    return digest(
        read(long(), "long.txt", "text/plain"), "pt", Phrasebook(otherwise=lambda text: text + text[: len(text) // 5])
    )


def link(article: str, version: str, file: str) -> str:
    """A link as the door writes it."""
    del article
    return f"../{version}/{file}?k=k1.{'x' * 24}"


def measured(page: bytes, size: tuple[int, int]) -> list[tuple[float, float]]:
    """The first paint and being interactive, in milliseconds: medians, then the least, which other work on the machine disturbs less."""
    headers = {"content-type": render.HTML, "content-security-policy": pages.policy(page) or ""}
    with serving(lambda _: Reply(status=200, body=page, headers=headers)) as base, running() as browser:
        times = []
        for _ in range(_LOADS):
            with visit(browser, f"{base}/digest.html", size) as seen:
                times.append(seen.page.evaluate(_TIMES))
    columns = [sorted(column) for column in zip(*times, strict=True)]
    return [(statistics.median(column), column[0]) for column in columns]


def table() -> Iterator[tuple[str, bool]]:
    """Lines, and whether each is within its goal."""
    found = made()
    words = len(found.article.text.split()) if found.article else 0
    page = render.files(found, link)["digest.pt.html"]
    yield f"{words} words, a translation: {len(page):,} bytes ({len(gzip.compress(page)):,} zipped)", len(page) < BYTES
    script = len(inline("digest.js"))
    yield f"script {script:,} bytes", script < SCRIPT
    for name, size in (("phone", PHONE), ("desktop", DESKTOP)):
        (paint, first), (interactive, least) = measured(page, size)
        times = f"paint {paint:4.0f} ms (least {first:.0f})   interactive {interactive:4.0f} ms (least {least:.0f})"
        yield f"{name:8} {times}", interactive < MILLISECONDS


def main() -> int:
    """Print the table."""
    met = True
    for line, within in table():
        print(line if within else f"{line}   MISSED", flush=True)
        met &= within
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
