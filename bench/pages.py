"""A digest page of a 1,500-word article in Chromium: ``python -m bench.pages``. Bytes, and milliseconds until it can be read and used.

Median (and least) of loads in a new profile each, from a server on this machine: ``paint`` is the first content, ``interactive`` the end of
the page's script, ``processor`` the page's own time on one, which other work does not lengthen: where the machine has more to do than
processors, that alone is held to the goal. Exit 1 where a goal is missed.
"""

from __future__ import annotations

import gzip
import os
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


def measured(page: bytes, size: tuple[int, int]) -> list[list[float]]:
    """First paint, interactive, and processor time of each load, sorted, in milliseconds."""
    headers = {"content-type": render.HTML, "content-security-policy": pages.policy(page) or ""}
    with serving(lambda _: Reply(status=200, body=page, headers=headers)) as base, running() as browser:
        times = []
        for _ in range(_LOADS):
            with visit(browser, "about:blank", size) as seen:
                session = seen.page.context.new_cdp_session(seen.page)
                session.send("Performance.enable", {"timeDomain": "threadTicks"})
                seen.page.goto(f"{base}/digest.html")
                told = [float(each) for each in seen.page.evaluate(_TIMES)]
                metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
                times.append([*told, 1000 * float(metrics["TaskDuration"])])
    return [sorted(column) for column in zip(*times, strict=True)]


def table() -> Iterator[tuple[str, bool]]:
    """Lines, and whether each is within its goal."""
    found = made()
    words = len(found.article.text.split()) if found.article else 0
    page = render.files(found, link)["digest.pt.html"]
    yield f"{words} words, a translation: {len(page):,} bytes ({len(gzip.compress(page)):,} zipped)", len(page) < BYTES
    script = len(inline("digest.js"))
    yield f"script {script:,} bytes", script < SCRIPT
    for name, size in (("phone", PHONE), ("desktop", DESKTOP)):
        columns = measured(page, size)
        names = ("paint", "interactive", "processor")
        medians = dict(zip(names, map(statistics.median, columns), strict=True))
        shown = "   ".join(
            f"{each} {medians[each]:.0f} ms ({least:.0f})" for each, (least, *_) in zip(names, columns, strict=True)
        )
        yield f"{name:8} {shown}", medians["processor" if _busy() else "interactive"] < MILLISECONDS


def _busy() -> bool:
    return os.getloadavg()[0] > (os.cpu_count() or 1)


def main() -> int:
    """Print the table."""
    met = True
    for line, within in table():
        print(line if within else f"{line}   MISSED", flush=True)
        met &= within
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
