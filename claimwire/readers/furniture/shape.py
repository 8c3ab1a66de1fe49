"""What looks like furniture by its shape alone: subheads, captions, list items. It stays, but may not be a claim."""

from __future__ import annotations

import re

# Sentence ends of the scripts that have one: Latin, CJK, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese, Khmer.
ENDS = ".!?…。！？｡؟۔।॥։።፧။៕។"
_CLOSERS = "\"'”’»›)]}」』】）］*_ "  # what may stand after a sentence end
_BULLET = re.compile(r"(?:[-•*▪◦●·‣]|\d{1,3}[.)])\s")  # no long dash: it opens speech in many languages
# One question, unquoted: a subhead or a teaser, and never a claim. A stop before a small letter ends an abbreviation.
_QUESTION = re.compile('(?:[^.!?。！？؟"“”„«»「」]|\\.(?=\\S| [a-zß-ÿа-я])){1,300}[?？؟]')
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
_ENDLESS = re.compile("[\u0e00-\u0eff]")  # Thai and Lao end no sentence with a mark: there, its absence says nothing
_LETTERS_A_WORD = 2  # in scripts without spaces: the mean of Chinese and Japanese words
_SHORT = 18  # words: with the next figure, 72 % of junk lines and 1.3 % of true words on 105 measured news pages
_SHORT_ITEM = 25
_SHORT_ENDLESS = 20  # letters: of NTREX's news lines 1.7 % in Thai and 0.5 % in Lao have fewer, most of them headlines


def words(text: str) -> int:
    """Words, roughly: runs between spaces, and letters of unspaced scripts by twos."""
    spaced = (piece for piece in _UNSPACED.sub(" ", text).split() if any(map(str.isalnum, piece)))
    return sum(1 for _ in spaced) + len(_UNSPACED.findall(text)) // _LETTERS_A_WORD


def terminated(text: str) -> bool:
    """Whether a sentence ends here."""
    return text.rstrip(_CLOSERS).endswith(tuple(ENDS))


def only_looks(text: str) -> bool:
    """Whether a paragraph is shaped like a subhead, a caption, a list item or a lone question."""
    if len(text) > 1000:
        return False
    if _QUESTION.fullmatch(text):
        return words(text) < _SHORT
    if terminated(text):
        return bool(_BULLET.match(text)) and words(text) < _SHORT_ITEM
    endless = len(_ENDLESS.findall(text))
    return endless < _SHORT_ENDLESS if endless > len(text) // 2 else words(text) < _SHORT
