"""Where the subject that follows a verb may end and an object begin without a border between them (Arabic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_border.clauses import Clauses, Range

_BODY = 2  # words of a body's name without an article
_ARTICLE = "ال"
_OFFICES = ("people", "titles", "bodies")


def first(clauses: Clauses, phrase: Range) -> Range | None:
    """The subject where an office without an article follows words that all have it: ``اتهمت [المدعية العامة] رئيسة البلدية``."""
    start, end = phrase
    cut = next((at for at in range(start, end) if not _definite(clauses, at)), end)
    return (start, cut) if start < cut < end and _office(clauses, cut) else None


def doubled(clauses: Clauses, phrase: Range) -> bool:
    """Whether an office with its article follows a name: ``دعا رئيس النقابة بشير نوح [الحكومة]``."""
    start, end = phrase
    body = clauses.has("bodies", start) and not clauses.has("titles", start)
    if body and end - start > _BODY and not any(_known(clauses, at) for at in range(start + 1, end)):
        return True  # "دعا مجلس أوروبا [موسكو]"
    offices = (at for at in range(start + 2, end) if _office(clauses, at) and _definite(clauses, at))
    return any(not _known(clauses, at - 1) and not _known(clauses, at - 2) for at in offices)


def _known(clauses: Clauses, at: int) -> bool:
    return _definite(clauses, at) or _office(clauses, at)


def _definite(clauses: Clauses, at: int) -> bool:
    return clauses.tokens[at].lower.startswith(_ARTICLE)


def _office(clauses: Clauses, at: int) -> bool:
    return clauses.lexicon.has_any(_OFFICES, clauses.tokens[at].lower)
