"""Who stands after a cue: the noun phrase that begins there."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order.shapes import LONGEST, MARKS, is_verb, opens, shaped, timed
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_GOES_ON = ("linkers", "particles", "inner_particles", "people", "titles", "bodies", "conjunctions", "possessives")

_NO_NOUN = (
    "times",
    "auxiliaries",
    "prepositions",
    "breaks",
    "negations",
    "past_participles",
    "perfect",
    "complementisers",
)
_SHORT = 4  # letters


def _past_times(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    while at + 1 < len(tokens):
        step = 1 + lexicon.has_any(("determiners", "prepositions"), tokens[at].lower)
        if not timed(tokens, at + step - 1, lexicon):
            break
        at += step
    return at


def after(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Token range of the noun phrase that begins at token ``at``, or None; a day is passed over (``dijo el lunes Ana``)."""
    at = _past_times(tokens, at, lexicon)
    if at < len(tokens) and tokens[at].lower in lexicon.pronouns and not _determining(tokens, at, lexicon):
        return at, at + 1
    end = at
    named = False
    while end < len(tokens) and end - at < LONGEST and not _ends(tokens, at, end, named, lexicon):
        named = named or (tokens[end].capitalised and not lexicon.has("titles", tokens[end].lower))
        end += 1
    while end > at and (
        lexicon.has("linkers", tokens[end - 1].lower) or lexicon.has("conjunctions", tokens[end - 1].lower)
    ):
        end -= 1
    return shaped(tokens, at, end, lexicon)


def _determining(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that is a pronoun too determines the noun after it: ``volgens [het] ministerie``."""
    if not lexicon.has("determiners", tokens[at].lower) or at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if lexicon.has_any(("bodies", "people", "titles"), following.lower):
        return True
    return lexicon.grammar.second and len(following.text) > _SHORT and not lexicon.has_any(_NO_NOUN, following.lower)


def _ends(tokens: Sequence[Token], first: int, at: int, named: bool, lexicon: Lexicon) -> bool:
    token = tokens[at]
    if token.text in MARKS and token.text != "-":
        return True
    if lexicon.has("conjunctions", token.lower):
        return not (
            at + 1 < len(tokens) and at > first and opens(tokens[at + 1], lexicon) and tokens[at + 1].capitalised
        )
    if at > first and _complete(tokens[at - 1], token, lexicon):
        return True
    if lexicon.has("linkers", token.lower):
        opener = at == first and not lexicon.has("determiners", token.lower)  # "selon des experts"
        return opener or (named and lexicon.has("loose", token.lower))
    return _ends_surely(tokens, first, at, lexicon) or (named and _ends_name(tokens, at, lexicon))


def _ends_surely(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the token is none that a noun phrase holds."""
    if lexicon.has_any(("breaks", "prepositions", "times"), tokens[at].lower):
        return True
    return at > first and (
        _past_head(tokens, at, lexicon) or is_verb(tokens[at], lexicon) or _infinitive(tokens, at, lexicon)
    )


def _ends_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the token is none that stands within a name."""
    token, last = tokens[at], tokens[at - 1]
    if lexicon.has("determiners", token.lower) and not _linked(last, lexicon):
        return True
    small = token.text[:1].islower() and last.capitalised and not lexicon.has("titles", token.lower)
    return small and (lexicon.cue.at(tokens, at) is not None or _second(token, lexicon))


def _second(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is a verb that follows a name at once: ``volgens minister Maas [rijden] er``."""
    return lexicon.grammar.second and not lexicon.has_any(_GOES_ON, token.lower)


def _complete(last: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a plural that names people ends the phrase: ``according to [Porto officials] almost 100 men …``."""
    if not (lexicon.has("plurals", last.lower) and lexicon.has("people", last.lower)) or token.capitalised:
        return False
    return not lexicon.has_any(("linkers", "conjunctions", "people", "titles", "possessives"), token.lower)


def _past_head(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the noun phrase has ended because its head is past: ``volgens de politie [raakten] twee mannen gewond``."""
    if not lexicon.grammar.second or not lexicon.has("people", tokens[at - 1].lower) or tokens[at].capitalised:
        return False
    return not lexicon.has_any(("linkers", "people", "titles", "conjunctions"), tokens[at].lower)


def _infinitive(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a clause begins here: ``acusó al Gobierno de [ocultar] las cifras``."""
    small = not tokens[at].capitalised and lexicon.has("infinitives", tokens[at].lower)
    return small and lexicon.has("linkers", tokens[at - 1].lower)


def _linked(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.has("linkers", token.lower) or lexicon.has("titles", token.lower)


def addressee(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Token range of who is told, right after the cue: ``[reporters]``, ``[the BBC]``, ``[him]``; not what opens a clause."""
    found = after(tokens, at, lexicon)
    if found is None:
        return (at, at + 1) if at < len(tokens) and lexicon.has("objects", tokens[at].lower) else None
    clause = (place for place in range(at + 1, found[1]) if _opens_said(tokens, place, lexicon))
    return at, next(clause, found[1])


def _opens_said(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether what is said begins there: ``told reporters [the] bridge …``, ``accused the mayor [of] hiding``."""
    token, before = tokens[at].lower, tokens[at - 1]
    if lexicon.has("determiners", token) and not _linked(before, lexicon):
        return True
    if lexicon.has("wishes", token) or lexicon.has("postdeterminers", before.lower):
        return True
    gerund = at + 1 < len(tokens) and lexicon.has("gerunds", tokens[at + 1].lower)
    return gerund and lexicon.has("openings", token)


def closes(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun phrase surely ends before ``token``."""
    return token.text in MARKS or lexicon.has("times", token.lower) or lexicon.has("prepositions", token.lower)
