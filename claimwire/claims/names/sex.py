"""Whether a name is a woman's or a man's, as far as titles, articles and the endings of names tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimwire.claims.names.mention import Mention
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_VERBS = (("she", "feminine_verbs"), ("he", "masculine_verbs"))


def clashes(kind: str, mention: Mention, told: Sequence[Token], verbs: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the name is not whom "he" or "she" (``kind``) means.

    ``told`` are the words at the name and in its apposition, ``verbs`` those right before and after it.
    """
    words = [token.lower for token in told] + list(mention.titles)
    feminine = any(lexicon.has("feminine", word) for word in words) or _articled("feminine", told, lexicon)
    masculine = any(lexicon.has("masculine", word) for word in words) or _articled("masculine", told, lexicon)
    if feminine != masculine:
        return kind == ("he" if feminine else "she")
    return kind in ("he", "she") and kind != (_did(verbs, lexicon) or _born(mention, lexicon) or kind)


def _did(verbs: Sequence[Token], lexicon: Lexicon) -> str | None:
    """What a past form beside the name says: ``сказала``."""
    cues = [verb.lower for at, verb in enumerate(verbs) if lexicon.cue.at(verbs, at)]
    told = {kind for kind, name in _VERBS for word in cues if lexicon.has(name, word)}
    return told.pop() if len(told) == 1 else None


def _articled(sex: str, told: Sequence[Token], lexicon: Lexicon) -> bool:
    """``la maire``, ``le maire``: titles that have one form for both."""
    return any(
        lexicon.has(f"{sex}_articles", one.lower) and lexicon.has("titles", two.lower) for one, two in pairwise(told)
    )


def _born(mention: Mention, lexicon: Lexicon) -> str | None:
    """What the ending of the family name says, or that of the given name."""
    if not mention.person or len(mention.words) < 2:
        return None
    for name, word in (("surnames", mention.words[-1]), ("given", mention.words[0])):
        for sex, kind in (("masculine", "he"), ("feminine", "she")):
            if lexicon.has(f"{sex}_{name}", word):
                return kind
    return None
