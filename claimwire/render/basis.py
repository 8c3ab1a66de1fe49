"""How sure it is who speaks."""

from __future__ import annotations

import re

from claimwire.models import Claim, Summary
from claimwire.render.voices import full

_SHORT = 4  # letters: longer words in small letters are descriptions
_PRONOUNS = frozenset({"I", "他", "她", "它", "他们", "她们", "它们", "其", "彼", "彼女", "彼ら", "同氏"})


def basis(summary: Summary, claim: Claim, text: str) -> str:
    """How sure the speaker is.

    ``named`` there, ``resolved`` from another mention, ``bare`` (a pronoun that may be anybody's), ``open``, the ``article`` itself, or
    ``unsought``. ``text`` is the article's.
    """
    if not summary.attributed:
        return "unsought"
    if claim.speaker is None:
        return "article" if claim.kind == "stated" else "open"
    if full(claim.speaker) != claim.speaker.text:
        return "resolved"
    return "bare" if _bare(claim.speaker.text, text) else "named"


def _bare(word: str, text: str) -> bool:
    """Whether it looks like a pronoun: one short word in small letters, or one that the article writes so elsewhere."""
    if not word.isalpha() or word.isupper() or word.lower() == word.upper():
        return word in _PRONOUNS
    if word.islower():
        return len(word) <= _SHORT
    return re.search(rf"(?<!\w){word.lower()}(?!\w)", text) is not None
