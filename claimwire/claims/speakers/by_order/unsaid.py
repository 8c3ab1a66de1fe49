"""Cues without a subject, and what is said further on: ``Añadió que …``, ``dijo ayer en Lugo que …``."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order import complements, onward, order, phrases, verbs
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_BETWEEN = ("times", "prepositions", "toward", "auxiliaries")


def dropped(tokens: Sequence[Token], inside: Sequence[bool], cue: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the cue needs no subject: ``Añadió que …``, ``…», añadió``."""
    left, end = verbs.reach(tokens, cue[0], lexicon), cue[1]
    if not lexicon.grammar.prodrop:
        return False
    charged = order.objects(tokens, end, lexicon) and phrases.addressee(tokens, end, lexicon) is not None
    if left and not (_closed(tokens[left - 1], lexicon) or (charged and lexicon.has("breaks", tokens[left - 1].lower))):
        return False
    if end == len(tokens) or inside[end] or tokens[end].text == ":" or onward.opens(tokens[end], lexicon):
        return True
    if left and inside[left - 1]:
        return True
    trails = left > 1 and tokens[left - 1].text == "," and (inside[left - 2] or _closing(tokens, end, lexicon))
    return trails or charged or opened(tokens, end, lexicon) or complements.infinitive(tokens, cue[0], end, lexicon)


def opened(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether what is said opens soon after the cue, with only a day, a place or who was told between: ``dijo ayer en Lugo que``."""
    if end + 1 < len(tokens) and tokens[end].text == "," and onward.opens(tokens[end + 1], lexicon):
        return lexicon.grammar.parts
    if end == len(tokens) or not lexicon.has_any(_BETWEEN, tokens[end].lower):
        return False
    return any(onward.opens(token, lexicon) for token in onward.ahead(tokens, end + 1))


def bordered(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that means other things too stands where a clause begins: ``theo`` is "according to", and "follows"."""
    return at == 0 or not lexicon.has("ambiguous", tokens[at].lower) or tokens[at - 1].text in onward.CLAUSE


def _closing(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether the sentence closes here, or with no more than where or when it was said: ``…, señaló [en un comunicado]``."""
    if tokens[end].text == ".":
        return True
    last = end + sum(1 for _ in onward.ahead(tokens, end))
    place = lexicon.has_any(("prepositions", "times"), tokens[end].lower)
    return place and (last == len(tokens) or tokens[last].text == ".")


def _closed(token: Token, lexicon: Lexicon) -> bool:
    return (
        token.text in onward.CLAUSE or lexicon.has("conjunctions", token.lower) or lexicon.has("contrasts", token.lower)
    )
