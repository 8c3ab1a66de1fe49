"""Key claims: who claims what, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.rankers import RANKERS
from claimwire.claims.summary import summarise_sentences
from claimwire.models import Article, Language, Sentence, Summary
from claimwire.segment import segment


def summarise(
    article: Article,
    language: Language,
    claims: int = 5,
    *,
    ranker: str = "neutral",
    sentences: Sequence[Sentence] | None = None,
) -> Summary:
    """The ``claims`` key claims in rank order, with speaker, cue and kind, and the caveats in text order.

    ``sentences`` are the article's, where the caller has them already. Raises BadSetting for an unknown ranker.
    """
    parts = segment(article.text, language) if sentences is None else sentences
    return summarise_sentences(article, language, parts, claims, ranker)


__all__ = ["RANKERS", "summarise"]
