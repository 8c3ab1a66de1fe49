"""What an engine gets to see of a segment, and which segments need no engine at all."""

from __future__ import annotations

import re

from claimwire import codes

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)  # all but those that are white space, which become one space
# What is the same in every language: addresses, e-mail, handles and tags.
_SAME_EVERYWHERE = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|[@#]\w+", re.IGNORECASE
)
# No word of a language that is written with spaces is this long (German and Finnish compounds in the news stay under 60); encoded data is,
# and a neural model would chew a second on every 400 characters of it.
_NO_WORD = re.compile(r"\S{200,}")

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)


def weight(text: str) -> int:
    """How much a text says, in letters: a character of Chinese, Japanese or Korean counts as three, and an emoji costs as much to read."""
    return len(text) + 2 * len(_WIDE.findall(text))


def plain(text: str) -> str:
    """The segment on one line: runs of white space are one space, control characters go, half a character becomes U+FFFD."""
    return " ".join(_LONE_SURROGATE.sub("\ufffd", _CONTROL.sub("", text)).split())


def words_of(text: str) -> str:
    """The text without addresses, e-mail, handles and tags, which no engine may change."""
    return _SAME_EVERYWHERE.sub(" ", text)


def same_everywhere(text: str, source: str) -> bool:
    """Whether there is nothing to translate: no letters beside addresses and handles, or no words at all."""
    words = words_of(text)
    if not codes.unspaced(source):
        words = _NO_WORD.sub(" ", words)
    return not any(character.isalpha() for character in words)
