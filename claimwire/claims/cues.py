"""Cues: the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimwire.claims import borders, phrases
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token
from claimwire.models import Stance

_QUOTES = frozenset('"“”„«»「」『』')
_CLEARS = _QUOTES | frozenset(":.")


@dataclass(frozen=True, slots=True)
class Cue:
    """Token ranges of the cue and of its subject, which some languages may leave out."""

    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    stance: Stance


def found(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Iterator[Cue]:
    """Cues that have a subject, in order. ``inside`` marks the tokens within quotations, where nothing is a cue."""
    if borders.serves(lexicon):
        only = borders.best(tokens, inside, lexicon)
        yield from [Cue(*only)] if only else []
        return
    for at in range(len(tokens)):
        if inside[at]:
            continue
        for table, subject in ((lexicon.cue, _subject), (lexicon.phrase, _after), (lexicon.postphrase, _before)):
            if (entry := table.at(tokens, at)) and (speaker := subject(tokens, inside, (at, at + entry[0]), lexicon)):
                yield Cue((at, at + entry[0]), speaker, entry[1])
                break


def _after(
    tokens: Sequence[Token], _: Sequence[bool], cue: tuple[int, int], lexicon: Lexicon
) -> tuple[int, int] | None:
    return phrases.after(tokens, cue[1], lexicon)


def _before(
    tokens: Sequence[Token], _: Sequence[bool], cue: tuple[int, int], lexicon: Lexicon
) -> tuple[int, int] | None:
    return phrases.before(tokens, cue[0], lexicon)


def _subject(
    tokens: Sequence[Token], inside: Sequence[bool], cue: tuple[int, int], lexicon: Lexicon
) -> tuple[int, int] | None:
    left, end = cue
    while left and lexicon.has("auxiliaries", tokens[left - 1].lower):
        left -= 1
    if _vetoed(tokens, inside, cue, left, lexicon):
        return None
    previous = tokens[left - 1] if left else None
    if (
        previous is None
        or previous.text in _QUOTES
        or (previous.text == "," and _inverted(tokens, inside, end, left, lexicon))
    ):
        return phrases.after(tokens, end, lexicon) or (phrases.before(tokens, left, lexicon) if previous else None)
    if lexicon.has("relatives", previous.lower):
        left -= 2 if left > 1 and tokens[left - 2].text == "," else 1
    elif lexicon.has("conjunctions", previous.lower) or lexicon.has("contrasts", previous.lower):
        return phrases.opening(tokens, left - 1, lexicon)
    return phrases.before(tokens, left, lexicon)


def _vetoed(tokens: Sequence[Token], inside: Sequence[bool], cue: tuple[int, int], left: int, lexicon: Lexicon) -> bool:
    """Whether the form is passive, denied, an adjective, or as likely a noun here."""
    before = tokens[left - 1].lower if left else ""
    refused = any(lexicon.has(name, before) for name in ("passive", "negations", "determiners"))
    return refused or (
        lexicon.listed("ambiguous").at(tokens, cue[0]) is not None and not _clear(tokens, inside, *cue, lexicon)
    )


def _inverted(tokens: Sequence[Token], inside: Sequence[bool], end: int, left: int, lexicon: Lexicon) -> bool:
    """Whether the speaker follows: ``"…", said Ana Lima``, or ``Prices rose, said Ana Lima on Monday``."""
    if _after_clause(tokens, inside, left - 1):
        return True
    if lexicon.has("addressed", tokens[end - 1].lower):
        return False  # "Ana Lima, a farmer, told Sky News: …": what follows is who was told
    following = phrases.after(tokens, end, lexicon)
    return following is not None and (following[1] == len(tokens) or phrases.closes(tokens[following[1]], lexicon))


def _after_clause(tokens: Sequence[Token], inside: Sequence[bool], comma: int) -> bool:
    """Whether the comma follows a quotation: ``"…", said Ana Lima``."""
    return comma > 0 and (inside[comma] or tokens[comma - 1].text in _QUOTES)


def _clear(tokens: Sequence[Token], inside: Sequence[bool], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an ambiguous form stands where only a cue stands: beside a quotation, or before ``that``."""
    if end == len(tokens) or inside[end] or inside[at - 1]:
        return True
    return tokens[end].text in _CLEARS or lexicon.has("complementisers", tokens[end].lower)
