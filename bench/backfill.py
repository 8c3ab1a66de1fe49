"""An archive done each article once, through two crashes: ``python -m bench.backfill [--articles 5000] [cloud] [folder]``.

In the local cloud, when a third is done, fresh uploads go past, then the functions' workers are killed by SIGKILL; at two thirds the whole
cloud is stopped. In a folder workers are killed at a third, and the command itself with them at two thirds. Exit 1 where anything is lost
or doubled.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from bench import backfill_cloud, backfill_faults, backfill_folder
from bench.backfill_fresh import Overtaken
from bench.storm_cloud import Switch

Row = tuple[str, str]


def cloud(articles: int, scale: str) -> tuple[list[Row], list[str]]:
    """In the local cloud: what to print, and what is wrong."""
    switch, begun = Switch(), time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        backfill_cloud.yard(Path(folder) / "cloud", switch, BackfillScale=scale) as here,
    ):
        keys = backfill_cloud.stored(here.cloud, articles)
        notices, second, third, fresh = backfill_cloud.crashed(here, keys, partial(print, flush=True))
        wrong = backfill_faults.of(here.cloud, keys, notices)
    sent, distinct = switch.paid()
    if third.sent or third.done != articles:
        wrong.append(f"a third run finds {third}")
    wrong += [f"a fresh upload waited for the archive: {each}" for each in fresh if not each.after]
    rows = [
        ("articles", f"{articles:,}"),
        ("seconds", f"{time.monotonic() - begun:.0f}"),
        ("the second run found done / sent", f"{second.done:,} / {second.sent:,}"),
        ("a third run found done / sent", f"{third.done:,} / {third.sent:,}"),
        ("notices: ids / copies of an id", f"{len({one.id for one in notices}):,} / {len(notices):,}"),
        ("a fresh upload: seconds, median / most", " / ".join(f"{value:.1f}" for value in _middle(fresh))),
        ("archive waiting then, at least", f"{min(each.after for each in fresh):,}"),
        ("characters paid / distinct", f"{sent:,} / {distinct:,} = {sent / max(distinct, 1):.4f}"),
    ]
    return rows, wrong


def _middle(fresh: list[Overtaken]) -> tuple[float, float]:
    seconds = [each.seconds for each in fresh]
    return statistics.median(seconds), max(seconds)


def folder(articles: int, scale: str) -> tuple[list[Row], list[str]]:
    """In a folder: the same, by two processes."""
    del scale
    switch, begun = Switch(), time.monotonic()
    with tempfile.TemporaryDirectory() as root:
        said, wrong = backfill_folder.run(Path(root), articles, 2, switch, partial(print, flush=True))
    second, third = (dict(line.split("\t") for line in each.splitlines() if "\t" in line) for each in said)
    if third.get("done before") != f"{articles:,}":
        wrong.append(f"a third run says {third}")
    sent, distinct = switch.paid()
    rows = [
        ("articles", f"{articles:,}"),
        ("seconds", f"{time.monotonic() - begun:.0f}"),
        ("the second run: done before / now", f"{second.get('done before', 0)} / {second.get('done', 0)}"),
        ("a third run: done before / now", f"{third.get('done before', 0)} / {third.get('done', 0)}"),
        ("characters paid / distinct", f"{sent:,} / {distinct:,} = {sent / max(distinct, 1):.4f}"),
    ]
    return rows, wrong


PLACES = {"cloud": cloud, "folder": folder}


def main() -> int:
    """Run, print one table, and say whether each article was done once."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("places", nargs="*", choices=PLACES, default=list(PLACES))
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--scale", default="standard", help="the stack's BackfillScale")
    asked, bad = parser.parse_args(), 0
    for place in asked.places:
        rows, wrong = PLACES[place](asked.articles, asked.scale)
        print("\n".join(f"{place:8}{what:40}{value}" for what, value in rows))
        print("\n".join(f"{place:8}WRONG {fault}" for fault in wrong[:20]) or f"{place:8}each once")
        bad += len(wrong)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
