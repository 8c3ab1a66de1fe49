"""Descriptions, and the names that stand beside them: ``the mayor of Porto, Ana Lima,``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimwire.claims.names.mentions import Mentions
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

_CLOSES = ',.;:–—)"”»\n'
_BRACKET = re.compile(r" ?\([^()\n]{1,60}\)")


def head(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """A description without what it is of: ``the mayor`` of ``the mayor of Porto``; no name is cut so.

    Only what a determiner or a small letter opens is a description: ``Ursula von der Leyen`` is none.
    """
    if not words or (words[0].capitalised and not lexicon.has("determiners", words[0].lower)):
        return words
    links = (
        at for at, token in enumerate(words) if at and not token.capitalised and lexicon.has("linkers", token.lower)
    )
    return words[: next(links, len(words))]


def beside(text: str, speaker: Span, names: Mentions) -> Span | None:
    """The person's name that a comma parts from the description before it, if it is closed there."""
    if not text.startswith(", ", speaker.end):
        return None
    place = speaker.end + 2
    name = names.at(Span(start=place, end=place + 1, text=text[place : place + 1]))
    told = name is not None and name.person and name.span.start == place and len(name.words) > 1
    return name.span if name and told and _closed(text, name.span.end) else None


def _closed(text: str, end: int) -> bool:
    """Whether the apposition ends there, or after a party or an age in brackets: ``Jens Hartmann (Linke),``."""
    bracket = _BRACKET.match(text, end)
    end = bracket.end() if bracket else end
    return text[end : end + 1] in _CLOSES
