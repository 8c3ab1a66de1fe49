"""Who speaks, in languages whose names carry no capital or whose verb stands last: found by borders, see ``clauses``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims import marked, nominative
from claimwire.claims.clauses import ENDS, Clauses, Range
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token
from claimwire.models import Stance

_BRIEF, _BRIEF_WIDE = 16, 8  # characters of a term in quotation marks, marks included; Chinese needs fewer
Found = tuple[Range, Range | None, Stance]


def serves(lexicon: Lexicon) -> bool:
    """Whether the language's speakers are found here."""
    return not lexicon.grammar.capitals or lexicon.grammar.subject == "first"


def found(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Iterator[Found]:
    """Cue, speaker (None where it is left out) and stance, in order; ``inside`` marks what is quoted."""
    terms = _terms(tokens, inside)
    spoken = [flag and at not in terms for at, flag in enumerate(inside)]
    clauses = Clauses(tokens, spoken, lexicon, terms)
    at = 0
    while at < len(tokens):
        innocent = clauses.listed("innocent", at)
        here = None if spoken[at] or innocent else _at(clauses, at)
        if here:
            yield here
        at = here[0][1] if here else at + max(1, innocent)


def _terms(tokens: Sequence[Token], inside: Sequence[bool]) -> frozenset[int]:
    """The tokens of quotations that are a name or a term, no speech: a few letters, no stop."""
    found: set[int] = set()
    at = 0
    while at < len(tokens):
        last = at
        while last < len(tokens) and inside[last]:
            last += 1
        if at < last and _brief(tokens[at:last]):
            found.update(range(at, last))
        at = max(last, at + 1)
    return frozenset(found)


def _brief(quotation: Sequence[Token]) -> bool:
    letters = quotation[-1].end - quotation[0].start
    wide = any(token.text[0] >= "⺀" for token in quotation)
    return letters <= (_BRIEF_WIDE if wide else _BRIEF) and not any(token.text in ENDS for token in quotation)


def best(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Found | None:
    """The cue beside a quotation where there is one, else the outermost: the last where the verb stands last, else the first."""
    every = list(found(tokens, inside, lexicon))
    beside = [each for each in every if _touches(each, inside)]
    if beside or not every:
        return beside[0] if beside else None
    return every[-1] if lexicon.grammar.subject == "first" else every[0]


def _touches(each: Found, inside: Sequence[bool]) -> bool:
    """Whether a quotation begins or ends within two tokens of the cue or its subject."""
    return any(
        any(inside[max(0, start - 2) : start]) or any(inside[end : end + 2]) for start, end in filter(None, each[:2])
    )


def _at(clauses: Clauses, at: int) -> Found | None:
    lexicon, tokens = clauses.lexicon, clauses.tokens
    if (length := _impersonal(clauses, at)) and _ended(clauses, at + length):
        return (at, at + length), None, "says"
    if entry := lexicon.postphrase.at(tokens, at):
        speaker = _postposed(clauses, at)
        return ((at, at + entry[0]), speaker, entry[1]) if speaker else None
    if entry := lexicon.phrase.at(tokens, at):
        speaker = _sourced(clauses, at, at + entry[0])
        return ((at, at + entry[0]), speaker, entry[1]) if speaker else None
    entry = lexicon.cue.at(tokens, at)
    return _cue(clauses, (at, at + entry[0]), entry[1]) if entry else None


def _impersonal(clauses: Clauses, at: int) -> int:
    """How many tokens say that somebody says it, not who."""
    hearsay = clauses.listed("hearsay", at) if clauses.has("complementisers", at - 1) else 0
    return clauses.listed("impersonal", at) or hearsay


def _sourced(clauses: Clauses, at: int, start: int) -> Range | None:
    """Who stands after a phrase; after some only where a report is named (根据警方的[说法]), and then before that."""
    if not clauses.has("sourced", at):
        return after(clauses, start)
    end = next((last for last in range(start, len(clauses.tokens)) if clauses.stops(last)), len(clauses.tokens))
    report = next((place for place in range(start, end) if clauses.has("reports", place)), None)
    return None if report is None else clauses.head(start, report) or clauses.named(start, report + 1)


def _postposed(clauses: Clauses, at: int) -> Range | None:
    floor = clauses.opening(at)
    return nominative.before(clauses, floor, at) if clauses.lexicon.grammar.capitals else clauses.tail(floor, at)


def _cue(clauses: Clauses, cue: Range, stance: Stance) -> Found | None:
    if _vetoed(clauses, cue) or not _ended(clauses, cue[1]):
        return None
    speaker = None if clauses.has("participles", cue[0]) else subject(clauses, cue)
    clear = _clear(clauses, cue) or (speaker is not None and speaker[0] >= cue[1] and _leads(clauses, speaker[1]))
    if clauses.listed("ambiguous", cue[0]) and not clear:
        return None
    if not _verbal(clauses, cue, speaker, clear=clear):
        return None
    return (cue, speaker, stance) if speaker or clear or _merged(clauses, cue) else None


def _verbal(clauses: Clauses, cue: Range, speaker: Range | None, *, clear: bool) -> bool:
    """Whether it is a verb here: what is as often a noun has its subject right before it, or a quotation beside it."""
    noun, close = clauses.listed("nouns", cue[0]), clauses.listed("close", cue[0])
    adjacent = speaker is not None and speaker[1] == cue[0]
    return not (noun or close) or _beside(clauses, cue) or (adjacent and (clear or bool(close)))


def subject(clauses: Clauses, cue: Range) -> Range | None:
    """Who does what the cue says."""
    if clauses.lexicon.sets.get("subject_marks"):
        return marked.subject(clauses, cue) or (
            _before(clauses, cue) if clauses.lexicon.grammar.subject != "first" else None
        )
    if clauses.lexicon.grammar.capitals and clauses.lexicon.grammar.subject == "first":
        return nominative.subject(clauses, cue)
    if clauses.lexicon.grammar.subject == "after":
        return None if _merged(clauses, cue) else after(clauses, cue[1]) or _before(clauses, cue)
    if clauses.lexicon.grammar.inverts and (cue[0] == 0 or clauses.stops(cue[0] - 1)):
        return after(clauses, cue[1]) or _before(clauses, cue)
    return _before(clauses, cue)


def _merged(clauses: Clauses, cue: Range) -> bool:
    """Where the subject follows the verb: whether the object may follow it without a border (اتهمت النقابة الشركة)."""
    if clauses.lexicon.grammar.subject != "after" or not clauses.has("addressed", cue[0]):
        return False
    found = after(clauses, cue[1])
    return found is not None and found[1] - found[0] > 1


def after(clauses: Clauses, start: int) -> Range | None:
    """The phrase that begins at token ``start``."""
    if clauses.lexicon.grammar.capitals:
        return nominative.after(clauses, start)
    return clauses.head(start, len(clauses.tokens))


def _before(clauses: Clauses, cue: Range) -> Range | None:
    """The phrase at the head of the cue's clause; else at the sentence's."""
    segments = clauses.segments(clauses.opening(cue[0]), cue[0])
    if segments and segments[-1][1] == cue[0] and (near := clauses.head(*segments[-1])):
        return near
    return next((phrase for segment in segments[:-1] if (phrase := clauses.head(*segment))), None)


def _vetoed(clauses: Clauses, cue: Range) -> bool:
    before = cue[0] - 1
    while clauses.has("auxiliaries", before):
        before -= 1
    behind = any(clauses.has("aspects", at) for at in (cue[1], cue[1] - 1))
    return behind or any(clauses.has(name, before) for name in ("passive", "negations", "relatives"))


def _clear(clauses: Clauses, cue: Range) -> bool:
    """Whether a quotation, a colon or a word such as "that" stands beside the cue."""
    end = cue[1]
    while clauses.has("light", end) or (end > cue[1] and end < len(clauses.tokens) and clauses.tokens[end].text == ","):
        end += 1
    if _beside(clauses, cue) or any(clauses.has("complementisers", at) for at in (cue[0] - 1, end)):
        return True
    return marked.inverted(clauses, cue)


def _leads(clauses: Clauses, end: int) -> bool:
    """Whether what is said begins at token ``end``, or behind an apposition there."""
    if end < len(clauses.tokens) and clauses.tokens[end].text in ",،":
        end = next((at + 1 for at in range(end + 1, len(clauses.tokens)) if clauses.stops(at)), end)
    if end >= len(clauses.tokens):
        return False
    return clauses.inside[end] or clauses.tokens[end].text == ":" or clauses.has("complementisers", end)


def _beside(clauses: Clauses, cue: Range) -> bool:
    """Whether a quotation or a colon stands beside the cue."""
    first, end = cue
    near = (at for at in (first - 2, first - 1, end, end + 1) if 0 <= at < len(clauses.tokens))
    return any(clauses.inside[at] for at in near) or (end < len(clauses.tokens) and clauses.tokens[end].text in ":：")


def _ended(clauses: Clauses, end: int) -> bool:
    """Where verbs stand last: whether one that ends before token ``end`` ends its clause, as a finite one does."""
    if clauses.lexicon.grammar.subject != "first" or end >= len(clauses.tokens):
        return True
    return clauses.stops(end) or any(clauses.has("finals", at) for at in (end - 1, end))
