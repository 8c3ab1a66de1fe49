"""Cues: the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimwire.claims.speakers import edges, labels, mind
from claimwire.claims.speakers.by_border import borders
from claimwire.claims.speakers.by_clause import fields
from claimwire.claims.speakers.by_order import onward, phrases, sayer, unsaid, verbs
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage, Range
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Stance

_COLONS = frozenset(":：")


def found(passage: Passage) -> list[Cue]:
    """Cues in order; within quotations nothing is one, and a speaker begins with a word."""
    return [cue for each in _found(passage) if (cue := _edged(passage, each))]


def _edged(passage: Passage, cue: Cue) -> Cue | None:
    """The cue with a speaker that no mark opens; None where the speaker is no more than marks."""
    if cue.speaker is None:
        return cue
    where = edges.opened(passage.tokens, cue.speaker) or edges.trimmed(passage.tokens, cue.speaker)
    return replace(cue, speaker=where) if where else None


def _found(passage: Passage) -> list[Cue]:
    tokens, inside, lexicon = passage.tokens, passage.inside, passage.lexicon
    if borders.serves(lexicon):
        only = borders.best(tokens, inside, lexicon)
        return [Cue(*only)] if only else []
    if fields.serves(lexicon):
        return [Cue(*each) for each in fields.found(tokens, inside, lexicon)]
    cues: list[Cue] = []
    innocent = lexicon.listed("innocent")  # what only looks like a cue: "selon laquelle"
    begins = lexicon.begins
    for at, token in enumerate(tokens):
        if inside[at] or not (token.lower in begins or token.text in _COLONS) or innocent.at(tokens, at):
            continue
        if (not cues or at >= cues[-1].cue[1]) and (cue := _cue(passage, at, cues)):
            cues.append(cue)
    return cues


def _titular(passage: Passage, at: int) -> bool:
    """Whether a capital says that the word belongs to a name: the United States."""
    token = passage.tokens[at]
    return token.capitalised and at not in passage.heads and not token.text.isupper() and not passage.mark(at - 1)


def _cue(passage: Passage, at: int, before: Sequence[Cue]) -> Cue | None:
    tokens, lexicon = passage.tokens, passage.lexicon
    if nobody := lexicon.listed("impersonal").at(tokens, at):
        return Cue((at, at + nobody[0]), None, "says")
    if label := labels.label(passage, at):
        return Cue((at, at + 1), label, "says")
    entry = None if _titular(passage, at) else lexicon.cue.at(tokens, at) or onward.parted(tokens, at, lexicon)
    if entry:
        where = (at, at + entry[0])
        if lexicon.has("participles", tokens[at].lower):
            return _shared(passage, where, entry[1], before)
        speaker = sayer.subject(tokens, passage.inside, where, lexicon)
        if speaker or sayer.needless(tokens, passage.inside, where, lexicon):
            return Cue(where, speaker, entry[1], begins=verbs.begins(tokens, where[0], lexicon))
    return _other(passage, at, before)


def _other(passage: Passage, at: int, before: Sequence[Cue]) -> Cue | None:
    """A phrase with its speaker, or a verb of belief, wish or plan."""
    tokens, lexicon = passage.tokens, passage.lexicon
    for table, subject in ((lexicon.phrase, _after), (lexicon.postphrase, _before)):
        if (entry := table.at(tokens, at)) and (speaker := subject(tokens, (at, at + entry[0]), lexicon)):
            return Cue((at, at + entry[0]), speaker, entry[1], after=True)
    return _mental(passage, at, before)


def _mental(passage: Passage, at: int, before: Sequence[Cue]) -> Cue | None:
    """A verb or a noun of belief, wish, plan or judgement."""
    if _titular(passage, at):
        return None
    if entry := passage.lexicon.listed("mental").at(passage.tokens, at):
        where = (at, at + entry[0])
        if speaker := mind.holder(passage, where):
            return Cue(where, speaker, "says", mental=True)
    if not passage.has("nouns", at) or not (held := mind.held(passage, at)):
        return None
    told = held[0] is None and any(
        cue.cue[0] >= passage.sentence(at)[0] for cue in before
    )  # "said in a statement that"
    return None if told else Cue((at, at + 1), held[0], "says", mental=True)


def _shared(passage: Passage, where: Range, stance: Stance, before: Sequence[Cue]) -> Cue | None:
    """``…, saying that``: its subject is the last speaker's of the sentence, or who opens it."""
    if passage.has("passive", verbs.reach(passage.tokens, where[0], passage.lexicon) - 1):
        speaker = mind.holder(passage, where)  # "she is [saying] that"
        return Cue(where, speaker, stance) if speaker else None
    start = passage.sentence(where[0])[0]
    here = [cue for cue in before if cue.cue[0] >= start and cue.speaker]
    if not here and where[0] == start:
        return None
    speaker = here[-1].speaker if here else phrases.opening(passage.tokens, where[0], passage.lexicon)
    return Cue(where, speaker, stance, shares=True) if speaker else None


def _after(tokens: Sequence[Token], cue: Range, lexicon: Lexicon) -> Range | None:
    return phrases.after(tokens, cue[1], lexicon) if unsaid.bordered(tokens, cue[0], lexicon) else None


def _before(tokens: Sequence[Token], cue: Range, lexicon: Lexicon) -> Range | None:
    return phrases.before(tokens, cue[0], lexicon)
