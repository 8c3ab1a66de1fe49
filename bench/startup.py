"""How long the command line takes to say something, beside Python itself: ``python -m bench.startup``."""

from __future__ import annotations

import resource
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


def seconds(words: list[str]) -> tuple[float, float]:
    """One run, from its start to its end, and the processor's part of it: a busy machine lengthens the first alone."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print medians of runs in turn, so that a busy moment slows all alike."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, words in COMMANDS.items():
            taken[name].append(seconds(words))
    print(line("", "median s", "least s", "median CPU s"))
    for name, found in taken.items():
        whole, processor = zip(*found, strict=True)
        print(line(name, f"{statistics.median(whole):.3f}", f"{min(whole):.3f}", f"{statistics.median(processor):.3f}"))


if __name__ == "__main__":
    main()
