"""Cues: the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimwire.claims import phrases
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token
from claimwire.models import Stance

_QUOTES = frozenset('"“”„«»「」『』')


@dataclass(frozen=True, slots=True)
class Cue:
    """Token ranges of the cue and of its subject."""

    cue: tuple[int, int]
    speaker: tuple[int, int]
    stance: Stance


def found(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Iterator[Cue]:
    """Cues that have a subject, in order. ``inside`` marks the tokens within quotations, where nothing is a cue."""
    for at, token in enumerate(tokens):
        if inside[at]:
            continue
        if stance := lexicon.cues.get(token.lower):
            speaker = _subject(tokens, inside, at, lexicon)
            if speaker:
                yield Cue((at, at + 1), speaker, stance)
        elif phrase := _phrase(tokens, at, lexicon):
            speaker = phrases.after(tokens, at + len(phrase), lexicon)
            if speaker:
                yield Cue((at, at + len(phrase)), speaker, lexicon.phrases[phrase])


def _phrase(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[str, ...] | None:
    here = (
        phrase for phrase in lexicon.phrases if tuple(token.lower for token in tokens[at : at + len(phrase)]) == phrase
    )
    return next(here, None)


def _subject(tokens: Sequence[Token], inside: Sequence[bool], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    left = at
    while left and (lexicon.has("auxiliaries", tokens[left - 1].lower) or tokens[left - 1].lower.endswith("ly")):
        left -= 1
    if _vetoed(tokens, inside, at, left, lexicon):
        return None
    previous = tokens[left - 1] if left else None
    if (
        previous is None
        or previous.text in _QUOTES
        or (previous.text == "," and _inverted(tokens, inside, at, left, lexicon))
    ):
        return phrases.after(tokens, at + 1, lexicon) or (phrases.before(tokens, left, lexicon) if previous else None)
    if lexicon.has("relatives", previous.lower):
        left -= 2 if left > 1 and tokens[left - 2].text == "," else 1
    elif lexicon.has("conjunctions", previous.lower) or lexicon.has("contrasts", previous.lower):
        return phrases.opening(tokens, left - 1, lexicon)
    return phrases.before(tokens, left, lexicon)


def _vetoed(tokens: Sequence[Token], inside: Sequence[bool], at: int, left: int, lexicon: Lexicon) -> bool:
    """Whether the form is passive, denied, an adjective, or as likely a noun here."""
    before = tokens[left - 1].lower if left else ""
    refused = any(lexicon.has(name, before) for name in ("passive", "negations", "determiners")) or before.endswith(
        "n't"
    )
    return refused or (lexicon.has("ambiguous", tokens[at].lower) and not _clear(tokens, inside, at))


def _inverted(tokens: Sequence[Token], inside: Sequence[bool], at: int, left: int, lexicon: Lexicon) -> bool:
    """Whether the speaker follows: ``"…", said Ana Lima``, or ``Prices rose, said Ana Lima on Monday``."""
    if _after_clause(tokens, inside, left - 1):
        return True
    if lexicon.has("addressed", tokens[at].lower):
        return False  # "Ana Lima, a farmer, told Sky News: …": what follows is who was told
    following = phrases.after(tokens, at + 1, lexicon)
    return following is not None and (following[1] == len(tokens) or phrases.closes(tokens[following[1]], lexicon))


def _after_clause(tokens: Sequence[Token], inside: Sequence[bool], comma: int) -> bool:
    """Whether the comma follows a quotation: ``"…", said Ana Lima``."""
    return comma > 0 and (inside[comma] or tokens[comma - 1].text in _QUOTES)


def _clear(tokens: Sequence[Token], inside: Sequence[bool], at: int) -> bool:
    """Whether an ambiguous form stands where only a cue stands: beside a quotation, or before ``that``."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    beside = following is None or following.lower in ("that", ":", "if", "whether", ".") or following.text in _QUOTES
    return beside or inside[at - 1] or inside[min(at + 1, len(tokens) - 1)]
