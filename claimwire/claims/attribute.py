"""Who says it, how, and where that stands: for one unit at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimwire.claims import borders, cues, runs
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token, pieces, words
from claimwire.claims.units import Unit
from claimwire.models import Kind, Span, Stance

# Under this share of the words outside the attribution itself, the quotation is only part of what is reported.
QUOTED_SHARE = 0.5
_SHORTEST = 3  # words: less in quotation marks is a term or a title


@dataclass(frozen=True, slots=True)
class Attribution:
    """``speaker`` and ``cue`` are null where the unit does not name them.

    ``content``: what is said, without who says it. ``relay``: the outlet that passes on what the speaker told it.
    """

    kind: Kind
    stance: Stance = "says"
    cue: Span | None = None
    speaker: Span | None = None
    content: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    addressee: Span | None = None
    relay: Span | None = None


def attribute(text: str, unit: Unit, lexicon: Lexicon) -> Attribution:
    """The attribution of one unit; what no cue and no quotation marks is ``stated`` by the article itself."""
    tokens = _alike(_tokens(text, unit, lexicon), unit)
    inside = _inside(tokens, unit)
    cue = _best(list(cues.found(tokens, inside, lexicon)), tokens, inside)
    attributing = {at for part in (cue.cue, cue.speaker) if part for at in range(*part)} if cue else set()
    quoted = _quoted(tokens, inside, attributing, opens=cue is not None and _touches(cue, inside) and inside[0])
    whole = (Span(start=unit.start, end=unit.end, text=text[unit.start : unit.end]),)
    hedges = _hedges(text, tokens, inside, lexicon)
    if cue is None:
        return Attribution("quoted" if quoted else "stated", content=whole, hedges=hedges)
    kind: Kind = "quoted" if quoted else "reported"
    here = _span(text, tokens, cue.cue)
    speaker = _span(text, tokens, cue.speaker) if cue.speaker else None
    return Attribution(kind, cue.stance, here, speaker, whole, hedges)


def _tokens(text: str, unit: Unit, lexicon: Lexicon) -> list[Token]:
    if borders.serves(lexicon):
        return runs.tokens(text, unit.start, unit.end, lexicon)
    return pieces(text, unit.start, unit.end, lexicon.piece)


def _hedges(text: str, tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> tuple[Span, ...]:
    """Words by which the outlet itself steps back: not what a speaker says inside quotation marks."""
    places = (
        (at, entry)
        for at in range(len(tokens))
        if not inside[at] and (entry := lexicon.listed("hedges").at(tokens, at))
    )
    return tuple(_span(text, tokens, (at, at + length)) for at, (length, _) in places)


def _alike(tokens: Sequence[Token], unit: Unit) -> list[Token]:
    """The tokens, the marks of quotations made one mark: what opens ‘so’ or 'so' is else an apostrophe."""
    marks = {place for quotation in unit.quotations for place in (quotation.start, quotation.end - 1)}
    return [
        replace(token, text='"') if token.start in marks and not token.text[0].isalnum() else token for token in tokens
    ]


def _inside(tokens: Sequence[Token], unit: Unit) -> list[bool]:
    spans = [(quotation.start, quotation.end) for quotation in unit.quotations]
    return [any(start <= token.start < end for start, end in spans) for token in tokens]


def _best(found: list[cues.Cue], tokens: Sequence[Token], inside: Sequence[bool]) -> cues.Cue | None:
    """The cue beside a quotation where there is one, else the outermost: one that ends the unit, or the first."""
    beside = [cue for cue in found if _touches(cue, inside)]
    if beside or not found:
        return beside[0] if beside else None
    return found[-1] if _ends_unit(found[-1], tokens) else found[0]


def _ends_unit(cue: cues.Cue, tokens: Sequence[Token]) -> bool:
    return not any(token.text[0].isalnum() for token in tokens[_end(cue) :])


def _end(cue: cues.Cue) -> int:
    return max(cue.cue[1], (cue.speaker or cue.cue)[1])


def _touches(cue: cues.Cue, inside: Sequence[bool]) -> bool:
    """Whether a quotation begins or ends within two tokens of the cue and its subject."""
    start, end = min(cue.cue[0], (cue.speaker or cue.cue)[0]), _end(cue)
    return any(inside[max(0, start - 2) : start]) or any(inside[end : end + 2])


def _quoted(tokens: Sequence[Token], inside: Sequence[bool], attributing: set[int], *, opens: bool) -> bool:
    """Whether the words quoted are the claim. Where they open it, what follows the speaker tells of the speaker."""
    content = [
        (len(words(token.text)), flag)  # a token may be many words where a script parts none
        for at, (token, flag) in enumerate(zip(tokens, inside, strict=True))
        if token.text[0].isalnum() and at not in attributing
    ]
    quoted = sum(count for count, flag in content if flag)
    return quoted >= _SHORTEST and (opens or quoted >= QUOTED_SHARE * sum(count for count, _ in content))


def _span(text: str, tokens: Sequence[Token], where: tuple[int, int]) -> Span:
    start, end = tokens[where[0]].start, tokens[where[1] - 1].end
    return Span(start=start, end=end, text=text[start:end])
