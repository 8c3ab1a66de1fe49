"""Noun phrases of a language that writes its nouns with capitals (German): where they begin and end."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.stretch import Stretch

LONGEST = 16  # words
_ADJECTIVES = ("e", "er", "en", "es", "em")  # endings


def phrase(s: Stretch, low: int, high: int) -> int:
    """Past the noun phrase that begins at ``low``; ``low`` itself where none does."""
    at = low
    while (
        at < high
        and at - low < LONGEST
        and (s.has("determiners", at) or adjective(s, at) or _quote(s, at))
        and not s.capital(at)
    ):
        at += 1
    if at > low and s.has("determiners", low) is False and not s.capital(at):
        return low
    head = at
    while at < high and (s.capital(at) or s.tokens[at].text == "." or _quote(s, at) or _joined(s, at, head, high)):
        if at > head and (s.has("times", at) or s.has("times", at - 1)):
            break
        at += 1
    return low if at == head else _attached(s, at, high)


def _quote(s: Stretch, at: int) -> bool:
    """Whether it is the mark of a quotation of a few words: ``der „Spiegel“``."""
    return s.inside[at] and not s.spoken[at] and not s.tokens[at].word


def _attached(s: Stretch, at: int, high: int) -> int:
    """Past what hangs on the noun: a genitive, ``von …``, ``für …``."""
    named = (
        s.capital(at - 1)
        and s.capital(at - 2)
        and not s.has("determiners", at - 2)
        and not s.any(("people", "titles", "bodies"), at - 1)
    )
    loose = s.has("purposes", at) and not s.any(("people", "titles", "bodies"), at - 1)
    if not named and not loose and at + 1 < high and (s.has("genitives", at) or s.has("links", at)):
        end = phrase(s, at + (not s.has("genitives", at)), high)
        return end if end > at + 1 else at
    return at


def _joined(s: Stretch, at: int, head: int, high: int) -> bool:
    """``Meier und Schulze``, ``Ursula von der Leyen``."""
    if at == head or at + 1 >= high:
        return False
    particle = s.has("particles", at) and (
        s.capital(at + 1) or (s.any(("particles", "inner_particles"), at + 1) and s.capital(min(at + 2, high - 1)))
    )
    return (s.has("conjunctions", at) and (s.capital(at + 1) or s.has("nominative", at + 1))) or (
        particle and s.capital(at - 1)
    )


def adjective(s: Stretch, at: int) -> bool:
    """Whether it may be one, by its ending."""
    token = s.tokens[at]
    plain = (
        (token.text[0].islower() or (token.text[0].isdigit() and "-" in token.text))
        and token.lower.endswith(_ADJECTIVES)
        and len(token.lower) > 3
    )
    return (
        plain
        and not s.any(("finite", "auxiliaries", "prepositions", "breaks", "datives", "times"), at)
        and not s.lexicon.cue.at(s.tokens, at)
    )


def pronoun(s: Stretch, at: int) -> bool:
    """Whether it is a pronoun that is a subject."""
    return 0 <= at < len(s.tokens) and s.tokens[at].lower in s.lexicon.pronouns
