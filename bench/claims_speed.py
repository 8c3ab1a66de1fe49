"""How fast the claims stage is on a news article of 500 words, and sumy's LexRank beside it: ``python -m bench.claims_speed``.

One core, medians of many rounds, all systems in each round so that a busy moment of the machine hits all. sumy gets its own document
model, stemmer and stop words; its tokenizer, which wants data that is not in its package, is replaced by one of two patterns.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from claimwire.claims import RANKERS, summarise
from claimwire.claims.figures import dates, numbers
from claimwire.models import Article, Language
from claimwire.segment import segment

ARTICLE = Path(__file__).parent.parent / "examples" / "grain-corridor.en.txt"
WORDS, CLAIMS = 500, 5
ROUNDS, IMPORTS = 60, 9
STATEMENTS = {
    "all of claimwire": "import claimwire",
    "all of sumy's rankers in it": "from claimwire.claims.rankers.sumy.summarizers import summarizer; "
    "summarizer('luhn'), summarizer('lexrank')",
    "sumy's LexRank alone": "import sumy.summarizers.lex_rank",
    "sumy with parser and tokenizer": "import sumy.summarizers.lex_rank, sumy.parsers.plaintext, sumy.nlp.tokenizers",
}
Task = Callable[[], object]


class Tokenizer:
    """What sumy's parser asks of a tokenizer."""

    language = "english"

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Cut behind a full stop, a question or an exclamation mark."""
        return tuple(re.split(r"(?<=[.!?])\s+", paragraph))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Runs of letters and digits."""
        return tuple(re.findall(r"\w+", sentence))


def text() -> str:
    """The first 500 words of the article, to the end of the paragraph in which they end."""
    kept: list[str] = []
    for paragraph in ARTICLE.read_text("utf-8").split("\n\n"):
        if sum(len(each.split()) for each in kept) < WORDS:
            kept.append(paragraph)
    return "\n\n".join(kept)


def tasks(story: str) -> dict[str, Task]:
    """What is timed, by name."""
    article = Article(name="", format="txt", text=story, title=story.partition("\n")[0], published="2026-11-23")
    language, sentences = Language(code="en", confidence=1, method="", script="Latn"), segment(story, "en")

    def stage(ranker: str) -> Task:
        return lambda: summarise(article, language, sentences, CLAIMS, ranker)

    names = ["neutral", "neutral+lexrank", *(name for name in RANKERS if name != "neutral")]
    whole = {f"claims stage, {name}": stage(name) for name in names}
    figures: dict[str, Task] = {
        "figures of the whole text": lambda: numbers(story, 0, len(story), "en"),
        "dates of the whole text": lambda: dates(story, 0, len(story), "en", article.published),
    }
    return whole | figures | {"sumy's own LexRank": _sumys(story)}


def _sumys(story: str) -> Task:
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    lexrank = LexRankSummarizer(Stemmer("english"))
    lexrank.stop_words = get_stop_words("english")
    return lambda: lexrank(PlaintextParser.from_string(story, Tokenizer()).document, CLAIMS)


def table() -> Iterator[str]:
    """One row a task."""
    story = text()
    timed = tasks(story)
    for task in timed.values():
        task()
    rounds = [{name: _seconds(task) for name, task in timed.items()} for _ in range(ROUNDS)]
    yield f"{len(story.split())} words, medians of {ROUNDS} rounds, one core, Python {sys.version.split()[0]}"
    for name in timed:
        times = [1000 * each[name] for each in rounds]
        yield f"{name:32} {statistics.median(times):8.2f} ms   (least {min(times):.2f})"
    rooms = [_room() for _ in range(IMPORTS)]
    yield f"import: {'the claims stage alone':32} {statistics.median(rooms):8.0f} ms   (least {min(rooms):.0f})"
    runs = [{name: _import(statement) for name, statement in STATEMENTS.items()} for _ in range(IMPORTS)]
    for name in STATEMENTS:
        times = [each[name] for each in runs]
        yield f"import: {name:32} {statistics.median(times):8.0f} ms   (least {min(times):.0f})"


def _seconds(task: Task) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


def _import(statement: str) -> float:
    """Processor milliseconds in a process of its own, without the interpreter's start."""
    program = f"import time; start = time.process_time(); {statement}; print(1000 * (time.process_time() - start))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(run.stdout)


def _room() -> float:
    """Milliseconds of the claims room alone, with what it is the first to import, as the interpreter itself counts them."""
    command = [sys.executable, "-X", "importtime", "-c", "import claimwire.claims"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stderr.splitlines()
    return next(int(line.split("|")[1]) / 1000 for line in lines if line.endswith(" claimwire.claims"))


if __name__ == "__main__":
    print(*table(), sep="\n")
