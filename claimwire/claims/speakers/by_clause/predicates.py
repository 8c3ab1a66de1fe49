"""Verbs that say that somebody says something, each with the subject of its own clause (German, Slavic)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause import bodies, nominals, verbsecond
from claimwire.claims.speakers.by_clause.addressed import governs
from claimwire.claims.speakers.by_clause.clarity import clear, denies, opens, particle, passive, vetoed
from claimwire.claims.speakers.by_clause.clausesubject import subject
from claimwire.claims.speakers.by_clause.endings import office
from claimwire.claims.speakers.by_clause.stretch import Range, Stretch
from claimwire.models import Stance

# Cue, speaker (None where it is left out), stance; whether it is a phrase such as "according to", shares its speaker, is aside.
Found = tuple[Range, Range | None, Stance, bool, bool, bool]


def verb(s: Stretch, cue: Range, stance: Stance) -> Found | None:
    """The cue with its subject, if it is one here."""
    plain = clear(s, cue) or denies(s, cue, stance)
    entry = s.lexicon.listed("ambiguous").at(s.tokens, cue[0])
    whole = f"{s.tokens[cue[0]].lower} {particle(s, cue)}"
    if whole in s.lexicon.cues:
        entry, stance = None, s.lexicon.cues[whole]
    if (entry is not None and entry[0] >= cue[1] - cue[0] and not plain) or vetoed(s, cue):
        return None
    if passive(s, cue):
        told = opens(s, s.right(cue[1]))
        return (cue, None, stance, False, False, _aside(s, cue)) if told else None
    if s.has("participles", cue[0]):
        shared = nominals.opening(s, s.opening(cue[0]), cue[0])
        return (cue, shared, stance, False, True, False) if shared else None
    speaker = subject(s, cue) or bodies.body(s, cue)
    alone = s.begins(cue[0]) or (s.has("addressed", cue[0]) and governs(s, cue[1]))
    dropped = s.lexicon.grammar.prodrop and (plain or (entry is None and alone))
    if speaker is not None and _accused(s, cue, speaker):
        return None
    if speaker is None and (not dropped or s.has("reflexives", cue[0] - 1) or s.has("reflexives", cue[1])):
        return None
    return cue, speaker, stance, False, False, _aside(s, cue) and not _study(s, speaker)


def _accused(s: Stretch, cue: Range, speaker: Range) -> bool:
    """Whether a plural without a subject tells who was accused: ``[Бывшего мэра] обвинили``."""
    at = speaker[0]
    if not (s.has("subjectless", cue[0]) and s.has("addressed", cue[0]) and s.has("accusatives", at)):
        return False
    if s.tokens[at].text.isupper():
        return False
    return (
        not office(s, at)
        and not s.has("determiners", at)
        and not any(s.has("conjunctions", n) for n in range(*speaker))
    )


def personal(s: Stretch, at: int, stance: Stance) -> Found | None:
    """What counts in a speech alone, of the speaker and those spoken to: ``wir wissen``, ``Sie sagen``."""
    if vetoed(s, (at, at + 1), denied=False):
        return None
    speaker = subject(s, (at, at + 1)) or verbsecond.asking(s, at)
    if speaker is None or not _of_speech(s, speaker[0]):
        return None
    return (at, at + 1), speaker, stance, False, False, True


def _of_speech(s: Stretch, at: int) -> bool:
    """Whether the pronoun is a first person's, or one that a capital makes polite."""
    kind = s.lexicon.pronouns.get(s.tokens[at].lower)
    if s.has("asking", at):
        return True
    return kind == "self" or (kind == "she" and s.tokens[at].capitalised and not s.begins(at))


def _aside(s: Stretch, cue: Range) -> bool:
    """Whether it is background: of the mind, or in a clause of time or cause, or in a relative one."""
    low = s.left(cue[0])
    relative = s.any(("relatives", "oblique_relatives"), low) and low > 0 and s.tokens[low - 1].text == ","
    high = s.right(cue[1])
    beside = s.quoted(low) or (high < len(s.tokens) and s.spoken[high])
    mental = s.lexicon.listed("mental").at(s.tokens, cue[0]) is not None
    return not beside and (mental or s.has("backgrounds", low) or relative)


def _study(s: Stretch, speaker: Range | None) -> bool:
    """Whether a poll or a report speaks: what it shows is what it says."""
    return speaker is not None and any(s.has("studies", at) for at in range(*speaker))
