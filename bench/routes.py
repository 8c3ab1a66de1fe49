"""Ways of the apertium engine against references, each beside the leg or mode that it must beat: chrF on FLORES lines.

Every sentence goes to the engine itself, unchecked and alone, so that a figure says what the way is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.rows import line, rows
from claimwire.translators.apertium import Apertium
from claimwire.translators.modes import table

# chrF on FLORES-200 devtest, with the programs run by hand before the engine was built. Ours is on dev: other lines, same kind.
BEFORE = {way.by: way.chrf for way in table().ways if way.chrf}


def table_of_ways(data: Path, split: str) -> Iterator[str]:
    """One row a pair: the way taken, chrF, and what the same way reached before."""
    lines = list(rows(data, "flores_pairs", split))
    engine = Apertium()
    pairs = [(way.by.split()[0], way.by.split()[-1]) for way in table().ways]
    yield line("pair", "chrF", "before (devtest)") + "  model"
    for source, target in dict.fromkeys([*pairs, *(tuple(pair.split("-", 1)) for pair in table().modes)]):
        if engine.supports(source, target) and {source, target} <= lines[0].keys():
            model = engine.model(source, target)
            before = BEFORE.get(model.split("/")[1].split()[0].replace(">", " "))
            found = chrf(engine, lines, source, target)
            yield line(f"{source} to {target}", f"{found:.1f}", f"{before:.1f}" if before else "-") + f"  {model}"


def chrf(engine: Apertium, lines: Sequence[dict[str, str]], source: str, target: str) -> float:
    """Of the whole set, as sacrebleu counts it."""
    from sacrebleu.metrics.chrf import CHRF

    answers = [answer or "" for answer in engine.translate([row[source] for row in lines], source, target)]
    return float(CHRF().corpus_score(answers, [[row[target] for row in lines]]).score)
