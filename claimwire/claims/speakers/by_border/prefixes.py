"""Prepositions that are written together with their noun: what they open is what is promised or to whom, never who speaks (Arabic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_border.clauses import Clauses, Range

_REACH = 8  # tokens of a subject between a verb and what it promises
_OFFICES = ("people", "titles", "bodies", "determiners", "prepositions")


def complement(clauses: Clauses, cue: Range) -> int | None:
    """Where the thing begins that a verb governs with such a preposition: ``وعد [بنشر] العقد``, ``طالبت النقابة [بزيادة]``."""
    if not clauses.has("governing", cue[0]):
        return None
    for at in range(cue[1], min(cue[1] + _REACH, len(clauses.tokens))):
        if clauses.stops(at) or clauses.has("complementisers", at):
            return None
        if _opens(clauses, at, "governed"):
            return None if at == cue[1] and _named(clauses, at) else at
    return None


def attached(clauses: Clauses, at: int) -> bool:
    """Whether the token surely begins with one: it holds the article too, or a word for people or bodies without it."""
    if at >= len(clauses.tokens) or any(clauses.has(name, at) for name in _OFFICES):
        return False
    word = clauses.tokens[at].lower
    joined = clauses.lexicon.has("attached", word)
    bare = any(clauses.lexicon.has(name, word[1:]) for name in ("people", "titles", "bodies"))
    return joined or (_opens(clauses, at, "prefixes") and bare)


def _opens(clauses: Clauses, at: int, name: str) -> bool:
    return clauses.has(name, at) and not any(clauses.has(office, at) for office in _OFFICES)


def _named(clauses: Clauses, at: int) -> bool:
    """Whether it is rather a name, because what is promised is a clause that comes later: ``وعد بايدن بأن``."""
    near = range(at + 1, min(at + _REACH, len(clauses.tokens)))
    return any(clauses.has("complementisers", place) for place in near)
