"""Characters that every later room may rely on: NFC, no controls, nothing invisible that could hide or reorder text."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls but tab and newline, soft hyphen, Arabic letter mark, Mongolian vowel separator, zero-width space,
# direction marks, embeddings, overrides and isolates, word joiner and invisible operators, surrogates, byte order
# mark, interlinear annotation, object replacement, noncharacters, and tag characters (they smuggle unseen ASCII).
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
# Joiners shape words after letters of Arabic-like (0600-08FF), Indic and South-East Asian scripts (0900-109F,
# 1780-18AF), and bind emoji; after anything else they only hide a difference.
_JOINERS = re.compile(
    "(?<![\u0600-\u109f\u1780-\u18af\ua800-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefe\u2190-\u2bff\U00011000-\U00011fff"
    "\U0001f000-\U0001faff])[\u200c\u200d]"
)
_LONG_RUN = re.compile(r"[^\w\s\x00-\u02ff]{31,}")  # combining marks are no word characters: any run of them is in here
_MARKS = 30  # Unicode's stream-safe text format (UAX 15): real text stays far below, and NFC is quadratic in such runs


def _shorten(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in run[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


def strip_unwanted(text: str) -> str:
    """Without controls and invisible characters; lines stay as they are."""
    return _LONG_RUN.sub(_shorten, _JOINERS.sub("", _UNWANTED.sub("", text)))


def tidy(text: str) -> str:
    """One line: clean characters, NFC, inner whitespace as single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", strip_unwanted(text)).split())
