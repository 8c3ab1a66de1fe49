"""From ranked units to the claims of a summary."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.analysis import Analysis, analyse
from claimwire.claims.claim import build
from claimwire.claims.lexicon import known
from claimwire.claims.numbers import numbers
from claimwire.claims.rankers import RANKERS
from claimwire.claims.rankers.material import Candidate, Material
from claimwire.claims.tokens import words
from claimwire.claims.units import Unit
from claimwire.errors import BadSetting
from claimwire.models import Article, Language, Sentence, Summary

_SAME = 0.7  # share of common words from which two units say the same


def summarise(
    article: Article, language: Language, sentences: Sequence[Sentence], count: int = 5, ranker: str = "neutral"
) -> Summary:
    """The ``count`` key claims in rank order, with speaker, cue and kind, and the caveats in text order.

    ``sentences`` are the whole article's. Raises BadSetting for an unknown ranker.
    """
    if ranker not in RANKERS:
        raise BadSetting(f"unknown ranker {ranker!r}: choose one of {', '.join(RANKERS)}")
    analysis = analyse(article, language.code, sentences)
    chosen = _candidates(article, analysis)
    material = _material(article, language, analysis, chosen)
    reasons = RANKERS[ranker](material)
    order = sorted(range(len(chosen)), key=lambda at: -sum(reasons[at].values()))
    picked = _distinct(order, material, count)
    claims = tuple(build(article, analysis, chosen[at], reasons[at]) for at in picked)
    return Summary(ranker=ranker, claims=claims, caveats=tuple(analysis.caveats), attributed=known(language.code))


def _candidates(article: Article, analysis: Analysis) -> list[int]:
    """Units that may be claims: they are open, and have a word."""
    return [number for number, free in enumerate(analysis.open) if free and _worded(article, analysis.units[number])]


def _worded(article: Article, unit: Unit) -> bool:
    return any(map(str.isalpha, article.text[unit.start : unit.end]))


def _material(article: Article, language: Language, analysis: Analysis, chosen: Sequence[int]) -> Material:
    title = article.title or ""
    return Material([_candidate(article, analysis, number) for number in chosen], tuple(words(title)), language.code)


def _candidate(article: Article, analysis: Analysis, number: int) -> Candidate:
    unit, attribution = analysis.units[number], analysis.attributions[number]
    text = article.text[unit.start : unit.end]
    speaker = analysis.names[number] or attribution.speaker
    return Candidate(
        text=text,
        words=tuple(words(text)),
        paragraph=unit.paragraph,
        kind=attribution.kind,
        cued=attribution.cue is not None,
        named=speaker is not None and any(word[:1].isupper() for word in speaker.text.split()[1:]),
        numbers=len(numbers(article.text, unit.start, unit.end)),
    )


def _distinct(order: Sequence[int], material: Material, count: int) -> list[int]:
    """The best ``count``, without those that repeat a better one."""
    picked: dict[int, set[str]] = {}
    for at in order:
        if len(picked) >= count:
            break
        here = set(material.candidates[at].words)
        if not any(_alike(here, other) for other in picked.values()):
            picked[at] = here
    return list(picked)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) > _SAME * max(1, min(len(one), len(other)))
