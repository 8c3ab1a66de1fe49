"""Findings as a page shows them: with their words kept apart from the sentence's own, whichever way each is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from markupsafe import Markup, escape

from claimwire import codes
from claimwire.render.attributes import passage
from claimwire.render.finding import ENGLISH, WORD, Findings, Part
from claimwire.render.words import Words

_APART = "\u2068{}\u2069"  # Unicode's isolates, where no element can stand
_FROM_RIGHT = frozenset({"R", "AL", "AN"})


def teller(say: Words) -> Callable[[str], Markup]:
    """What makes an element of a sentence."""
    findings, own = Findings(say), passage(say.code)

    def tell(sentence: str) -> Markup:
        parts = findings.parts(sentence)
        if [part.kind for part in parts] == [ENGLISH]:
            return _piece(parts[0])
        return Markup("<span{}>{}</span>").format(own, Markup("").join(map(_piece, parts)))

    return tell


def plain(say: Words, sentence: str) -> str:
    """The same as text alone, for an attribute or a file of text."""
    parts = Findings(say).parts(sentence)
    return "".join(apart(part.text, say.code) if part.kind == WORD else part.text for part in parts)


def told(say: Words, sentence: str) -> str:
    """The language that the sentence is then in: English where it is not known."""
    return "en" if [part.kind for part in Findings(say).parts(sentence)] == [ENGLISH] else say.code


def apart(text: str, code: str) -> str:
    """Words of another language amid those of this one: isolated where either is read from the right, else as they stand."""
    meet = codes.right_to_left(code) or any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in text)
    return _APART.format(text) if text and meet else text


def _piece(part: Part) -> Markup:
    if part.kind == ENGLISH:
        return Markup("<span{}>{}</span>").format(passage("en"), part.text)
    return Markup("<bdi>{}</bdi>").format(part.text) if part.kind == WORD else escape(part.text)
