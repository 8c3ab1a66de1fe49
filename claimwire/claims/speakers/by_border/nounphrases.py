"""Noun phrases between borders: who opens a clause, who ends before a word. No capitals, no parser."""

from __future__ import annotations

from claimwire.claims.speakers.by_border.clauses import Clauses, Range
from claimwire.claims.words.tokens import Token

_OPENERS = {")": "(", "）": "（", "]": "["}
_LONGEST, _CHARACTERS = 12, 70  # words and characters of a speaker; what is longer in news is a clause


def led(clauses: Clauses, start: int, end: int) -> int:
    """Past ``On Monday``, ``But``, ``Meanwhile``."""
    while start < end:
        length = max(clauses.listed(name, start) for name in ("times", "contrasts", "conjunctions", "leads"))
        number = clauses.tokens[start].text.isdigit() and (
            clauses.listed("times", start + 1) or clauses.has("units", start + 1)
        )
        if not length and not number:
            break
        start += max(length, 1)
    return start


def head(clauses: Clauses, start: int, end: int) -> Range | None:
    """The phrase that opens the clause ``start`` to ``end``."""
    start = led(clauses, start, end)
    while start < end and clauses.has("linkers", start):
        start += 1
    last = start
    if (
        start < end
        and clauses.tokens[start].lower in clauses.lexicon.pronouns
        and not clauses.has("linkers", start + 1)
    ):
        return start, start + 1
    while last < min(end, start + _LONGEST + 1) and not (clauses.bars(last) or _cued(clauses, last)):
        last += 1
    if clauses.has("objects", last):
        last = next((at for at in range(start + 1, last) if clauses.has("determiners", at)), start)
    return named(clauses, start, last)


def tail(clauses: Clauses, floor: int, end: int) -> Range | None:
    """The phrase that ends before token ``end``, and begins at ``floor`` or later."""
    start = end
    while start > floor and end - start < _LONGEST:
        opener = _OPENERS.get(clauses.tokens[start - 1].text)
        if opener:
            start = next((at for at in range(start - 2, floor - 1, -1) if clauses.tokens[at].text == opener), start - 1)
        elif clauses.bars(start - 1) and not _links(clauses, start - 1, end):
            break
        else:
            start -= 1
    while start < end and (
        clauses.has("linkers", start) or clauses.has("conjunctions", start) or clauses.tokens[start].text in _OPENERS
    ):
        start += 1
    return named(clauses, led(clauses, start, end), end)


def named(clauses: Clauses, start: int, end: int) -> Range | None:
    """The range, if it may name somebody."""
    while end > start and (clauses.has("linkers", end - 1) or clauses.has("conjunctions", end - 1)):
        end -= 1
    phrase = clauses.tokens[start:end]
    if not any(token.text[0].isalpha() for token in phrase) or len(phrase) > _LONGEST:
        return None
    lone = len(phrase) == 1 and (clauses.has("vague", start) or _sign(clauses, phrase[0]))
    return None if lone or phrase[-1].end - phrase[0].start > _CHARACTERS else (start, end)


def _sign(clauses: Clauses, token: Token) -> bool:
    """Whether it is one Chinese character: a piece of a word, unless it is a pronoun."""
    return (
        len(token.text) == 1
        and token.text >= "一"
        and token.text <= "鿿"
        and token.text not in clauses.lexicon.pronouns
    )


def _cued(clauses: Clauses, at: int) -> bool:
    return clauses.lexicon.cue.at(clauses.tokens, at) is not None


def _links(clauses: Clauses, at: int, end: int) -> bool:
    """Whether it joins two names: 日本[と]米国, एयरलाइन [और] नौसेना."""
    return (
        (clauses.has("linkers", at) or clauses.has("conjunctions", at))
        and at + 1 < end
        and at > 0
        and not clauses.bars(at - 1)
    )
