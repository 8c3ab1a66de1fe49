"""Speed, beside the bare parts, in one run: ``python -m bench.speed TABLE``. For quiet machines: read the ratios, not the rates."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from bench import claims_speed, translation_speed, translation_threads

TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "claims": claims_speed.table,
    "threads": translation_threads.table,
    "translation": translation_speed.table,
}


def main() -> None:
    """Print the rows of a table as they come."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("table", choices=TABLES)
    for row in TABLES[parser.parse_args().table]():
        print(row, flush=True)


if __name__ == "__main__":
    main()
