"""Who speaks where word order is free: the subject of the cue's own clause, before or after it (German, Slavic)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims import nominals, verbsecond
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.stretch import Range, Stretch, spoken
from claimwire.claims.tokens import Token
from claimwire.models import Stance

Found = tuple[Range, Range | None, Stance]


def serves(lexicon: Lexicon) -> bool:
    """Whether the language's speakers are found here."""
    return lexicon.grammar.subject in ("clause", "second")


def found(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Iterator[Found]:
    """Cue, speaker (None where it is left out) and stance, in order; ``inside`` marks what is quoted."""
    s = Stretch(tokens, spoken(inside), lexicon)
    at = 0
    while at < len(tokens):
        here = None if inside[at] else _at(s, at)
        if here:
            yield here
        at = here[0][1] if here else at + 1


def _at(s: Stretch, at: int) -> Found | None:
    phrase, post, cue = (table.at(s.tokens, at) for table in (s.lexicon.phrase, s.lexicon.postphrase, s.lexicon.cue))
    if phrase:
        speaker = _governed(s, (at, at + phrase[0]))
        return ((at, at + phrase[0]), speaker, phrase[1]) if speaker else None
    if post:
        speaker = verbsecond.ending(s, s.left(at), at)
        return ((at, at + post[0]), speaker, post[1]) if speaker else None
    return _cue(s, (at, at + cue[0]), cue[1]) if cue else None


def _cue(s: Stretch, cue: Range, stance: Stance) -> Found | None:
    clear = _clear(s, cue)
    ambiguous = s.lexicon.listed("ambiguous").at(s.tokens, cue[0]) is not None
    if (ambiguous and not clear) or _vetoed(s, cue):
        return None
    speaker = subject(s, cue)
    return (cue, speaker, stance) if speaker or (clear and s.lexicon.grammar.prodrop) else None


def _governed(s: Stretch, cue: Range) -> Range | None:
    """Whom a phrase such as ``according to`` names."""
    high = s.right(cue[1])
    return (verbsecond if _second(s) else nominals).governed(s, cue, high)


def _second(s: Stretch) -> bool:
    return s.lexicon.grammar.subject == "second"


def subject(s: Stretch, cue: Range) -> Range | None:
    """The subject of the cue's clause."""
    if _second(s):
        return verbsecond.subject(s, cue)
    low, high = s.left(cue[0]), s.right(cue[1])
    first = all(s.has("auxiliaries", at) for at in range(low, cue[0]))
    if not first:
        return nominals.before(s, low, cue[0]) or nominals.after(s, cue[1], high)
    behind = nominals.after(s, cue[1], high, surely=_quoted(s, low))
    if behind or not low:
        return behind
    return _earlier(s, low)


def _earlier(s: Stretch, low: int) -> Range | None:
    """The subject in the clause before: ahead of an apposition, a relative pronoun or ``and``."""
    border = low - 1
    if s.any(("conjunctions", "contrasts"), border):
        return nominals.opening(s, s.left(border), border)
    if s.tokens[border].text != "," or _quoted(s, low):
        return None
    start = s.left(border)
    if start and s.tokens[start - 1].text == ",":
        before = s.left(start - 1)
        return nominals.before(s, before, start - 1)
    return None


def _quoted(s: Stretch, low: int) -> bool:
    """Whether speech ends just before the clause."""
    return any(s.spoken[max(0, low - 3) : low])


def _clear(s: Stretch, cue: Range) -> bool:
    """Whether the clause leads to or follows what is said."""
    low, high = s.left(cue[0]), s.right(cue[1])
    if _quoted(s, low) or (high < len(s.tokens) and (s.spoken[high] or s.tokens[high].text == ":")):
        return True
    opened = high + 1 < len(s.tokens) and s.tokens[high].text == "," and s.has("complementisers", high + 1)
    tail = low == cue[0] and low > 1 and s.tokens[low - 1].text in ",—–-" and high - low <= 10
    return opened or tail


def _vetoed(s: Stretch, cue: Range) -> bool:
    """Whether it is denied, passive, or lacks the particle that makes it a cue."""
    if _second(s) and verbsecond.vetoed(s, cue):
        return True
    at = cue[0] - 1
    while s.has("auxiliaries", at):
        at -= 1
    return s.has("negations", at) or s.has("negations", cue[0] - 1)
