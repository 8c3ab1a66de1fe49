"""sumy's algorithms, each imported when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Protocol

from claimwire.claims.rankers.sumy.aside import without_nltk
from claimwire.claims.rankers.sumy.document import Document
from claimwire.claims.rankers.sumy.names import NEED_NUMPY


class Summarizer(Protocol):
    """What we use of sumy's; ``_get_best_sentences`` is handed every unit's rating, to choose by."""

    stop_words: Collection[str]
    bonus_words: Collection[str]
    stigma_words: Collection[str]
    null_words: Collection[str]
    _get_best_sentences: Callable[..., tuple[()]]

    def __call__(self, document: Document, sentences_count: int) -> object:
        """Sentences, the best so many of them, in text order."""


def summarizer(name: str) -> Summarizer:
    """A new summarizer of sumy's, with its own defaults."""
    return (_with_numpy() if name in NEED_NUMPY else _plain())[name]()


def quiet(name: str) -> AbstractContextManager[object]:
    """Warnings of numpy off where an algorithm divides by the nought of an empty graph."""
    if name not in NEED_NUMPY:
        return nullcontext()
    import numpy as np

    return np.errstate(invalid="ignore", divide="ignore")


@cache
def _plain() -> Mapping[str, type[Summarizer]]:
    with without_nltk():
        from sumy.summarizers.edmundson import EdmundsonSummarizer
        from sumy.summarizers.kl import KLSummarizer
        from sumy.summarizers.luhn import LuhnSummarizer
        from sumy.summarizers.reduction import ReductionSummarizer
        from sumy.summarizers.sum_basic import SumBasicSummarizer
    return {
        "edmundson": EdmundsonSummarizer,
        "kl": KLSummarizer,
        "luhn": LuhnSummarizer,
        "reduction": ReductionSummarizer,
        "sumbasic": SumBasicSummarizer,
    }


@cache
def _with_numpy() -> Mapping[str, type[Summarizer]]:
    with without_nltk():
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    return {"lexrank": LexRankSummarizer, "lsa": LsaSummarizer, "textrank": TextRankSummarizer}
