"""What an entry of a feed says: claims and what to be careful of, as HTML of a few elements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from msgspec import Struct

from claimwire import codes
from claimwire.render.attributes import direction
from claimwire.render.telling import plain, told
from claimwire.render.words import words

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


class Saying(Struct, frozen=True, kw_only=True):
    """A claim in a feed; ``how`` is a phrase's key."""

    text: str
    how: str
    speaker: str | None = None


class Note(Struct, frozen=True):
    """What to be careful of. ``kind`` is a phrase's key; a ``caveat`` is in the article's words, all else a finding in English."""

    kind: str
    text: str


def html(language: str, written: str, claims: Sequence[Saying], notes: Sequence[Note]) -> str:
    """Claims and notes in ``language``; what comes from the article is in the language ``written``."""
    say = words(language)
    root = ET.Element("div", {"lang": language, "dir": direction(language)})
    listed = _add(root, "ol")
    for claim in claims:
        line = _add(listed, "li")
        if claim.speaker:
            _add(line, "b", claim.speaker, dir="auto").tail = " "
        how = f"({say(claim.how)})" if claim.speaker else say(claim.how)
        _add(line, "i", how + say("colon"), **_lang(say.code, language)).tail = " "
        _add(line, "span", claim.text, **_lang(written, language))
    for note in notes:
        line = _add(root, "p")
        _add(line, "b", say(note.kind) + say("colon"), **_lang(say.code, language)).tail = " "
        text, code = (note.text, written) if note.kind == "caveat" else (plain(say, note.text), told(say, note.text))
        _add(line, "span", text, **_lang(code, language))
    return ET.tostring(root, encoding="unicode", method="html")


def legal(text: str) -> str:
    """The text without what XML has no place for."""
    return _NO_XML.sub("", text)


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = legal(text) or None
    return child


def _lang(code: str, around: str) -> dict[str, str]:
    return {} if codes.base(code) == codes.base(around) else {"lang": code, "dir": direction(code)}
