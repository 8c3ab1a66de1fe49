"""Quality on data, beside the peers, in one run: ``python -m bench.quality TABLE --data DIR``.

Peers come with ``pip install -r bench/requirements.txt``; one that is not installed is left out of the table, and named below it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from bench import (
    attributed,
    detection,
    furniture,
    keyclaims,
    reading,
    routes,
    segmentation,
    summaries,
    translation,
    translation_faults,
)

Table = Callable[[Path, str], Iterator[str]]

TABLES: dict[str, Table] = {
    "reading": reading.table,
    "furniture": furniture.table,
    "detection": detection.table,
    "segmentation": segmentation.table,
    "keyclaims": keyclaims.table,
    "attribution": attributed.table,
    "summaries": summaries.table,
    "translation": translation.table,
    "routes": routes.table,
    "faults": translation_faults.table,
    "claims": lambda data, split: chain(*(room.table(data, split) for room in (keyclaims, attributed, summaries))),
}


def main() -> None:
    """Print the rows of a table as they come: some take minutes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("table", choices=TABLES)
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--split", default="dev")
    given = parser.parse_args()
    for row in TABLES[given.table](given.data, given.split):
        print(row, flush=True)


if __name__ == "__main__":
    main()
