"""An archive done each article once, through two crashes: ``python -m bench.backfill [--articles 5000] [cloud] [folder]``.

In the local cloud the functions' workers are killed by SIGKILL at a third of the list, and the whole cloud is stopped at two thirds; in a
folder workers are killed at a third, and the command itself with them at two thirds. Exit 1 where anything is lost or doubled.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from bench import backfill_cloud, backfill_folder
from bench.storm_cloud import Switch

Row = tuple[str, str]


def cloud(articles: int) -> tuple[list[Row], list[str]]:
    """In the local cloud: what to print, and what is wrong."""
    switch, begun = Switch(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder, backfill_cloud.yard(Path(folder) / "cloud", switch) as here:
        keys = backfill_cloud.stored(here.cloud, articles)
        notices, second, third = backfill_cloud.crashed(here, keys, partial(print, flush=True))
        wrong = backfill_cloud.faults(here.cloud, keys, notices)
    sent, distinct = switch.paid()
    if third.sent or third.done != articles:
        wrong.append(f"a third run finds {third}")
    rows = [
        ("articles", f"{articles:,}"),
        ("seconds", f"{time.monotonic() - begun:.0f}"),
        ("the second run found done / sent", f"{second.done:,} / {second.sent:,}"),
        ("a third run found done / sent", f"{third.done:,} / {third.sent:,}"),
        ("notices: ids / copies of an id", f"{len({one.id for one in notices}):,} / {len(notices):,}"),
        ("characters paid / distinct", f"{sent:,} / {distinct:,} = {sent / max(distinct, 1):.4f}"),
    ]
    return rows, wrong


def folder(articles: int) -> tuple[list[Row], list[str]]:
    """In a folder: the same."""
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
    asked, bad = parser.parse_args(), 0
    for place in asked.places:
        rows, wrong = PLACES[place](asked.articles)
        print("\n".join(f"{place:8}{what:36}{value}" for what, value in rows))
        print("\n".join(f"{place:8}WRONG {fault}" for fault in wrong[:20]) or f"{place:8}each once")
        bad += len(wrong)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
