"""Text to what a detector may see: no mark-up, no addresses, no shouting."""

from __future__ import annotations

import re
import unicodedata

LIMIT = 200_000
"""Code points read at most: forty long articles; keeps a 20 MB upload at the cost of a book page."""

# Each starts at a fixed sign or behind a look-behind, and stops at a bound: linear on any input. Tried only on text that has the sign.
_NOISE = (
    (("<",), re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")),
    (("&",), re.compile(r"&[a-zA-Z]{2,8};|&#\w{1,7};")),
    (("://", "www."), re.compile(r"(?:https?://|www\.)\S+")),
    (("@",), re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}")),
)
_DOMAIN = r"(?:com|org|net|gov|edu|info|co|uk|de|fr|ru|es|it|tr|in|cn|jp|io|tv)\b"
_HAS_DOMAIN = re.compile(rf"\.{_DOMAIN}")
_DOMAINS = re.compile(rf"(?<![\w.-])(?:[\w-]{{1,63}}\.){{1,4}}{_DOMAIN}")


# Latin letters that look like Cyrillic ones: typed for them by mistake, or to pass a filter.
_ALIKE = str.maketrans("aceopxyijsABCEHKMOPTXIJS", "асеорхуіјѕАВСЕНКМОРТХІЈЅ")
_CYRILLIC = "\u0400-\u04ff"
_LETTERS = (re.compile("[a-zA-Z]"), re.compile(f"[{_CYRILLIC}]"))
_MINGLED = re.compile(rf"[{_CYRILLIC}][a-zA-Z]|[a-zA-Z][{_CYRILLIC}]")
_WORD = re.compile(r"\w+")


def clean(text: str) -> str:
    """NFC, without tags, entities, URLs, e-mail addresses and domain names; no Latin letters in Cyrillic words."""
    text = text[:LIMIT]
    for signs, noise in _NOISE:
        if any(sign in text for sign in signs):
            text = noise.sub(" ", text)
    text = _DOMAINS.sub(" ", text) if _HAS_DOMAIN.search(text) else text
    text = unicodedata.normalize("NFC", text)
    return _WORD.sub(_one_script, text) if _mingled(text) else text


def _mingled(text: str) -> bool:
    """Whether a word has both Latin and Cyrillic letters; a text of one script is passed at a tenth of the cost."""
    return all(letters.search(text) for letters in _LETTERS) and bool(_MINGLED.search(text))


def _one_script(word: re.Match[str]) -> str:
    return word[0].translate(_ALIKE) if _MINGLED.search(word[0]) else word[0]


def lowered(text: str) -> str:
    """Text in mostly capitals in lower case: langdetect passes over words in capitals. Dotted and dotless i as in Turkish."""
    words = text.split()
    if 4 * sum(map(str.isupper, words)) < len(words) or sum(map(str.isupper, text)) <= sum(map(str.islower, text)):
        return text
    return (text.replace("İ", "i").replace("I", "ı") if "İ" in text else text).lower()
