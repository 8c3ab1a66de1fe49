"""Classes of characters, as the inside of a regular expression's brackets."""

from __future__ import annotations

HARD = "。！？｡؟۔।॥։።፧፨។៕။།༎᙮᠃᠉᱾᱿꯫꘎꘏"
"""End marks that no other use has: they count with or without a space after them."""
SOFT = ".!?…‥‼⁇⁈⁉"
CLOSING = "\"')\\]}”’»›」』】〉》）］\u200b\u200e\u200f\u202c\u2069"
BULLETS = "•▪‣◦●■"

_CASED = range(0x41, 0x587)
"""Latin, Greek, Cyrillic and Armenian; Vietnamese has its own block further on."""
_VIETNAMESE = range(0x1E00, 0x1F00)
_CASELESS = (
    "\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0710-\u07bf\u0900-\u0963\u0970-\u09e5\u09f0-\u0a65\u0a70-\u0ae5"
    "\u0af0-\u0b65\u0b70-\u0be5\u0bf0-\u0c65\u0c70-\u0ce5\u0cf0-\u0d65\u0d70-\u0de5\u10d0-\u10ff\u1200-\u135f\u1400-\u166c"
    "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
)
"""Letters without case, and the vowel signs between them; no digits."""


def _ranges(*blocks: range, upper: bool) -> str:
    letters = (chr(code) for block in blocks for code in block)
    return "".join(letter for letter in letters if (letter.isupper() if upper else letter.islower()))


ENDING = _ranges(_CASED, _VIETNAMESE, upper=False) + _CASELESS
"""What a plain word ends with."""
BEGINNING = _ranges(_CASED, _VIETNAMESE, upper=True) + _CASELESS
"""What a sentence plainly begins with."""
