"""What is said, told by the clauses around the cue's own (German, Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause import objects
from claimwire.claims.speakers.by_clause.halves import parted
from claimwire.claims.speakers.by_clause.stretch import Stretch
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range

_REST = 3  # words: less after the attribution is no second half of what is said


def serves(passage: Passage) -> bool:
    """Whether the language's clauses are told apart here."""
    return passage.lexicon.grammar.subject in ("clause", "second")


def content(passage: Passage, cue: Cue) -> list[Range] | None:
    """Token ranges in order; None where the clauses do not tell."""
    s = Stretch(passage.tokens, passage.inside, passage.lexicon)
    low = s.left(cue.cue[0])
    high = s.right(max(cue.cue[1], (cue.speaker or cue.cue)[1]))
    halves = parted(s, low, high)
    if cue.after and not any(s.spoken[slice(*passage.sentence(cue.cue[0]))]):
        (start, stop), (first, last) = passage.sentence(cue.cue[0]), cue.extent
        first -= cue.speaker is not None and cue.speaker[1] == cue.cue[0] and bool(s.after("wrapped", first - 1))
        return _words(s, [(start, first), (last, stop)])
    if halves or cue.after or s.quoted(low) or (high < len(s.tokens) and s.spoken[high]):
        return halves
    sentence = passage.sentence(cue.cue[0])
    if s.has("reportative", cue.cue[0]) and cue.speaker is None:
        return _words(s, [sentence])
    return _beside(s, cue, (low, high), sentence)


def _beside(s: Stretch, cue: Cue, clause: Range, sentence: Range) -> list[Range] | None:
    """The clauses or words beside the cue's own clause, or the object in it."""
    (low, high), (start, stop) = clause, sentence
    ahead = _ahead(s, high, stop)
    if low and s.has("as", low - 1):
        return _words(s, [(start, low - 1), (high, stop)])
    if (
        ahead is None
        and low > start
        and s.tokens[low - 1].text in ",—–-"
        and not s.has("relatives", low)
        and _first(s, low, cue)
    ):
        return _words(s, [(start, low - 1), _second_half(s, high, stop)])
    if ahead is not None:
        return _words(s, [(ahead, stop)])
    found = (
        objects.content(s, cue.cue, cue.speaker, (low, high), stop) if s.lexicon.grammar.subject == "second" else None
    )
    return _words(s, [found]) if found else None


def _first(s: Stretch, low: int, cue: Cue) -> bool:
    return all(s.has("auxiliaries", at) for at in range(low, cue.cue[0]))


def _ahead(s: Stretch, high: int, stop: int) -> int | None:
    """Where a clause begins that the cue's leads to: after a colon, with ``that``, or in the subjunctive."""
    if high >= stop:
        return None
    if s.tokens[high].text == ":":
        return high + 1
    opened = s.tokens[high].text == "," and (s.has("complementisers", high + 1) or objects.governed(s, high + 1, stop))
    return high + 1 if opened else None


def _second_half(s: Stretch, high: int, stop: int) -> Range:
    """The second half of a clause that the attribution parts: ``The bridge, [said X], will open``."""
    apart = s.any(("relatives", "backgrounds", "conjunctions", "contrasts", "prepositions"), high + 1)
    verbal = any(s.any(("verbal", "finite", "auxiliaries"), at) for at in range(high, stop))
    parted = high < stop and s.tokens[high].text in ",—–-" and not apart and stop - high > _REST and verbal
    return (high, stop) if parted else (stop, stop)


def _words(s: Stretch, ranges: list[Range]) -> list[Range] | None:
    """The ranges without the marks at their ends; empty ones left out."""
    trimmed = (_trimmed(s, *each) for each in ranges)
    return [each for each in trimmed if each[0] < each[1]] or None


def _trimmed(s: Stretch, start: int, end: int) -> Range:
    while start < end and not s.tokens[start].word and not s.spoken[start]:
        start += 1
    while end > start and not s.tokens[end - 1].word and not s.inside[end - 1]:
        end -= 1
    return start, end
