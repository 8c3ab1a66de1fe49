"""Who opens a sentence: the subject of a verb that has none beside it."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order.shapes import APPOSITION, LONGEST, MARKS, nominal, shaped
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_JOINS = ("titles", "linkers", "conjunctions")  # inside a name: "the Ministry of Health and Sport"


def opening(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Who opens the sentence: the subject of ``… and [said]`` and ``…, [saying]``, where none stands before the cue."""
    start = _past_lead(tokens, _sentence_start(tokens, end), end, lexicon)
    if start < end and tokens[start].lower in lexicon.pronouns:
        return start, start + 1
    last = start
    while last < end and last - start < LONGEST and not _verbal(tokens, start, last, lexicon):
        last += 1
    if last < end and lexicon.has("determiners", tokens[start].lower):
        return shaped(tokens, start, last, lexicon)
    while last > start and not nominal(tokens[last - 1], lexicon):
        last -= 1
    run = start
    while run < last and (nominal(tokens[run], lexicon) or lexicon.has_any(_JOINS, tokens[run].lower)):
        run += 1
    plain = run > start and nominal(tokens[run - 1], lexicon) and not lexicon.has("times", tokens[start].lower)
    return (start, run) if plain and not lexicon.has("prepositions", tokens[start].lower) else None


def _past_lead(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Past ``But`` and ``On Monday,``: to where the subject of the sentence may begin."""
    while start < end and lexicon.has_any(("contrasts", "conjunctions"), tokens[start].lower):
        start += 1
    lead = start < end and lexicon.has_any(("prepositions", "times", "participles"), tokens[start].lower)
    comma = next((at for at in range(start, min(end, start + APPOSITION)) if tokens[at].text == ","), None)
    return comma + 1 if lead and comma is not None else start


def _verbal(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the subject that begins at ``start`` has ended: at a mark, or at what looks like its verb."""
    token = tokens[at]
    if token.text in MARKS or lexicon.has_any(("finite", "passive", "breaks", "relatives"), token.lower):
        return True
    return (
        at > start
        and not token.capitalised
        and (lexicon.has("pasts", token.lower) or lexicon.cue.at(tokens, at) is not None)
    )


def _sentence_start(tokens: Sequence[Token], end: int) -> int:
    stops = (at + 1 for at in range(end - 1, -1, -1) if tokens[at].text in ".!?")
    return next(stops, 0)
