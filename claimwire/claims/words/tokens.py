"""Words of a text, for counting and comparing; nothing here needs a language."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

# A run of letters, digits and marks; each character alone where a script parts no words (CJK, kana, Thai, Lao, Khmer, Burmese).
_WORD = re.compile(r"[぀-ヿ㐀-鿿豈-﫿฀-໿ក-៿က-႟]|(?:(?![぀-ヿ㐀-鿿豈-﫿฀-໿ក-៿က-႟])[^\W_])+")
# U.S., J.K., and the one initial of "Adam B. Roth": an abbreviation keeps its stop, which would else look like a sentence's end.
_LETTERS = r"(?:[^\W\d_]\.){2,}|(?<=[^\W\d_]\s)[A-ZÀ-ÖØ-ÞА-ЯЁЇІЄҐČŁŘŚŠŹŻŽ]\.(?=\s[^\W\d_])"
_REST = r"\w+(?:[.'’\-]\w+)*|''|``|[^\w\s]"


_SHORTEST = 3  # letters: "d'O" is no name yet
_PREFIXED = re.compile(r"[^\W\d_]{1,2}[-'’](?!\d)(?=\w)(?![a-zа-я])")


class Token(NamedTuple):
    """A word or a mark with its place in the text."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital, or with a particle before one: al-Assad, d'Estaing."""
        return self.text[0].isupper() or (len(self.text) > _SHORTEST and _PREFIXED.match(self.text) is not None)


def words(text: str) -> list[str]:
    """Case-folded words, in order."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@cache
def pattern(
    abbreviations: frozenset[str] = frozenset(),
    elisions: frozenset[str] = frozenset(),
    enclitics: frozenset[str] = frozenset(),
) -> re.Pattern[str]:
    """What a token is in a language.

    ``abbreviations`` (lower case, without the stop) keep the stop after them: Mr., Gen. ``elisions`` are words of their own before
    an apostrophe (``l'|État``), ``enclitics`` after a hyphen, which then belongs to no token (``dit|il``, ``ajoute|elle``).
    """
    short = "|".join(re.escape(word[:1].upper() + word[1:]) for word in sorted(abbreviations))
    kept = rf"|(?=\w+\.)(?:{short})\." if short else ""
    cut = rf"|(?i:{'|'.join(sorted(elisions))})['’](?=\w)" if elisions else ""
    if not enclitics:
        return re.compile(rf"{_LETTERS}{kept}{cut}|{_REST}")
    joint = rf"(?:-t)?-(?=(?:{'|'.join(sorted(enclitics))})\b)"
    return re.compile(rf"{_LETTERS}{kept}{cut}|(?P<joint>{joint})|\w+(?:(?!{joint})[.'’\-]\w+)*|[^\w\s]")


def pieces(text: str, start: int, end: int, piece: re.Pattern[str] | None = None) -> list[Token]:
    """Words and marks of ``text[start:end]``, with places in ``text``; ``piece`` is a lexicon's own ``pattern``."""
    return [
        Token(match.start(), match.end(), word, folded(word))
        for match in (piece or pattern()).finditer(text, start, end)
        if match.lastgroup is None and (word := match[0])
    ]


def folded(word: str) -> str:
    """How the lexicons write the word: small letters, a straight apostrophe, no stop at the end."""
    if word.isalpha():
        return word.lower()
    return word.lower().replace("’", "'").rstrip(".") or word
