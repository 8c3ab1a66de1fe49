"""Subjects behind the verb, or between its parts."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order import appositions, onward, phrases, verbs
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token


def framed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The subject of a participle at ``at`` whose first part stands apart: ``Ana heeft gisteren in Gent [gezegd]``, ``a-t-il [dit]``."""
    first = verbs.first_part(tokens, at, lexicon) if lexicon.has("past_participles", tokens[at].lower) else None
    if first is None or all(lexicon.has("auxiliaries", token.lower) for token in tokens[first:at]):
        return None
    behind, ahead = phrases.after(tokens[:at], first + 1, lexicon), phrases.before(tokens, first, lexicon)
    led = _led(tokens, first, lexicon) and not appositions.opened(tokens, first, at, lexicon)
    return behind or ahead if led else ahead or behind


def behind(tokens: Sequence[Token], left: int, cue: tuple[int, int], lexicon: Lexicon) -> tuple[int, int] | None:
    """The subject after a cue, where what stands before its verb at ``left`` is none: ``Op maandag zei de minister``."""
    end = cue[1]
    if not lexicon.grammar.inverts or not _led(tokens, left, lexicon):
        return None
    if (
        left
        and tokens[left - 1].text == ","
        and (lexicon.has("addressed", tokens[end - 1].lower) or appositions.opened(tokens, left, cue[0], lexicon))
    ):
        return None  # "Son président, Luc Bessac, accuse la région": what follows is who is accused
    if objects(tokens, end, lexicon):
        return None
    return phrases.after(tokens, end, lexicon)


def objects(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether what stands after a cue without a subject before it is an object: ``Acusou [o ministro]``, ``ha chiesto [al governo]``."""
    at = end
    while at < len(tokens) and lexicon.has("times", tokens[at].lower):
        at += 1
    toward = (
        at < len(tokens) and lexicon.has("toward", tokens[at].lower) and lexicon.has("prepositions", tokens[at].lower)
    )
    return toward or (lexicon.grammar.prodrop and lexicon.has("addressed", tokens[end - 1].lower))


def turned(tokens: Sequence[Token], cue: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the subject stands behind the verb and what is said behind that: ``Daarom vrezen de boeren dat``."""
    found = behind(tokens, cue[0], cue, lexicon)
    return found is not None and found[1] < len(tokens) and onward.opens(tokens[found[1]], lexicon)


def trails(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether a speaker after the cue closes the clause, but for the day: ``…, reports the Advocate``."""
    found = phrases.after(tokens, end, lexicon)
    if found is None:
        return False
    last = _past_medium(tokens, found[1], lexicon)
    last += last < len(tokens) and lexicon.has("prepositions", tokens[last].lower)
    while last < len(tokens) and lexicon.has("times", tokens[last].lower):
        last += 1
    return last == len(tokens) or tokens[last].text in ".,"


def _past_medium(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past ``in a statement``."""
    near = range(at + 1, min(at + 4, len(tokens)))
    medium = next((place + 1 for place in near if lexicon.has("media", tokens[place].lower)), at)
    return medium if at < len(tokens) and lexicon.has("prepositions", tokens[at].lower) else at


def _led(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> bool:
    """Whether the clause of the verb opens with something that cannot be its subject: ``Op maandag``, ``Daarom``, ``Dat``."""
    start = verb
    while start and tokens[start - 1].text not in onward.CLAUSE:
        start -= 1
    first = tokens[start].lower
    names = ("prepositions", "times", "breaks", "leads")
    return start == verb or (first not in lexicon.pronouns and any(lexicon.has(name, first) for name in names))
