"""A ranked unit as a claim, with all that is known of it."""

from __future__ import annotations

import hashlib
import re

from claimwire.claims.analysis import Analysis
from claimwire.claims.figures import numbers_and_dates
from claimwire.claims.names.reference import Reference
from claimwire.models import Article, Claim, Span, Speaker

_CONTEXT = 300  # characters of the text before that a reader gets where the speaker is open
# What is left of a word where the context is cut: longer runs are of a script that parts no words, and may be cut anywhere.
_WORD_PART = re.compile(r"\w{0,30}(?!\w)[^\w\s]*\s*")


def build(article: Article, language: str, analysis: Analysis, number: int, reasons: dict[str, float]) -> Claim:
    """The claim that unit ``number`` makes; ``reasons`` sum to its score."""
    unit, attribution = analysis.units[number], analysis.voices.whole(number)
    reference = analysis.references[number]
    text, speaker = article.text[unit.start : unit.end], attribution.speaker or _in_verb(attribution.cue, reference)
    numbers, dates = numbers_and_dates(article.text, unit.start, unit.end, language, article.published)
    return Claim(
        id=hashlib.sha256(f"{unit.start}\0{text}".encode()).hexdigest()[:12],
        text=text,
        start=unit.start,
        end=unit.end,
        sentences=(unit.first, unit.last),
        kind=attribution.kind,
        stance=attribution.stance,
        score=round(sum(reasons.values()), 4),
        reasons=reasons,
        speaker=_speaker(speaker, reference) if speaker else None,
        cue=attribution.cue,
        content=attribution.content,
        hedges=attribution.hedges,
        addressee=attribution.addressee,
        relay=attribution.relay,
        numbers=numbers,
        dates=dates,
        context=_context(article, unit.start) if speaker is None and attribution.kind != "stated" else None,
    )


def _speaker(place: Span, reference: Reference) -> Speaker:
    return Speaker(start=place.start, end=place.end, text=place.text, name=reference.name, basis=reference.basis)


def _in_verb(cue: Span | None, reference: Reference) -> Span | None:
    """The verb, where its form alone tells who speaks: ``Añadió que …``."""
    return cue if reference.basis == "verb" else None


def _context(article: Article, start: int) -> Span | None:
    """What stands just before, from its paragraph's head or a word's, so that a person can judge who speaks."""
    end = len(article.text[:start].rstrip())
    head, furthest = article.text.rfind("\n\n", 0, end) + 2, end - _CONTEXT
    if head == 1:  # no empty line before: the first paragraph
        head = 0
    if head < furthest:
        part = _WORD_PART.match(article.text, furthest, end)
        head = part.end() if part and article.text[furthest - 1].isalnum() else furthest
    return Span(start=head, end=end, text=article.text[head:end]) if head < end else None
