"""Who speaks where word order is free: the subject of the cue's own clause, before or after it (German, Slavic)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims import nominals, verbsecond
from claimwire.claims.clarity import clear, vetoed
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.stretch import Range, Stretch, spoken
from claimwire.claims.tokens import Token
from claimwire.models import Stance

# Cue, speaker (None where it is left out), stance; whether it is a phrase such as "according to", shares its speaker, is aside.
Found = tuple[Range, Range | None, Stance, bool, bool, bool]
_APPOSITIONS = 4  # clauses between a name and its verb


def serves(lexicon: Lexicon) -> bool:
    """Whether the language's speakers are found here."""
    return lexicon.grammar.subject in ("clause", "second")


def found(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Iterator[Found]:
    """What says that somebody says something, in order; ``inside`` marks what is quoted."""
    s = Stretch(tokens, spoken(inside), lexicon)
    at = 0
    while at < len(tokens):
        here = None if inside[at] else _at(s, at)
        if here:
            yield here
        at = here[0][1] if here else at + 1


def _at(s: Stretch, at: int) -> Found | None:
    lexicon = s.lexicon
    if nobody := lexicon.listed("impersonal").at(s.tokens, at):
        return (at, at + nobody[0]), None, "says", False, False, False
    if phrase := lexicon.phrase.at(s.tokens, at):
        speaker = _governed(s, (at, at + phrase[0]))
        return ((at, at + phrase[0]), speaker, phrase[1], True, False, False) if speaker else None
    if post := lexicon.postphrase.at(s.tokens, at):
        speaker = verbsecond.ending(s, s.left(at), at)
        return ((at, at + post[0]), speaker, post[1], True, False, False) if speaker else None
    if around := _wrapped(s, at):
        return around
    cue = lexicon.cue.at(s.tokens, at)
    return _cue(s, (at, at + cue[0]), cue[1]) if cue else None


def _wrapped(s: Stretch, at: int) -> Found | None:
    """``nach Lees Worten``, ``по его словам``: the speaker between the two words."""
    for entry in s.lexicon.sets.get("wrapped", ()):
        first, last = entry.split()
        if s.tokens[at].lower != first:
            continue
        end = next((end for end in range(at + 2, min(at + 5, len(s.tokens))) if s.tokens[end].lower == last), None)
        if end and (s.has("possessive", at + 1) or s.capital(at + 1)):
            return (end, end + 1), (at + 1, end), "says", True, False, False
    return None


def _governed(s: Stretch, cue: Range) -> Range | None:
    """Whom a phrase such as ``according to`` names."""
    high = s.right(cue[1])
    return verbsecond.governed(s, cue, high) if _second(s) else nominals.governed(s, cue, high)


def _second(s: Stretch) -> bool:
    return s.lexicon.grammar.subject == "second"


def _cue(s: Stretch, cue: Range, stance: Stance) -> Found | None:
    plain = clear(s, cue)
    entry = s.lexicon.listed("ambiguous").at(s.tokens, cue[0])
    if (entry is not None and entry[0] >= cue[1] - cue[0] and not plain) or vetoed(s, cue):
        return None
    speaker = subject(s, cue)
    dropped = s.lexicon.grammar.prodrop and (plain or (entry is None and s.begins(cue[0])))
    if speaker is None and (not dropped or s.has("reflexives", cue[0] - 1) or s.has("reflexives", cue[1])):
        return None
    return cue, speaker, stance, False, False, _aside(s, cue)


def _aside(s: Stretch, cue: Range) -> bool:
    """Whether it is background: of the mind, or in a clause of time or cause, or in a relative one."""
    low = s.left(cue[0])
    relative = s.has("relatives", low) and low > 0 and s.tokens[low - 1].text == ","
    return s.lexicon.listed("mental").at(s.tokens, cue[0]) is not None or s.has("backgrounds", low) or relative


def subject(s: Stretch, cue: Range) -> Range | None:
    """The subject of the cue's clause."""
    if _second(s):
        return verbsecond.subject(s, cue) or _ahead(s, cue)
    low, high = s.left(cue[0]), s.right(cue[1])
    if not all(s.has("auxiliaries", at) for at in range(low, cue[0])):
        return nominals.before(s, low, cue[0]) or nominals.after(s, cue[1], high)
    return nominals.after(s, cue[1], high, surely=s.quoted(low)) or _ahead(s, cue)


def _ahead(s: Stretch, cue: Range) -> Range | None:
    """The subject in a clause before: ahead of appositions or of ``and``, where the cue opens its own clause."""
    low = s.left(cue[0])
    if not low or s.quoted(low) or not all(s.has("auxiliaries", at) for at in range(low, cue[0])):
        return None
    border = low - 1
    if s.any(("conjunctions", "contrasts"), border):
        return nominals.opening(s, s.left(border), border)
    starts = [low]
    while len(starts) <= _APPOSITIONS and starts[-1] and s.tokens[starts[-1] - 1].text == ",":
        starts.append(s.left(starts[-1] - 1))
    if len(starts) < 3:
        return None
    return _named(s, starts[-1], starts[-2] - 1)


def _named(s: Stretch, low: int, high: int) -> Range | None:
    """The clause before the first comma, if it is a name and nothing else."""
    return verbsecond.whole(s, low, high) if _second(s) else nominals.before(s, low, high)
