"""What may be a claim, as a ranker sees it."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.analysis import Analysis
from claimwire.claims.captions import CLOSING, captions
from claimwire.claims.rankers.material import Candidate, Material
from claimwire.claims.units import Unit
from claimwire.claims.words.tokens import words
from claimwire.models import Article

_LONG = 150  # characters: a longer unit tells more than that somebody does not comment
_QUESTION = ("?", "？", "؟", "\u037e")  # the last is the Greek question mark


def candidates(article: Article, analysis: Analysis) -> list[int]:
    """Numbers of the units that may be claims: open, with a word, no question, no caption; a refusal to comment where all are."""
    found = [
        number
        for number, unit in enumerate(analysis.units)
        if analysis.open[number] and _worded(article, unit) and not _asks(article, unit)
    ]
    units = [analysis.units[number] for number in found]
    apart = captions([article.text[unit.start : unit.end] for unit in units], [unit.paragraph for unit in units])
    kept = [number for at, number in enumerate(found) if at not in apart]
    return [number for number in kept if not _refuses(analysis, number)] or kept


def material(article: Article, language: str, analysis: Analysis, chosen: Sequence[int]) -> Material:
    """Those units, with the headline's words."""
    return Material(
        [_candidate(article, analysis, number) for number in chosen], tuple(words(article.title or "")), language
    )


def _worded(article: Article, unit: Unit) -> bool:
    return any(map(str.isalpha, article.text[unit.start : unit.end]))


def _refuses(analysis: Analysis, number: int) -> bool:
    """Whether hardly more is told than that somebody does not comment: by the outlet itself, or by a spokesman."""
    heard = analysis.voices.heard[number]
    places = heard.passage.refusals
    if not places or heard.unit.quotations or heard.unit.end - heard.unit.start > _LONG:
        return False
    return any(part.start <= start < part.end for part in heard.whole.content for start, _ in places)


def _asks(article: Article, unit: Unit) -> bool:
    return article.text[unit.start : unit.end].rstrip(CLOSING).endswith(_QUESTION)


def _candidate(article: Article, analysis: Analysis, number: int) -> Candidate:
    unit, attribution = analysis.units[number], analysis.brief[number]
    text = article.text[unit.start : unit.end]
    speaker = analysis.references[number].name or attribution.speaker
    return Candidate(
        text=text,
        words=tuple(words(text)),
        paragraph=unit.paragraph,
        kind=attribution.kind,
        cued=attribution.cue is not None,
        named=speaker is not None and any(word[:1].isupper() for word in speaker.text.split()[1:]),
        stance=attribution.stance,
        speaker=attribution.speaker.text if attribution.speaker else "",
        marked=sum(quotation.end - quotation.start for quotation in unit.quotations) / len(text),
        opens=bool(unit.quotations) and unit.quotations[0].start <= unit.start + 1,
    )
