"""Who says it, how, and where that stands: for one unit at a time."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimwire.claims.speakers import choice, cues, manner
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.content import content
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range
from claimwire.claims.speakers.turns import Turn, around
from claimwire.claims.units import Unit
from claimwire.claims.words.tokens import words
from claimwire.models import Kind, Span

# Under this share of the words outside the attribution itself, the quotation is only part of what is reported.
QUOTED_SHARE = 0.5
_SHORTEST = 3  # words: less in quotation marks is a term or a title


def attributions(passage: Passage, unit: Unit, spoken: Sequence[Turn] = (), *, every: bool = True) -> list[Attribution]:
    """All attributions of one unit, the main one first, which alone may be ``stated`` or without a cue; it alone if not ``every``.

    ``spoken`` are the turns of a transcript, whose names stand before all that the unit says itself.
    """
    found = cues.found(passage)
    turn = around(spoken, unit.start)
    main, relay = (None, None) if turn else choice.main(passage, [cue for cue in found if not cue.mental])
    whole = _unattributed(passage, unit, _kind(passage, unit, main))
    first = (
        _attribution(passage, main, found, whole, whole.kind)
        if main
        else _told(passage.text, unit, turn)
        if turn
        else whole
    )
    first = replace(first, hedges=_hedges(passage), relay=passage.span(relay) if relay else first.relay)
    if first.kind == "stated" and first.hedges:
        first = replace(first, kind="reported", cue=first.hedges[0])
    if not every:
        return [first]
    others = [_attribution(passage, cue, found, whole) for cue in found if cue is not main]
    return [first, *_outermost(first, others)]


def _unattributed(passage: Passage, unit: Unit, kind: Kind) -> Attribution:
    """What no cue governs: of a quotation its words, else all."""
    spans = [(quotation.start, quotation.end) for quotation in unit.quotations] if kind == "quoted" else []
    content = spans or [(passage.tokens[0].start, passage.tokens[-1].end)]
    return Attribution(kind, content=tuple(Span(start=a, end=b, text=passage.text[a:b]) for a, b in content))


def _outermost(first: Attribution, others: Sequence[Attribution]) -> list[Attribution]:
    """Those that are no part of what another says: ``Ana Lima said [Rui Costa wants a bridge]`` tells of her words alone."""
    kept: list[Attribution] = [first] if first.cue else []
    for each in sorted(others, key=lambda attribution: (attribution.mental, attribution.cue and attribution.cue.start)):
        if not any(_within(each.cue, part) for other in kept for part in other.content):
            kept.append(each)
    return [each for each in kept if each is not first]


def _within(place: Span | None, part: Span) -> bool:
    return place is not None and part.start <= place.start < part.end


def _told(text: str, unit: Unit, turn: Turn) -> Attribution:
    """A line of a transcript: word for word what the name before the colon says."""
    start = max(unit.start, turn.colon.end)
    start += len(text[start : unit.end]) - len(text[start : unit.end].lstrip())
    content = (Span(start=start, end=unit.end, text=text[start : unit.end]),) if start < unit.end else ()
    return Attribution("quoted", cue=turn.colon, speaker=turn.name, content=content, source=turn.name)


def _attribution(
    passage: Passage, cue: Cue, found: Sequence[Cue], whole: Attribution, kind: Kind | None = None
) -> Attribution:
    """What one cue governs; without ``kind``, it is a quotation if most of it is."""
    parts = content(passage, cue, [other for other in found if other is not cue])
    to = manner.addressee(passage, cue)
    relay = manner.relay(passage, cue, to)
    return Attribution(
        kind=kind or ("quoted" if _mostly_quoted(passage, parts) else "reported"),
        stance=cue.stance,
        cue=passage.span(cue.cue),
        speaker=passage.span(cue.speaker) if cue.speaker else None,
        content=tuple(passage.span(part) for part in parts) or whole.content,
        addressee=passage.span(to) if to else None,
        relay=passage.span(relay) if relay else None,
        source=passage.span(manner.source(passage, cue)) if cue.speaker else None,
        mental=cue.mental,
    )


def _mostly_quoted(passage: Passage, parts: Sequence[Range]) -> bool:
    words = [passage.inside[at] for part in parts for at in range(*part) if passage.is_word(at)]
    return sum(words) >= max(_SHORTEST, QUOTED_SHARE * len(words))


def _hedges(passage: Passage) -> tuple[Span, ...]:
    """Words by which the outlet itself steps back: not what a speaker says inside quotation marks."""
    table, has = passage.lexicon.listed("hedges"), passage.lexicon.hedging
    places = (
        (at, entry[0])
        for at, token in enumerate(passage.tokens)
        if token.lower in has and not passage.inside[at] and (entry := table.at(passage.tokens, at))
    )
    return tuple(passage.span((at, at + length)) for at, length in places)


def _kind(passage: Passage, unit: Unit, cue: Cue | None) -> Kind:
    opens = cue is not None and choice.touches(cue, passage) and passage.inside[0]
    if _quoted(passage, _attributing(cue), opens=opens, whole=_comes_over(unit)):
        return "quoted"
    return "reported" if cue else "stated"


def _attributing(cue: Cue | None) -> set[int]:
    return {at for part in (cue.cue, cue.speaker) if part for at in range(*part)} if cue else set()


def _comes_over(unit: Unit) -> bool:
    """Whether the unit is a piece of a longer speech, which may be of a word or two."""
    return any(not (quotation.begun and quotation.closed) for quotation in unit.quotations)


def _quoted(passage: Passage, attributing: set[int], *, opens: bool, whole: bool) -> bool:
    """Whether the words quoted are the claim. Where they open it, what follows the speaker tells of the speaker."""
    counted = [
        (
            1 if token.text.isascii() else len(words(token.text)),
            flag,
        )  # a token may be many words where a script parts none
        for at, (token, flag) in enumerate(zip(passage.tokens, passage.inside, strict=True))
        if token.word and at not in attributing
    ]
    quoted = sum(count for count, flag in counted if flag)
    enough = quoted >= (1 if whole else _SHORTEST)
    return enough and (opens or quoted >= QUOTED_SHARE * sum(count for count, _ in counted))
