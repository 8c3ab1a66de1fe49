"""Who says what in a text: every attribution in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimwire.claims.names import goingon, who
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.outermost import others
from claimwire.claims.speakers.reading import Reading
from claimwire.claims.speakers.voices import Voices, voices
from claimwire.claims.words.lexicon import load
from claimwire.segment import segment


def attribute(text: str, language: str) -> tuple[Attribution, ...]:
    """Every attribution in ``text``, in the order in which they stand: words of somebody's, and beliefs and plans (``mental``).

    ``language`` is a BCP-47 code; where there is no lexicon for it, quotation marks alone are read. One quotation that runs over
    several sentences or paragraphs is one attribution, with its parts in ``content``. All spans are pieces of ``text``.
    """
    reading = Reading(text, load(language))
    heard = voices(reading, segment(text, language))
    found = _merged(heard)
    spoken = [each for each in found if not each.mental]
    references = who.resolve(reading, spoken, goingon.links(heard))
    names = dict(zip(map(id, spoken), references, strict=True))
    return tuple(
        replace(each, name=names[id(each)].name, basis=names[id(each)].basis) if id(each) in names else each
        for each in found
    )


def _merged(heard: Voices) -> list[Attribution]:
    """All but what is ``stated``; a unit that shares its speaker with another adds to what that one holds."""
    shared: dict[int, list[int]] = {}
    for at, source in enumerate(heard.sources):
        shared.setdefault(source, []).append(at)
    firsts = {at: _joined([heard.whole(each) for each in units], heard.whole(at)) for at, units in shared.items()}
    every = (
        each
        for at, unit in enumerate(heard.heard)
        for each in ([firsts[at]] if at in firsts else []) + others(unit)
        if each.kind != "stated" or each.cue
    )
    return sorted(every, key=_place)


def _place(attribution: Attribution) -> int:
    return min(span.start for span in (attribution.cue, *attribution.content) if span)


def _joined(parts: Sequence[Attribution], source: Attribution) -> Attribution:
    """One attribution of several units; where they are a quotation, what else the last says tells of the speaker."""
    quoted = [part for part in parts if part.kind == "quoted"]
    content = (span for part in quoted or parts for span in part.content)
    kind = "quoted" if quoted else source.kind
    return replace(source, kind=kind, content=tuple(sorted(content, key=lambda span: span.start)))
