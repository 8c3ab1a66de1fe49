"""An archive done each article once, through two crashes: ``python -m bench.backfill [--articles 5000] [cloud] [folder]``.

In the local cloud the functions' workers are killed by SIGKILL at a third, and the whole cloud is stopped at two thirds of a run; in a
folder workers are killed at a third, and the command itself with them at two thirds. Exit 1 where anything is lost or doubled.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from bench import backfill_cloud
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


PLACES = {"cloud": cloud}


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
