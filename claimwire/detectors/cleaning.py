"""Text to what a detector may see: no mark-up, addresses or capitals, letters of one script only, in blocks."""

from __future__ import annotations

import re
import unicodedata

LIMIT = 200_000
"""Code points read at most: forty long articles; keeps a 20 MB upload at the cost of a book page."""
_BLOCK, _BLOCK_LIMIT, _BLOCKS = 200, 3000, 40
"""Letters that fill a block (langdetect is near its best from there), code points kept of one, blocks looked at."""

# Each alternative starts at a fixed letter or behind a look-behind, and stops at a bound: linear on any input.
_NOISE = re.compile(
    r"<[a-zA-Z/!][^<>]{0,2000}>|&[a-zA-Z]{2,8};|&#\w{1,7};"
    r"|(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|gov|edu|info|co|uk|de|fr|ru|es|it|tr|in|cn|jp|io|tv)\b"
)


def clean(text: str) -> str:
    """NFC, without tags, entities, URLs, e-mail addresses and domain names."""
    return unicodedata.normalize("NFC", _NOISE.sub(" ", text[:LIMIT]))


def lowered(text: str) -> str:
    """Text in mostly capitals in lower case: langdetect passes over words in capitals. Dotted and dotless i as in Turkish."""
    if sum(map(str.isupper, text)) <= sum(map(str.islower, text)):
        return text
    return (text.replace("İ", "i").replace("I", "ı") if "İ" in text else text).lower()


def blocks(text: str, foreign: re.Pattern[str]) -> list[str]:
    """Paragraphs packed into blocks of at least 200 letters, at most forty, evenly from all over; ``foreign`` runs are dropped."""
    packed: list[str] = []
    pending = ""
    for line in text.splitlines():
        pending = f"{pending} {foreign.sub(' ', line).strip()}".strip()
        if len(pending) >= _BLOCK:
            packed.append(pending)
            pending = ""
    packed += [pending] if pending else []
    step = max(1, -(-len(packed) // _BLOCKS))
    return [lowered(block[:_BLOCK_LIMIT]) for block in packed[::step]]
