"""From ranked units to the claims of a summary."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.analysis import analyse
from claimwire.claims.claim import build
from claimwire.claims.linking import linked
from claimwire.claims.ranking import score
from claimwire.claims.selecting import Choice, select
from claimwire.claims.words.lexicon import load
from claimwire.models import Article, Language, Sentence, Summary


def summarise(
    article: Article, language: Language, sentences: Sequence[Sentence], count: int = 5, ranker: str = "neutral",
    *, words: int = 0, order: str = "rank",
) -> Summary:  # fmt: skip
    """The ``count`` key claims, with speaker, cue and kind, and the caveats in text order.

    ``sentences`` are the whole article's. ``words``: as many as all claims may have together, 0 for any number. ``order``: ``rank``, the
    best first, or ``text``. Raises BadSetting for an unknown ranker or order.
    """
    lexicon = load(language.code)
    choice = Choice(count, words, order)
    analysis = analyse(article, language.code, sentences)
    scored = score(article, language.code, analysis, ranker)
    picked = select(scored.scores, scored.material, choice)
    claims = [build(article, language.code, analysis, scored.numbers[at], scored.reasons[at]) for at in picked]
    return Summary(
        ranker=ranker,
        claims=tuple(linked(claims, analysis.caveats, sentences, lexicon.pronouns)),
        caveats=tuple(analysis.caveats),
        attributed=bool(lexicon.cues),
    )
