"""What the form of a verb tells of who does it: one or many, a woman or a man."""

from __future__ import annotations

from msgspec import Struct

from claimwire.claims.speakers.by_order import verbs
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.passage import Passage
from claimwire.claims.words.tokens import Token

_SEXES = (("she", "feminine_verbs"), ("he", "masculine_verbs"))


class Form(Struct, frozen=True):
    """Whether one person or body does it, and of which sex ("he", "she") as far as the form tells."""

    one: bool
    sex: str | None


def form(passage: Passage, cue: Cue) -> Form:
    """Of a cue's finite verb, by the language's lists: ``left_out``, and where a form has a sex its own two."""
    lexicon, word = passage.lexicon, _finite(passage, cue).lower
    sexes = [sex for sex, name in _SEXES if lexicon.has(name, word)]
    return Form(bool(sexes) or lexicon.has("left_out", word), sexes[0] if len(sexes) == 1 else None)


def _finite(passage: Passage, cue: Cue) -> Token:
    """``[ha] asegurado``, ``se [ha] comprometido``; the last word where verbs stand last, or are of two (``تأکید [کرد]``)."""
    tokens, lexicon, (start, end) = passage.tokens, passage.lexicon, cue.cue
    if lexicon.has("past_participles", tokens[start].lower):
        at = verbs.first_part(tokens, start, lexicon)
        return tokens[start if at is None else at]
    if lexicon.grammar.subject == "first" or lexicon.has("compounds", tokens[end - 1].lower):
        return tokens[end - 1]
    return tokens[min(end - 1, start + lexicon.has("reflexives", tokens[start].lower))]
