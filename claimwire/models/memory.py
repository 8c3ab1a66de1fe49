"""What a translation is remembered by."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Struct

from claimwire.models.result import Translated

HUMAN = "human"
"""The engine whose translations people wrote: they win over every other, and never expire."""


class Key(Struct, frozen=True, kw_only=True):
    """All that may change how ``text`` is translated: another value in any field is another row.

    ``options`` are those of the engine that hold for every pair; ``glossary`` is its identity, ``protection`` the version of what is done
    to a segment around an engine.
    """

    text: str
    source: str
    target: str
    engine: str
    model: str = ""
    options: str = ""
    glossary: str = ""
    protection: int = 0

    @property
    def segment(self) -> str:
        """The text's own hash (128 bits, hex), the same in every row of that text: what is forgotten by."""
        return segment_of(self.text)

    def of(self, text: str) -> Key:
        """The key of another text, all else being equal."""
        return msgspec.structs.replace(self, text=text)

    @property
    def context(self) -> str:
        """The hash of everything but the text."""
        rest = (self.source, self.target, self.engine, self.model, self.options, self.glossary, self.protection)
        return _hash(msgspec.json.encode(rest).decode())


class Remembered(Struct, frozen=True, kw_only=True):
    """A row as it is listed: the text, its languages, what it became, and the day (``yyyy-mm-dd``) of its last use."""

    text: str
    source: str
    target: str
    row: Translated
    used: str = ""


def segment_of(text: str) -> str:
    """The part of a key that all rows of ``text`` share."""
    return _hash(text)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
