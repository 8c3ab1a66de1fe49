"""What sumy's algorithms make of the units."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from claimwire.claims.rankers.material import Material
from claimwire.claims.rankers.sumy.document import Document, Unit, document
from claimwire.claims.rankers.sumy.stopwords import stopwords
from claimwire.claims.rankers.sumy.summarizers import Summarizer, quiet, summarizer

_Rating = Mapping[Unit, float] | Callable[..., float]
_NO_WORD = ("",)  # edmundson refuses empty sets of words; no unit has this one


def scores(name: str, material: Material, longest: int) -> list[float]:
    """The algorithm's rating of every unit, to six places; not comparable between algorithms. Of a unit ``longest`` words are read."""
    read = document(material.candidates, material.title, longest)
    if not read.sentences or (name == "lsa" and len(set(read.words)) < len(read.sentences)):
        return [0.0] * len(read.sentences)  # lsa needs as many words as units
    with quiet(name):
        found = _rated(_tuned(name, read, stopwords(material.language)), read)
    return [round(float(score), 6) if math.isfinite(score) else 0.0 for score in found or [0.0] * len(read.sentences)]


def _tuned(name: str, read: Document, common: frozenset[str]) -> Summarizer:
    if name != "edmundson":
        tuned = summarizer(name)
        tuned.stop_words = common
        return tuned
    title = [word for word in read.headings[0].words if word not in common]
    tuned = summarizer(name)
    tuned.bonus_words, tuned.stigma_words, tuned.null_words = title or _NO_WORD, _NO_WORD, common or _NO_WORD
    return tuned


def _rated(algorithm: Summarizer, read: Document) -> list[float]:
    """What the algorithm rates the units by: it hands its ratings to one method, which chooses, and here keeps them."""
    kept: list[float] = []

    def keep(sentences: Sequence[Unit], _count: int, rating: _Rating, *more: object) -> tuple[()]:
        rate = rating.__getitem__ if isinstance(rating, Mapping) else rating
        kept.extend(rate(sentence, *more) for sentence in sentences)
        return ()

    algorithm._get_best_sentences = keep
    algorithm(read, len(read.sentences))
    return kept
