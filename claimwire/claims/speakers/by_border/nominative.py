"""Subjects that nothing marks, before a verb that stands last: Turkish, where a name with an ending is no subject."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.claims.speakers.by_border.clauses import Clauses, Range
from claimwire.claims.speakers.by_border.nounphrases import led, named

_LONGEST = 20  # tokens looked at for one phrase
_ADVERBIAL = ("times", "contrasts", "leads", "openings", "conjunctions")


def subject(clauses: Clauses, cue: Range) -> Range | None:
    """The name or description that closes the first clause piece which is not adverbial; else the one that opens the sentence."""
    for start, end in clauses.segments(clauses.opening(cue[0]), cue[0]):
        found = _closing(clauses, start, end) or _opening(clauses, start, end)
        if found or not _adverbial(clauses, start, end):
            return found
    return None


def after(clauses: Clauses, start: int) -> Range | None:
    """The phrase that begins at token ``start``: ``diyen Ana Lima``."""
    end = max(_nominal(clauses, start, len(clauses.tokens)), default=start - 1) + 1
    return named(clauses, start, end) if end > start else None


def before(clauses: Clauses, floor: int, end: int) -> Range | None:
    """The phrase that ends before token ``end``, whatever its ending: ``[Ana Lima]'ya göre``, ``[uzmanlara] göre``."""
    first = end
    while first > floor and (first == end or _stands(clauses, first - 1)) and not clauses.stops(first - 1):
        first -= 1
    return named(clauses, led(clauses, first, end), end)


def _closing(clauses: Clauses, start: int, end: int) -> Range | None:
    first = end
    while first > start and _stands(clauses, first - 1):
        first -= 1
    while first < end and (
        clauses.tokens[first].text[0] in "'’" or (clauses.tokens[first].text.islower() and clauses.has("times", first))
    ):
        first += 1
    first = led(clauses, first, end)
    return named(clauses, first, end) if first < end and _whole(clauses, end - 1) else None


def _opening(clauses: Clauses, start: int, end: int) -> Range | None:
    """``Polis [olayı inceliyor …]``: a known word for people, or a name of several words."""
    start = led(clauses, start, end)
    last = max(_nominal(clauses, start, end), default=start - 1) + 1
    while last > start + 1 and (
        not _whole(clauses, last - 1) or (_marked(clauses, last) and _brief(clauses, last - 1))
    ):
        last -= 1
    sure = (
        last - start > 1
        or clauses.has("people", start)
        or (last > start and clauses.tokens[start].lower in clauses.lexicon.pronouns)
    )
    whole = last > start and sure and _whole(clauses, last - 1) and not _marked(clauses, last)
    return named(clauses, start, last) if whole else None


def _nominal(clauses: Clauses, start: int, end: int) -> Iterator[int]:
    """The tokens from ``start`` on that one noun phrase may hold."""
    for at in range(start, min(end, start + _LONGEST)):
        if clauses.stops(at) or not _stands(clauses, at):
            return
        yield at


def _stands(clauses: Clauses, at: int) -> bool:
    token = clauses.tokens[at]
    if clauses.stops(at) or clauses.has("breaks", at) or clauses.has("times", at):
        return False
    named = token.capitalised or token.lower in clauses.lexicon.pronouns
    return named or any(
        clauses.has(name, at)
        for name in ("people", "titles", "bodies", "determiners", "linkers", "particles", "genitives")
    )


def _whole(clauses: Clauses, at: int) -> bool:
    """Whether the phrase that token ``at`` ends may be a subject: no ending follows an apostrophe there."""
    token = clauses.tokens[at]
    if token.lower in clauses.lexicon.pronouns:
        return True
    return (
        token.text[0] not in "'’"
        and not clauses.has("oblique", at)
        and (token.capitalised or any(clauses.has(name, at) for name in ("people", "titles", "bodies")))
    )


def _marked(clauses: Clauses, end: int) -> bool:
    """Whether an ending follows the name after an apostrophe, as it does on an object: ``[Meclis]'i yanıltmakla``."""
    return end < len(clauses.tokens) and clauses.tokens[end].text[0] in "'’"


def _brief(clauses: Clauses, at: int) -> bool:
    """Whether the word surely is a name of its own: an acronym or a site."""
    text = clauses.tokens[at].text
    return (text.isupper() and len(text) > 1) or "." in text[:-1]


def _adverbial(clauses: Clauses, start: int, end: int) -> bool:
    return any(clauses.has(name, at) for name in _ADVERBIAL for at in (start, end - 1))
