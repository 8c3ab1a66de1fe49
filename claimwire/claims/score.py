"""How much one sentence, taken by itself, is like a claim that is worth a place in a summary."""

from __future__ import annotations

import math
from functools import cache
from importlib import resources

import msgspec

from claimwire.claims.analysis import analyse
from claimwire.claims.candidates import material
from claimwire.claims.rankers.features import raw
from claimwire.claims.rankers.material import Candidate, Material
from claimwire.models import Article
from claimwire.segment import segment

Columns = dict[str, float]


class Model(msgspec.Struct, frozen=True):
    """Logistic regression on features of form (docs/claims-ranking.md); ``python -m bench.learn_score`` makes it."""

    bias: float
    weights: dict[str, float]


def claim_score(sentence: str, language: str) -> float:
    """0 to 1: how likely a news editor's five key claims could have a sentence of this form; 0 for a text without words.

    It looks at numbers, names, quotation, attribution, length and marks, not at what is true or important: a score of form, no
    check-worthiness. ``language`` is a BCP-47 code, for the words of attribution. Of several sentences, the best one's.
    """
    return max((_probability(form(unit, language)) for unit in units(sentence, language) if unit.words), default=0.0)


def units(text: str, language: str) -> list[Candidate]:
    """The units of a text as a ranker sees them, barred or not."""
    article = Article(name="", format="txt", text=text)
    analysis = analyse(article, language, segment(text, language))
    return list(material(article, language, analysis, range(len(analysis.units))).candidates)


def form(unit: Candidate, language: str) -> Columns:
    """The features of a unit that stands alone."""
    return {name: values[0] for name, values in raw(Material([unit], (), language)).items()}


def _probability(columns: Columns) -> float:
    found = model()
    total = found.bias + math.fsum(weight * columns[name] for name, weight in found.weights.items())
    return 1 / (1 + math.exp(-total))


@cache
def model() -> Model:
    """The shipped weights; clear with ``model.cache_clear()``."""
    return msgspec.json.decode((resources.files(__package__) / "score.json").read_bytes(), type=Model)
