"""Characters that every later room may rely on: NFC, no controls, nothing invisible that could hide or reorder text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# What is taken out, by the name under which it is reported: C0 and C1 controls but tab and newline, interlinear
# annotation, object replacement, noncharacters and surrogates; marks, embeddings, overrides and isolates of direction;
# zero-width space, grapheme joiner, Mongolian vowel separator, word joiner, invisible operators, byte order mark; tags,
# which smuggle unseen ASCII.
UNWANTED = {
    "control character": "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff]",
    "text-direction control": "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    "soft hyphen": "\xad",
    "invisible character": "[\u034f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff]",
    "tag character": "[\U000e0000-\U000e007f]",
}
# Joiners shape words after letters of Arabic-like (0600-08FF), Indic and South-East Asian scripts (0900-109F,
# 1780-18AF), and bind emoji; after anything else they only hide a difference.
JOINERS = (
    "(?<![\u0600-\u109f\u1780-\u18af\ua800-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefe\u2190-\u2bff\U00011000-\U00011fff"
    "\U0001f000-\U0001faff])[\u200c\u200d]"
)
# One selector picks a shape of the sign before it (the supplement's only of Han); a row of them carries hidden bytes.
SELECTORS = (
    "(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
    "|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]+"
)
# Blank letters (Hangul fillers outside syllables, the empty Braille pattern), and spaces that no typesetter needs: the
# no-break, thin, en, em, figure and ideographic ones are ordinary, and become plain spaces unreported.
BLANKS = "[\u3164\uffa0\u2800\u1680\u2000\u2001\u2004-\u2006\u2008\u200a\u205f]|[\u115f\u1160]+(?![\u1161-\u11ff])"
_LONG_RUN = re.compile(r"[^\w\s\x00-\u02ff]{31,}")  # combining marks are no word characters: any run of them is in here
_MARKS = 30  # Unicode's stream-safe text format (UAX 15): real text stays far below, and NFC is quadratic in such runs


_UNPARSED = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parseable(text: str) -> bytes:
    """UTF-8 without what XML may not hold; what else is unwanted stays, to be counted in the tree."""
    return _UNPARSED.sub("", text).encode()


@cache
def _unwanted() -> re.Pattern[str]:
    """All that is taken out, in one pattern."""
    return re.compile("|".join((*UNWANTED.values(), SELECTORS)))


@cache
def pattern(piece: str) -> re.Pattern[str]:
    """A piece of the tables above, compiled once."""
    return re.compile(piece)


def _shorten(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in run[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


def strip_unwanted(text: str) -> str:
    """Without controls and invisible characters, blank letters as spaces; lines stay as they are."""
    text = pattern(JOINERS).sub("", _unwanted().sub("", text))
    return _LONG_RUN.sub(_shorten, pattern(BLANKS).sub(" ", text))


def tidy(text: str) -> str:
    """One line: clean characters, NFC, inner whitespace as single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", strip_unwanted(text)).split())
