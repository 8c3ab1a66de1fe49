"""Where sentences end inside one line or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimwire.segmentation.rules import Rules
from claimwire.segmentation.tokens import Token, last_token

_NEXT = re.compile(
    r"(?P<space>\s*+)(?P<opening>[\s\"'(\[{“„‟‘‚«»‹›「『【〈《（［¿¡–—―\-\u200b\u200e\u200f]*+)(?P<first>\S?)"
)
# No end mark among the opening ones: each is looked at once only, so that runs of them stay linear.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\U0003ffff]")
_GOES_ON = frozenset(",;:،؛，；：、")
_OPENING = frozenset("([{（［")


def boundaries(text: str, start: int, end: int, rules: Rules) -> Iterator[int]:
    """Offsets just after each sentence end inside ``text[start:end]``; the end itself is not one of them. Linear."""
    begun, counted, quotes = start, start, 0
    for match in rules.candidates().finditer(text, start, end):
        stop = match.end()
        quotes += text.count('"', counted, stop)
        counted = stop
        if text[stop - 1] == '"' and quotes % 2 and text[stop : stop + 1].strip():
            stop -= 1  # an odd straight quote with no space after it opens what follows
        if stop < end and _ends(text, begun, match, stop, rules):
            yield stop
            begun = stop


def _ends(text: str, begun: int, match: re.Match[str], stop: int, rules: Rules) -> bool:
    following = _NEXT.match(text, stop)
    if following is None or not following["first"] or text[stop] in _GOES_ON:
        return False
    first = following["first"]
    if match["hard"]:
        return not (stop > match.start() + 1 and text[stop] in rules.resumes)
    if not following["space"] and not _glued(text, match, stop):
        return False
    if _lower(first) or first in _GOES_ON or text[match.start() - 1 : match.start()] in _OPENING:
        return False
    if not match[0].startswith(".") or match[0].startswith(("..", ". .")):
        return True
    word = _WORD.match(text, following.start("first"))
    return _full_stop(last_token(text, begun, match.start()), first, word[0].lower() if word else "", rules)


def _lower(char: str) -> bool:
    # Georgian letters count as lower case in Unicode, but begin sentences.
    return char.islower() and not "\u10d0" <= char <= "\u10ff"


def _glued(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether an end mark counts with no space after it: before CJK, Khmer and the like, or after a curly quote."""
    if _UNSPACED.match(text, stop):
        return text[match.start()] in "!?" or text[stop - 1] in "”»"
    return text[stop - 1] in "”»" and text[stop].isupper() and stop > match.start() + 1


def _full_stop(token: Token, first: str, word: str, rules: Rules) -> bool:
    """Whether a lone full stop after ``token`` ends the sentence, seen what follows: ``first`` character, ``word``."""
    if token.counted and token.keys & rules.years:
        return word in rules.starters or not token.early
    if token.keys & rules.titles or (first.isdigit() and token.keys & rules.numbered):
        return False
    if token.text.isdigit() and len(token.text) < 3:
        return not (token.opens or first.isdigit() or (rules.ordinals and word not in rules.starters))
    if token.keys & rules.either or token.letter or token.dotted:
        return word in rules.starters and not token.opens
    return True
