"""What comes after end marks, and whether it goes on with their sentence."""

from __future__ import annotations

import re

from msgspec import Struct

from claimwire.segmentation.rules import Rules

_NEXT = re.compile(
    r"(\s*+)[\s\"'(\[{“„‟‘‚«»‹›「『【〈《（［¿¡–—―\-\u200b\u200e\u200f]*+((?:([^\W\d_]+)(?:['’][^\W\d_]+)*|\d+|\S)?)"
)
# No end mark among the opening ones: each is looked at once only, so that runs of them stay linear.
_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){1,4}([a-z]{3,12})\b")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\uabff\ud7b0-\U0003ffff]")
_SAID = re.compile(r"[^\W没沒不无無]{1,12}(?=。)")
"""'他说。': not '没有人回答。'"""
_CLIPPED = re.compile(r"['’‘][a-z] [A-Z]")
"""'s Avonds, 't Is: Dutch begins these sentences in lower case."""
_GOES_ON = frozenset(",;:،؛，；：、№")
_OPENING = frozenset("([{（［")
_CLOSING = frozenset("\"'”’»」』“")


class Following(Struct, frozen=True):
    """The text after an end mark: ``first`` character behind spaces and openers, where it is, and the ``word`` there.

    ``head`` is the word's part before an apostrophe ('l’eau' begins as 'l' does).
    """

    first: str
    at: int
    word: str
    head: str
    spaced: bool

    def starts(self, rules: Rules) -> bool:
        """Whether its word is one that sentences begin with."""
        return bool(self.word) and (self.word in rules.starters or self.head in rules.starters)


def follow(text: str, stop: int, end: int) -> Following:
    """What follows ``stop`` in the line that ends at ``end``."""
    match = _NEXT.match(text, stop, end)
    space, word, head = match.groups() if match else ("", "", None)
    at = match.start(2) if match else stop
    first = word[:1]
    if first.islower() and _CLIPPED.match(text, at - 1):
        return Following(text[at + 2], at, f"'{first}", "", bool(space))
    if len(word) == 1 and text[at + 1 : at + 2] == ".":
        word = head = ""  # the next initial, be it the letter of a word ('I. A.')
    return Following(first, at, word.lower(), head.lower() if head else "", bool(space))


def continues(text: str, match: re.Match[str], stop: int, following: Following, rules: Rules) -> bool:
    """Whether the sentence goes on after its marks, or they stand for left-out words: '[...]'."""
    first = following.first
    if text[stop] in _GOES_ON or (match["hard"] and stop == match.start() + 1):
        return text[stop] in _GOES_ON
    if text[stop - 1] in _CLOSING and _attributed(text, stop, following, rules):
        return True
    if match["hard"]:
        return False
    # Georgian letters count as lower case in Unicode, but begin sentences.
    return (
        first in _GOES_ON
        or (first.islower() and not "\u10d0" <= first <= "\u10ff")
        or text[match.start() - 1 : match.start()] in _OPENING
    )


def _attributed(text: str, stop: int, following: Following, rules: Rules) -> bool:
    """Whether who said it follows a closed quotation, which then belongs to their sentence."""
    if text[stop] in rules.resumes or (rules.particles and text.startswith(rules.particles, stop)):
        return True
    speaker = _SPEAKER.match(text, following.at) if rules.speech else None
    if speaker is None:
        said = _SAID.match(text, stop) if rules.speech else None
        return said is not None and said[0].endswith(tuple(rules.speech))
    return speaker[1] in rules.speech


def glued(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether an end mark counts with no space after it: before CJK, Khmer and the like, after a curly quote or a reference."""
    if _UNSPACED.match(text, stop):
        return text[match.start()] in "!?" or text[stop - 1] in "”»"
    return text[stop - 1] in "”»" and text[stop].isupper() and stop > match.start() + 1
