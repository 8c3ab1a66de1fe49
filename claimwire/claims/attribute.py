"""Who says it, how, and where that stands: for one unit at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimwire.claims import borders, cues, manner, runs
from claimwire.claims.attribution import Attribution
from claimwire.claims.content import content
from claimwire.claims.cues import Cue
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.passage import Passage
from claimwire.claims.tokens import Token, pieces, words
from claimwire.claims.units import Unit
from claimwire.models import Kind, Span

# Under this share of the words outside the attribution itself, the quotation is only part of what is reported.
QUOTED_SHARE = 0.5
_SHORTEST = 3  # words: less in quotation marks is a term or a title


def attribute(text: str, unit: Unit, lexicon: Lexicon) -> Attribution:
    """The main attribution of one unit; what no cue and no quotation marks is ``stated`` by the article itself."""
    return attributions(text, unit, lexicon)[0]


def attributions(text: str, unit: Unit, lexicon: Lexicon) -> list[Attribution]:
    """All attributions of one unit, the main one first, which alone may be ``stated`` or without a cue."""
    passage = _passage(text, unit, lexicon)
    found = cues.found(passage)
    main = _best([cue for cue in found if not cue.mental], passage)
    whole = Attribution(_kind(passage, unit, main), content=(passage.span((0, len(passage.tokens))),))
    hedges = _hedges(passage)
    first = _attribution(passage, main, found, whole) if main else whole
    return [
        replace(first, hedges=hedges),
        *(_attribution(passage, cue, found, whole) for cue in found if cue is not main),
    ]


def _passage(text: str, unit: Unit, lexicon: Lexicon) -> Passage:
    if borders.serves(lexicon):
        tokens = runs.tokens(text, unit.start, unit.end, lexicon)
    else:
        tokens = pieces(text, unit.start, unit.end, lexicon.piece)
    spans = [(quotation.start, quotation.end) for quotation in unit.quotations]
    inside = [any(start <= token.start < end for start, end in spans) for token in tokens]
    return Passage(text, _alike(tokens, unit), inside, lexicon)


def _alike(tokens: Sequence[Token], unit: Unit) -> list[Token]:
    """The tokens, the marks of quotations made one mark: what opens ‘so’ or 'so' is else an apostrophe."""
    marks = {place for quotation in unit.quotations for place in (quotation.start, quotation.end - 1)}
    return [
        replace(token, text='"') if token.start in marks and not token.text[0].isalnum() else token for token in tokens
    ]


def _attribution(passage: Passage, cue: Cue, found: Sequence[Cue], whole: Attribution) -> Attribution:
    """What one cue governs; the main one decides for all whether the unit is a quotation."""
    parts = content(passage, cue, [other for other in found if other is not cue])
    to = manner.addressee(passage, cue)
    return Attribution(
        kind=whole.kind,
        stance=cue.stance,
        cue=passage.span(cue.cue),
        speaker=passage.span(cue.speaker) if cue.speaker else None,
        content=tuple(passage.span(part) for part in parts) or whole.content,
        addressee=passage.span(to) if to else None,
        mental=cue.mental,
    )


def _hedges(passage: Passage) -> tuple[Span, ...]:
    """Words by which the outlet itself steps back: not what a speaker says inside quotation marks."""
    table = passage.lexicon.listed("hedges")
    places = (
        (at, entry[0])
        for at in range(len(passage.tokens))
        if not passage.inside[at] and (entry := table.at(passage.tokens, at))
    )
    return tuple(passage.span((at, at + length)) for at, length in places)


def _best(found: list[Cue], passage: Passage) -> Cue | None:
    """The cue beside a quotation where there is one, else the outermost: one that ends the unit, or the first."""
    beside = [cue for cue in found if _touches(cue, passage)]
    if beside or not found:
        return beside[0] if beside else None
    return found[-1] if not _worded(passage, found[-1].extent[1]) and not found[-1].shares else found[0]


def _worded(passage: Passage, start: int) -> bool:
    return any(passage.is_word(at) for at in range(start, len(passage.tokens)))


def _touches(cue: Cue, passage: Passage) -> bool:
    """Whether a quotation begins or ends within two tokens of the cue and its subject."""
    start, end = cue.extent
    return any(passage.inside[max(0, start - 2) : start]) or any(passage.inside[end : end + 2])


def _kind(passage: Passage, unit: Unit, cue: Cue | None) -> Kind:
    opens = cue is not None and _touches(cue, passage) and passage.inside[0]
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
        (len(words(token.text)), flag)  # a token may be many words where a script parts none
        for at, (token, flag) in enumerate(zip(passage.tokens, passage.inside, strict=True))
        if token.text[0].isalnum() and at not in attributing
    ]
    quoted = sum(count for count, flag in counted if flag)
    enough = quoted >= (1 if whole else _SHORTEST)
    return enough and (opens or quoted >= QUOTED_SHARE * sum(count for count, _ in counted))
