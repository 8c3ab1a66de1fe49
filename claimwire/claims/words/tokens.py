"""Words of a text, for counting and comparing; nothing here needs a language."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

# A run of letters, digits and marks; each character alone where a script parts no words (CJK, kana, Thai, Lao, Khmer, Burmese).
_UNSPACED = "぀-ヿ㐀-鿿豈-﫿฀-໿ក-៿က-႟"
_WORD = re.compile(rf"[^\W_{_UNSPACED}]+|[{_UNSPACED}]")
# U.S., J.K., and the one initial of "Adam B. Roth": an abbreviation keeps its stop, which would else look like a sentence's end.
_LETTERS = r"(?:[^\W\d_]\.){2,}|(?<=[^\W\d_]\s)[A-ZÀ-ÖØ-ÞА-ЯЁЇІЄҐČŁŘŚŠŹŻŽ]\.(?=\s[^\W\d_])"
_PLAIN = r"\w{2,}+(?![.'’\-])"  # most words, found first: with no such mark behind them nothing below applies
_REST = r"\w+(?:[.'’\-]\w+)*|''|``|[^\w\s]"


_SHORTEST = 3  # letters: "d'O" is no name yet
_PREFIXED = re.compile(r"[^\W\d_]{1,2}[-'’](?!\d)(?=\w)(?![a-zа-я])")


class Token(Struct, frozen=True, gc=False):
    """A word or a mark with its place in the text; ``lower`` as the lexicons write it.

    ``word``: it begins with a letter or a digit. ``capitalised``: it begins with a capital, or with a particle before one (al-Assad,
    d'Estaing).
    """

    start: int
    end: int
    text: str
    lower: str
    word: bool
    capitalised: bool


def token(start: int, end: int, text: str) -> Token:
    """The token of a language that spaces part."""
    if text.isalpha():
        return Token(start, end, text, text.lower(), True, text[0].isupper())
    return Token(start, end, text, folded(text), text[0].isalnum(), capitalised(text))


def capitalised(text: str) -> bool:
    """Whether a word begins with a capital, or with a particle before one."""
    return text[0].isupper() or (len(text) > _SHORTEST and _PREFIXED.match(text) is not None)


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
        return re.compile(rf"{_PLAIN}|{_LETTERS}{kept}{cut}|{_REST}")
    joint = rf"(?:-t)?-(?=(?:{'|'.join(sorted(enclitics))})\b)"
    return re.compile(rf"{_PLAIN}|{_LETTERS}{kept}{cut}|(?P<joint>{joint})|\w+(?:(?!{joint})[.'’\-]\w+)*|[^\w\s]")


def pieces(text: str, start: int, end: int, piece: re.Pattern[str] | None = None) -> list[Token]:
    """Words and marks of ``text[start:end]``, with places in ``text``; ``piece`` is a lexicon's own ``pattern``."""
    found = (piece or pattern()).finditer(text, start, end)
    return [token(match.start(), match.end(), match[0]) for match in found if match.lastgroup is None]


def folded(word: str) -> str:
    """How the lexicons write the word: small letters, a straight apostrophe, no stop at the end."""
    if word.isalpha():
        return word.lower()
    return word.lower().replace("’", "'").rstrip(".") or word
