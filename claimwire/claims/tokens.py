"""Words of a text, for counting and comparing; nothing here needs a language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A run of letters, digits and marks; each character alone where a script parts no words (CJK, kana, Thai, Lao, Khmer, Burmese).
_WORD = re.compile(r"[぀-ヿ㐀-鿿豈-﫿฀-໿ក-៿က-႟]|(?:(?![぀-ヿ㐀-鿿豈-﫿฀-໿ក-៿က-႟])[^\W_])+")
# An abbreviation keeps its stop, which would else look like a sentence's end: U.S., J.K., Mr., Gen.
_PIECE = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Maj|Sgt|Sen|Rep|Gov|St|Jr|Sr)\.|\w+(?:[.'’\-]\w+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place in the text."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def words(text: str) -> list[str]:
    """Case-folded words, in order."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def pieces(text: str, start: int, end: int) -> list[Token]:
    """Words and marks of ``text[start:end]``, with places in ``text``."""
    found = _PIECE.finditer(text, start, end)
    return [
        Token(match.start(), match.end(), match[0], match[0].lower().replace("’", "'").rstrip(".") or match[0])
        for match in found
    ]
