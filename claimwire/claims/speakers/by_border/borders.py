"""Who speaks, in languages whose names carry no capital or whose verb stands last: found by borders, see ``clauses``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims.speakers.by_border import evidence, governed, nounphrases, prefixes, wordorder
from claimwire.claims.speakers.by_border.clauses import Clauses, Range
from claimwire.claims.speakers.by_border.terms import terms
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Stance

Found = tuple[Range, Range | None, Stance]


def serves(lexicon: Lexicon) -> bool:
    """Whether the language's speakers are found here."""
    return not lexicon.grammar.capitals or lexicon.grammar.subject == "first"


def found(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Iterator[Found]:
    """Cue, speaker (None where it is left out) and stance, in order; ``inside`` marks what is quoted."""
    within = terms(tokens, inside, lexicon)
    spoken = [flag and at not in within for at, flag in enumerate(inside)]
    clauses = Clauses(tokens, spoken, lexicon, within)
    at = 0
    while at < len(tokens):
        if spoken[at] or tokens[at].lower not in lexicon.begins:
            at += 1
            continue
        innocent = clauses.listed("innocent", at)
        here = None if innocent else _at(clauses, at)
        if here:
            yield here
        at = here[0][1] if here else at + max(1, innocent)


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
    if (length := _impersonal(clauses, at)) and evidence.ended(clauses, at + length):
        return (at, at + length), None, "says"
    if entry := lexicon.postphrase.at(tokens, at):
        speaker = wordorder.postposed(clauses, at)
        return ((at, at + entry[0]), speaker, entry[1]) if speaker else None
    if entry := lexicon.phrase.at(tokens, at):
        speaker = wordorder.sourced(clauses, at, at + entry[0])
        return ((at, at + entry[0]), speaker, entry[1]) if speaker else None
    entry = lexicon.cue.at(tokens, at)
    return _cue(clauses, (at, at + entry[0]), entry[1]) if entry else None


def _impersonal(clauses: Clauses, at: int) -> int:
    """How many tokens say that somebody says it, not who."""
    hearsay = clauses.listed("hearsay", at) if clauses.has("complementisers", at - 1) else 0
    return clauses.listed("impersonal", at) or hearsay


def _cue(clauses: Clauses, cue: Range, stance: Stance) -> Found | None:
    if evidence.vetoed(clauses, cue) or evidence.asked(clauses, cue):
        return None
    if not evidence.ended(clauses, cue[1]):
        speaker = wordorder.trailing(clauses, cue)
        return (cue, speaker, stance) if speaker else None
    thing = prefixes.complement(clauses, cue)
    if thing is not None:
        return cue, nounphrases.head(clauses, cue[1], thing), stance
    speaker = None if clauses.has("participles", cue[0]) else wordorder.subject(clauses, cue)
    clear = evidence.clear(clauses, cue) or (
        speaker is not None and speaker[0] >= cue[1] and evidence.leads(clauses, speaker[1])
    )
    presented = stance == "says" and clauses.has(
        "objects", cue[0] - 1
    )  # برنامه خود را اعلام کرد: no words, but a thing
    told = governed.said(clauses, cue, stance, speaker)
    if not (clear or told) and (presented or clauses.listed("ambiguous", cue[0])):
        return None
    if not (told or evidence.verbal(clauses, cue, speaker, clear=clear)):
        return None
    return (cue, speaker, stance) if speaker or clear or wordorder.merged(clauses, cue) else None
