"""Word order that English has not: verbs in two parts, subjects behind the verb, subjects left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims import phrases
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token
from claimwire.models import Stance

_CLAUSE = frozenset(',;:.!?()"“”„«»「」…—–')
_FRAME = 14  # words between the parts of a verb: "heeft … gezegd"
_SOON = 8  # words in which the second part of a verb, or "that", follows the first
_BETWEEN = ("times", "prepositions", "toward", "auxiliaries")


def reach(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the verb that ends at ``at`` begins, with the small words before it: ``[had also] said``."""
    while at and lexicon.has("auxiliaries", tokens[at - 1].lower):
        at -= 1
    return _before_times(tokens, at, lexicon)


def _before_times(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Before the day that parts a name from its verb: ``Ana Lima [last Monday] said``."""
    start = at
    while start and lexicon.has("interposed", tokens[start - 1].lower):
        start -= 1
    return (
        start if start and (tokens[start - 1].capitalised or lexicon.has("relatives", tokens[start - 1].lower)) else at
    )


def begins(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the whole verb begins whose cue stands at ``at``: ``[a] déclaré``, ``[a]-t-il dit``."""
    first = _first_part(tokens, at, lexicon) if lexicon.has("past_participles", tokens[at].lower) else None
    return min(reach(tokens, at, lexicon), at if first is None else first)


def lone(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the form at ``at`` is a participle without the verb that makes it a report, or with a negation or passive between."""
    if not lexicon.has("past_participles", tokens[at].lower):
        return False
    first = _first_part(tokens, at, lexicon)
    return first is None or any(
        lexicon.has(name, token.lower) for name in ("negations", "passive") for token in tokens[first + 1 : at]
    )


def negated(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether "not" follows the verb that ends at ``end``: ``zei niet dat``."""
    return lexicon.grammar.second and end < len(tokens) and lexicon.has("negations", tokens[end].lower)


def parted(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, Stance] | None:
    """A verb at ``at`` whose second word stands further on in its clause: ``[maakte] vrijdag bekend``; listed as ``maakte bekend``."""
    if tokens[at].lower not in lexicon.parted:
        return None
    ends = lexicon.parted[tokens[at].lower]
    for number, token in enumerate(_ahead(tokens, at + 1), at + 2):
        closes = number == len(tokens) or tokens[number].text in _CLAUSE or _opens(tokens[number], lexicon)
        if closes and (stance := ends.get(token.lower)):
            return 1, stance
    return None


def bordered(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that means other things too stands where a clause begins: ``theo`` is "according to", and "follows"."""
    return at == 0 or not lexicon.has("ambiguous", tokens[at].lower) or tokens[at - 1].text in _CLAUSE


def opened(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether what is said opens soon after the cue, with only a day, a place or who was told between: ``dijo ayer en Lugo que``."""
    if end + 1 < len(tokens) and tokens[end].text == "," and _opens(tokens[end + 1], lexicon):
        return lexicon.grammar.parts
    if end == len(tokens) or not lexicon.has_any(_BETWEEN, tokens[end].lower):
        return False
    return any(_opens(token, lexicon) for token in _ahead(tokens, end + 1))


def framed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The subject of a participle at ``at`` whose first part stands apart: ``Ana heeft gisteren in Gent [gezegd]``, ``a-t-il [dit]``."""
    first = _first_part(tokens, at, lexicon) if lexicon.has("past_participles", tokens[at].lower) else None
    if first is None or all(lexicon.has("auxiliaries", token.lower) for token in tokens[first:at]):
        return None
    behind, ahead = phrases.after(tokens[:at], first + 1, lexicon), phrases.before(tokens, first, lexicon)
    return behind or ahead if _led(tokens, first, lexicon) else ahead or behind


def behind(tokens: Sequence[Token], left: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The subject after a cue that ends at ``end``, where what stands before it is none: ``Op maandag zei de minister``."""
    if not lexicon.grammar.inverts or not _led(tokens, left, lexicon):
        return None
    return phrases.after(tokens, end, lexicon)


def dropped(tokens: Sequence[Token], inside: Sequence[bool], cue: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the cue needs no subject: ``Añadió que …``, ``…», añadió``."""
    left, end = reach(tokens, cue[0], lexicon), cue[1]
    if not lexicon.grammar.prodrop or not (left == 0 or _closed(tokens[left - 1], lexicon)):
        return False
    if end == len(tokens) or inside[end] or tokens[end].text == ":" or _opens(tokens[end], lexicon):
        return True
    if left and inside[left - 1]:
        return True
    trails = left > 1 and tokens[left - 1].text == "," and (inside[left - 2] or _closing(tokens, end, lexicon))
    return trails or opened(tokens, end, lexicon)


def _closing(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether the sentence closes here, or with no more than where or when it was said: ``…, señaló [en un comunicado]``."""
    if tokens[end].text == ".":
        return True
    last = end + sum(1 for _ in _ahead(tokens, end))
    place = lexicon.has_any(("prepositions", "times"), tokens[end].lower)
    return place and (last == len(tokens) or tokens[last].text == ".")


def trails(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether a speaker after the cue closes the clause: ``…, reports the Advocate``."""
    found = phrases.after(tokens, end, lexicon)
    return found is not None and (found[1] == len(tokens) or tokens[found[1]].text in ".,")


def turned(tokens: Sequence[Token], cue: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the subject stands behind the verb and what is said behind that: ``Daarom vrezen de boeren dat``."""
    found = behind(tokens, *cue, lexicon)
    return found is not None and found[1] < len(tokens) and _opens(tokens[found[1]], lexicon)


def _ahead(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    """The next words of the clause."""
    for token in tokens[start : start + _SOON]:
        if token.text in _CLAUSE:
            return
        yield token


def _closed(token: Token, lexicon: Lexicon) -> bool:
    return token.text in _CLAUSE or lexicon.has("conjunctions", token.lower) or lexicon.has("contrasts", token.lower)


def _opens(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.has("complementisers", token.lower)


def _first_part(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    for here in range(at - 1, max(-1, at - 1 - _FRAME), -1):
        if lexicon.has("perfect", tokens[here].lower):
            return here
        if tokens[here].text in _CLAUSE:
            return None
    return None


def _led(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> bool:
    """Whether the clause of the verb opens with something that cannot be its subject: ``Op maandag``, ``Daarom``, ``Dat``."""
    start = verb
    while start and tokens[start - 1].text not in _CLAUSE:
        start -= 1
    first = tokens[start].lower
    names = ("prepositions", "times", "breaks", "leads")
    return start == verb or (first not in lexicon.pronouns and any(lexicon.has(name, first) for name in names))
