"""How long the command line takes to say something, beside Python itself: ``python -m bench.startup``."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from bench.rows import line

RUNS = 9
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import typer": ["-c", "import typer"],
    "import claimwire": ["-c", "import claimwire"],
    "claimwire --help": ["-m", "claimwire", "--help"],
    "claimwire run --help": ["-m", "claimwire", "run", "--help"],
    "claimwire version": ["-m", "claimwire", "version"],
}


def seconds(words: list[str]) -> float:
    """One run, from its start to its end."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print medians of runs in turn, so that a busy moment slows all alike."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, words in COMMANDS.items():
            taken[name].append(seconds(words))
    bare = statistics.median(taken["python -c pass"])
    print(line("", "median s", "least s", "times bare Python"))
    for name, all_seconds in taken.items():
        median = statistics.median(all_seconds)
        print(line(name, f"{median:.3f}", f"{min(all_seconds):.3f}", f"{median / bare:.1f}"))


if __name__ == "__main__":
    main()
