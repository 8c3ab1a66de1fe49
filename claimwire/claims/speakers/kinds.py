"""Whether the words of a unit, or of an attribution in it, are a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers import choice
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range
from claimwire.claims.units import Unit
from claimwire.claims.words.tokens import Token, words
from claimwire.models import Kind

# Under this share of the words outside the attribution itself, the quotation is only part of what is reported.
QUOTED_SHARE = 0.5
_SHORTEST = 3  # words: less in quotation marks is a term or a title
_BRIEF = 2  # words, where the quotation opens the unit and stands beside its cue


def kind(passage: Passage, unit: Unit, cue: Cue | None) -> Kind:
    """Of a unit with its main cue: where a quotation opens it, what follows the speaker tells of the speaker."""
    if any(passage.inside):
        opens = cue is not None and passage.inside[0] and choice.touches(cue, passage)
        if _quoted(passage, _attributing(cue), opens=opens, whole=_comes_over(unit)):
            return "quoted"
    return "reported" if cue else "stated"


def mostly_quoted(passage: Passage, parts: Sequence[Range]) -> bool:
    """Whether most words of these parts are in quotation marks."""
    quoted = [passage.inside[at] for part in parts for at in range(*part) if passage.tokens[at].word]
    return sum(quoted) >= max(_SHORTEST, QUOTED_SHARE * len(quoted))


def _attributing(cue: Cue | None) -> set[int]:
    return {at for part in (cue.cue, cue.speaker) if part for at in range(*part)} if cue else set()


def _comes_over(unit: Unit) -> bool:
    """Whether the unit is a piece of a longer speech, which may be of a word or two."""
    return any(not (quotation.begun and quotation.closed) for quotation in unit.quotations)


def _quoted(passage: Passage, attributing: set[int], *, opens: bool, whole: bool) -> bool:
    """Whether the words quoted are the claim."""
    counted = [
        (_words(token), flag)
        for at, (token, flag) in enumerate(zip(passage.tokens, passage.inside, strict=True))
        if token.word and at not in attributing
    ]
    quoted = sum(count for count, flag in counted if flag)
    enough = quoted >= (1 if whole else _BRIEF if opens else _SHORTEST)
    return enough and (opens or quoted >= QUOTED_SHARE * sum(count for count, _ in counted))


def _words(token: Token) -> int:
    """A token may be many words where a script parts none."""
    return 1 if token.text.isascii() else len(words(token.text))
