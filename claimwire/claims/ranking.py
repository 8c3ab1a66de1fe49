"""Every unit of a text with its score: for those who want the order, not a summary."""

from __future__ import annotations

from msgspec import Struct

from claimwire.claims import rankers
from claimwire.claims.analysis import Analysis, analyse
from claimwire.claims.candidates import candidates, material
from claimwire.claims.rankers.material import Material
from claimwire.models import Article
from claimwire.segment import segment


class Ranked(Struct, frozen=True):
    """One unit, ``text[start:end] == text``; ``reasons`` sum to ``score``, and higher is better."""

    start: int
    end: int
    text: str
    score: float
    reasons: dict[str, float]


class Scored(Struct, frozen=True):
    """The units that may be claims: their numbers in the analysis, how the ranker saw them, and its reasons for each."""

    numbers: list[int]
    material: Material
    reasons: list[dict[str, float]]

    @property
    def scores(self) -> list[float]:
        """Sums of the reasons."""
        return [sum(reasons.values()) for reasons in self.reasons]


def rank(text: str, title: str, language: str, ranker: str = "neutral") -> list[Ranked]:
    """All units of ``text`` that may be claims, the best first; equal scores keep the text's order.

    Raises BadSetting for an unknown ranker.
    """
    article = Article(name="", format="txt", text=text, title=title)
    analysis = analyse(article, language, segment(text, language))
    scored = score(article, language, analysis, ranker)
    found = zip(scored.numbers, scored.scores, scored.reasons, strict=True)
    ranked = [_ranked(text, analysis, number, total, reasons) for number, total, reasons in found]
    return sorted(ranked, key=lambda each: -each.score)


def score(article: Article, language: str, analysis: Analysis, ranker: str) -> Scored:
    """What ``ranker`` makes of the units of an article. Raises BadSetting where there is no such ranker."""
    found = rankers.ranker(ranker)
    numbers = candidates(article, analysis)
    seen = material(article, language, analysis, numbers)
    return Scored(numbers, seen, found(seen))


def _ranked(text: str, analysis: Analysis, number: int, total: float, reasons: dict[str, float]) -> Ranked:
    unit = analysis.units[number]
    return Ranked(unit.start, unit.end, text[unit.start : unit.end], total, reasons)
