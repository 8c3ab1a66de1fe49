"""Classes of characters, as the inside of a regular expression's brackets."""

from __future__ import annotations

HARD = "。！？｡؟۔।॥։።፧፨។៕။།༎᙮᠃᠉᱾᱿꯫꘎꘏"
"""End marks that no other use has: they count with or without a space after them."""
SOFT = ".!?…‥‼⁇⁈⁉"
CLOSING = "\"')\\]}”’»›」』】〉》）］\u200b\u200e\u200f\u202c\u2069"
BULLETS = "•▪‣◦●■"

_CASED = (
    (0x41, 0x180),
    (0x18F, 0x190),
    (0x1A0, 0x1B1),
    (0x218, 0x21C),
    (0x259, 0x25A),
    (0x386, 0x3D0),
    (0x400, 0x500),
    (0x531, 0x588),
    (0x1EA0, 0x1EFA),
)
"""Latin, Greek, Cyrillic and Armenian letters that languages of today write; any other is only looked at more closely."""
_CASELESS = (
    "\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0710-\u07bf\u0900-\u0963\u0970-\u09e5\u09f0-\u0a65\u0a70-\u0ae5"
    "\u0af0-\u0b65\u0b70-\u0be5\u0bf0-\u0c65\u0c70-\u0ce5\u0cf0-\u0d65\u0d70-\u0de5\u10d0-\u10ff\u1200-\u135f\u1400-\u166c"
    "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
)
"""Letters without case, and the vowel signs between them; no digits."""


def _ranges(*, upper: bool) -> str:
    codes = {code for block in _CASED for code in range(*block) if (str.isupper if upper else str.islower)(chr(code))}
    firsts = sorted(code for code in codes if code - 1 not in codes)
    lasts = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(firsts, lasts, strict=True))


ENDING = _ranges(upper=False) + _CASELESS
"""What a plain word ends with."""
BEGINNING = _ranges(upper=True) + _CASELESS
"""What a sentence plainly begins with."""
