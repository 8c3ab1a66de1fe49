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
_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){1,4}([a-z]{3,12})\b")
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
    if match["hard"]:
        return not (stop > match.start() + 1 and text[stop] in rules.resumes)
    if not following["space"] and not _glued(text, match, stop):
        return False
    return not _continues(text, match, following, rules) and _full_stop_ends(text, begun, match, following, rules)


def _continues(text: str, match: re.Match[str], following: re.Match[str], rules: Rules) -> bool:
    """Whether what follows goes on with the sentence, or the marks stand for left-out words: '[...]'."""
    first = following["first"]
    # Georgian letters count as lower case in Unicode, but begin sentences.
    if first in _GOES_ON or (first.islower() and not "\u10d0" <= first <= "\u10ff"):
        return True
    if text[match.start() - 1 : match.start()] in _OPENING:
        return True
    return match[0][-1] in "\"'”’»" and _speaks(text, following.start("first"), rules)


def _speaks(text: str, first: int, rules: Rules) -> bool:
    """Whether a name and a verb of speech follow a closed quotation, which then belongs to their sentence."""
    speaker = _SPEAKER.match(text, first) if rules.speech else None
    return speaker is not None and speaker[1] in rules.speech


def _glued(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether an end mark counts with no space after it: before CJK, Khmer and the like, or after a curly quote."""
    if _UNSPACED.match(text, stop):
        return text[match.start()] in "!?" or text[stop - 1] in "”»"
    return text[stop - 1] in "”»" and text[stop].isupper() and stop > match.start() + 1


def _full_stop_ends(text: str, begun: int, match: re.Match[str], following: re.Match[str], rules: Rules) -> bool:
    """Whether the marks end the sentence, which only a lone full stop may fail to do."""
    if not match[0].startswith(".") or match[0].startswith(("..", ". .")):
        return True
    word = _WORD.match(text, following.start("first"))
    token = last_token(text, begun, match.start())
    return _after(token, following["first"], word[0].lower() if word else "", rules)


def _after(token: Token, first: str, word: str, rules: Rules) -> bool:
    """Whether a full stop after ``token`` ends the sentence, seen what follows: ``first`` character, ``word``."""
    if token.counted and token.keys & rules.years:
        return word in rules.starters or not token.early
    if token.keys & rules.titles or (first.isdigit() and token.keys & rules.numbered):
        return False
    if token.text.isdigit() and len(token.text) < 3:
        return not (token.opens or first.isdigit() or (rules.ordinals and word not in rules.starters))
    if token.keys & rules.either or token.letter or token.dotted:
        return word in rules.starters and not token.opens
    return True
