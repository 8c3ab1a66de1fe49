"""Who speaks, by the order of words that the language has."""

from __future__ import annotations

from claimwire.claims.speakers.by_border import definite, marked, nominative, nounphrases, prefixes
from claimwire.claims.speakers.by_border.clauses import Clauses, Range

_TRAILING = 8  # words of a speaker behind the verb
_REPORT = 40  # tokens between "according to" and the report that it names


def subject(clauses: Clauses, cue: Range) -> Range | None:
    """Who does what the cue says."""
    if clauses.lexicon.sets.get("subject_marks"):
        return marked.subject(clauses, cue) or (
            _before(clauses, cue) if clauses.lexicon.grammar.subject != "first" else None
        )
    if clauses.lexicon.grammar.capitals and clauses.lexicon.grammar.subject == "first":
        return nominative.subject(clauses, cue)
    if clauses.lexicon.grammar.subject == "after":
        found = after(clauses, cue[1])
        if found and merged(clauses, cue):
            return definite.first(clauses, found)
        return found or _before(clauses, cue)
    if clauses.lexicon.grammar.inverts and (cue[0] == 0 or clauses.stops(cue[0] - 1)):
        return after(clauses, cue[1]) or _before(clauses, cue)
    return _before(clauses, cue) or _behind(clauses, cue)


def _behind(clauses: Clauses, cue: Range) -> Range | None:
    """Behind a verb before which nobody stands, where what is said follows at once: ``לאחר הפגישה אמר [השר] כי``."""
    found = after(clauses, cue[1]) if clauses.lexicon.grammar.inverts else None
    return (
        found if found and clauses.has("complementisers", found[1]) and not clauses.has("linkers", found[1]) else None
    )


def trailing(clauses: Clauses, cue: Range) -> Range | None:
    """Who alone stands between a verb that follows a quotation, where verbs else stand last, and the stop: ``“…” dedi [Ana Lima].``."""
    if not clauses.lexicon.grammar.capitals or not cue[0] or not clauses.inside[cue[0] - 1]:
        return None
    end = next((at for at in range(cue[1], len(clauses.tokens)) if clauses.stops(at)), len(clauses.tokens))
    named = any(clauses.tokens[at].capitalised for at in range(cue[1], end))
    return nounphrases.named(clauses, cue[1], end) if named and end - cue[1] <= _TRAILING else None


def merged(clauses: Clauses, cue: Range) -> bool:
    """Where the subject follows the verb: whether the object may follow it without a border (اتهمت النقابة الشركة)."""
    if clauses.lexicon.grammar.subject != "after":
        return False
    found = after(clauses, cue[1])
    if found is None or found[1] - found[0] == 1:
        return False
    return clauses.has("addressed", cue[0]) or (clauses.has("appealing", cue[0]) and definite.doubled(clauses, found))


def after(clauses: Clauses, start: int) -> Range | None:
    """The phrase that begins at token ``start``."""
    if clauses.lexicon.grammar.capitals:
        return nominative.after(clauses, start)
    if prefixes.attached(clauses, start):
        return None
    found = nounphrases.head(clauses, start, len(clauses.tokens))
    return None if found and clauses.has("infinitives", found[0]) else found


def _before(clauses: Clauses, cue: Range) -> Range | None:
    """The phrase at the head of the cue's clause; else at the sentence's."""
    if clauses.lexicon.grammar.quotative:
        return _past_quotative(clauses, cue[0])
    segments = clauses.segments(clauses.opening(cue[0]), cue[0])
    if segments and segments[-1][1] == cue[0] and (near := nounphrases.head(clauses, *segments[-1])):
        return near
    return next((phrase for segment in segments[:-1] if (phrase := nounphrases.head(clauses, *segment))), None)


def _past_quotative(clauses: Clauses, end: int) -> Range | None:
    """The phrase between the word that ends what is said and the verb: ``… என்று [அனா லிமா] கூறினார்``."""
    places = (at + 1 for at in range(end - 1, clauses.opening(end) - 1, -1) if clauses.has("complementisers", at))
    start = next(places, end)
    return nounphrases.head(clauses, start, end) if start < end else None


def postposed(clauses: Clauses, at: int) -> Range | None:
    """Who stands before a phrase: [警察]によると, [Ana Lima]'ya göre."""
    floor = clauses.opening(at)
    return (
        nominative.before(clauses, floor, at)
        if clauses.lexicon.grammar.capitals
        else nounphrases.tail(clauses, floor, at)
    )


def sourced(clauses: Clauses, at: int, start: int) -> Range | None:
    """Who stands after a phrase; after some only where a report is named (根据警方的[说法]), and then before that."""
    if not clauses.has("sourced", at):
        return after(clauses, start)
    limit = min(start + _REPORT, len(clauses.tokens))
    end = next((last for last in range(start, limit) if clauses.stops(last)), limit)
    report = next((place for place in range(start, end) if clauses.has("reports", place)), None)
    return (
        None
        if report is None
        else nounphrases.head(clauses, start, report) or nounphrases.named(clauses, start, report + 1)
    )
