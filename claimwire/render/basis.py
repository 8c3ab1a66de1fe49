"""How sure it is who speaks."""

from __future__ import annotations

import functools
import re
from importlib import resources

import msgspec

from claimwire import codes
from claimwire.models import Claim, Summary
from claimwire.render.voices import full

_SHORT = 4  # letters: longer words in small letters are descriptions
_PRONOUNS = frozenset({"I", "他", "她", "它", "他们", "她们", "它们", "其", "彼", "彼女", "彼ら", "同氏"})


@functools.cache
def pronouns() -> dict[str, frozenset[str]]:
    """By base language, in small letters: those that the claims stage knows. Clear with ``pronouns.cache_clear()``."""
    data = (resources.files(__package__) / "pronouns.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, frozenset[str]])


def basis(summary: Summary, claim: Claim, text: str, language: str = "") -> str:
    """How sure the speaker is.

    ``named`` there, ``resolved`` from another mention, ``bare`` (a pronoun that may be anybody's), ``open``, the ``article`` itself, or
    ``unsought``. ``text`` and ``language`` are the article's.
    """
    if not summary.attributed:
        return "unsought"
    if claim.speaker is None:
        return "article" if claim.kind == "stated" else "open"
    if full(claim.speaker) != claim.speaker.text:
        return "resolved"
    known = claim.speaker.text.casefold() in pronouns().get(codes.base(language), ())
    return "bare" if known or _bare(claim.speaker.text, text) else "named"


def _bare(word: str, text: str) -> bool:
    """Whether it looks like a pronoun: one short word in small letters, or one that the article writes so elsewhere."""
    if not word.isalpha() or word.isupper() or word.lower() == word.upper():
        return word in _PRONOUNS
    if word.islower():
        return len(word) <= _SHORT
    return re.search(rf"(?<!\w){word.lower()}(?!\w)", text) is not None
