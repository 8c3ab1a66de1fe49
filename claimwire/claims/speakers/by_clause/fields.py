"""Who speaks where word order is free: the subject of the cue's own clause, before or after it (German, Slavic)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimwire.claims.speakers.by_clause import predicates
from claimwire.claims.speakers.by_clause.according import governed
from claimwire.claims.speakers.by_clause.nounforms import ending, noun
from claimwire.claims.speakers.by_clause.predicates import Found
from claimwire.claims.speakers.by_clause.stretch import Stretch
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token


def serves(lexicon: Lexicon) -> bool:
    """Whether the language's speakers are found here."""
    return lexicon.grammar.subject in ("clause", "second")


def found(tokens: Sequence[Token], inside: Sequence[bool], lexicon: Lexicon) -> Iterator[Found]:
    """What says that somebody says something, in order; ``inside`` marks what is quoted."""
    s = Stretch(tokens, inside, lexicon)
    begins = lexicon.begins
    at, before = 0, 0
    while at < len(tokens):
        here = None if inside[at] or tokens[at].lower not in begins else _at(s, at)
        if here:
            yield (*here[:5], here[5] or (before > 0 and s.has("contrasts", s.left(at) - 1)))
            before += 1
        at = here[0][1] if here else at + 1
    if not before and (mood := _mood(s)) is not None:
        yield (mood, mood + 1), None, "says", False, False, False


def _at(s: Stretch, at: int) -> Found | None:
    lexicon = s.lexicon
    if nobody := lexicon.listed("impersonal").at(s.tokens, at):
        return (at, at + nobody[0]), None, "says", False, False, False
    if phrase := lexicon.phrase.at(s.tokens, at):
        speaker = governed(s, (at, at + phrase[0]))
        return ((at, at + phrase[0]), speaker, phrase[1], True, False, False) if speaker else None
    if post := lexicon.postphrase.at(s.tokens, at):
        speaker = ending(s, s.left(at), at)
        return ((at, at + post[0]), speaker, post[1], True, False, False) if speaker else None
    if around := _wrapped(s, at):
        return around
    return _verb(s, at)


def _verb(s: Stretch, at: int) -> Found | None:
    cue = s.lexicon.cue.at(s.tokens, at)
    speech = s.lexicon.listed("personal").at(s.tokens, at)
    if not (cue or speech) or (s.lexicon.grammar.subject == "second" and noun(s, at)):
        return None
    stance = cue[1] if cue else "says"
    return (predicates.verb(s, (at, at + cue[0]), stance) if cue else None) or (
        predicates.personal(s, at, stance) if speech else None
    )


def _mood(s: Stretch) -> int | None:
    """The verb of a sentence that is reported by its mood alone: ``Er [habe] nichts gewusst``."""
    high = s.right(0)
    at = next((at for at in range(1, high) if s.has("reportative", at)), None)
    own = any(s.has("firsts", place) for place in range(high))
    return None if own or s.any(("breaks", "contrasts"), 0) or any(s.inside[:high]) else at


def _wrapped(s: Stretch, at: int) -> Found | None:
    """``nach Lees Worten``, ``по его словам``: the speaker between the two words."""
    lasts = s.after("wrapped", at)
    if not lasts:
        return None
    end = next((end for end in range(at + 2, min(at + 5, len(s.tokens))) if s.tokens[end].lower in lasts), None)
    if end is None or not (s.has("possessive", at + 1) or s.capital(at + 1)):
        return None
    return (end, end + 1), (at + 1, end), "says", True, False, False
