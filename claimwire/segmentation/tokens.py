"""The word before a full stop, as abbreviation lists know it."""

from __future__ import annotations

import re

from msgspec import Struct

from claimwire.segmentation.follow import Following
from claimwire.segmentation.rules import Rules

_REACH = 40
"""Code points looked at before a full stop: no abbreviation is longer, and it keeps the work per end mark constant."""
_EARLY = 28
"""'W listopadzie 1967 r. Jan …': a date this near its sentence's begin opens it."""
_EDGES = "\"'([{“”„‘’‚«»‹›「『（［–—-/¿¡"
_BEFORE_LISTS = " \t\u00a0\u202f\"'([{“„«–—-*•▪‣◦●■"
_SPELT = re.compile(r"(?:[^\W\d_]{1,2}\.[ \u00a0\u202f])+\Z")
_JOINTS = re.compile("[-'’/]")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_DIGIT = re.compile(r"\d")
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_NUMBER = re.compile(r"[A-Z]{0,4}-?\d|(?!I\b)[IVXLC]+\b")


class Token(Struct, frozen=True, kw_only=True):
    """``text`` before the full stop, and the ``keys`` it has in the lists.

    It ``opens`` its sentence or comes ``early`` in it, and is ``counted`` if it follows a number.
    """

    text: str
    keys: frozenset[str]
    opens: bool
    early: bool
    counted: bool


def full_stop_ends(text: str, begun: int, dot: int, following: Following, rules: Rules) -> bool:
    """Whether the mark at ``dot`` ends the sentence that ``begun``: an abbreviation, ordinal or name may go on."""
    token = last_token(text, begun, dot)
    if text[dot] == "!":
        return not token.keys & rules.names or following.starts(rules)
    if token.keys & rules.finals:
        return True
    if token.counted and token.keys & rules.years:
        return following.starts(rules) or not token.early
    if token.keys & rules.titles or (_numbered(token, rules) and _NUMBER.match(text, following.at)):
        return False
    return _unlisted_ends(token, following, rules)


def _unlisted_ends(token: Token, following: Following, rules: Rules) -> bool:
    if token.text.isdigit() or (_ROMAN.fullmatch(token.text) and (rules.ordinals or len(token.text) > 1)):
        return _number_ends(token, following, rules)
    if token.keys & rules.either or _short(token.text, following):
        return following.starts(rules) and not token.opens
    return True


def _numbered(token: Token, rules: Rules) -> bool:
    return bool(token.keys & rules.numbered) or (bool(rules.endings) and token.text.endswith(rules.endings))


def _number_ends(token: Token, following: Following, rules: Rules) -> bool:
    """Whether '3.' or 'XIV.' ends a sentence: it may be a list's, a date's or a king's."""
    if len(token.text) > 2 and token.text.isdigit():
        return True
    if token.opens or (following.first.isdigit() and token.text.isdigit()):
        return False
    if following.starts(rules):
        return True
    if rules.ordinals == "lower":
        return token.text.isdigit() and not _ROMAN.fullmatch(following.word.upper())
    return not rules.ordinals and (token.text.isdigit() or len(token.text) > 1)


def _short(text: str, following: Following) -> bool:
    """An initial ('J.') or an acronym with dots ('U.S.') that a capital follows."""
    if len(text) == 1:
        return text.upper() != text.lower() and following.first.isupper()
    return _DOTTED.fullmatch(text) is not None


def last_token(text: str, begun: int, dot: int) -> Token:
    """The token that ends at ``dot``, in a sentence that began at ``begun``."""
    before = text[max(begun, dot - _REACH) : dot]
    before = before.removesuffix(" ")  # 'Mr .': old corpora part words and marks
    raw = before.split()[-1] if before and not before[-1].isspace() else ""
    token = raw.lstrip(_EDGES)
    head = before[: len(before) - len(raw)]
    spelt = _SPELT.search(head) if raw == token and len(token) < 4 else None
    near = dot - begun <= _REACH
    return Token(
        text=token,
        keys=_keys(token, spelt[0] if spelt else ""),
        opens=near and raw == token and not head.strip(_BEFORE_LISTS),
        early=dot - begun <= _EARLY,
        counted=_ends_in_number(head[: spelt.start()] if spelt else head),
    )


def _ends_in_number(head: str) -> bool:
    """'1980', '1980-х', '700 r.'."""
    return _DIGIT.search("".join(head[-12:].split()[-2:])) is not None


def _keys(token: str, spelt: str) -> frozenset[str]:
    """The token, what follows its hyphen or elision ("l'on."), or the whole of a spelt one ('z. B.', 'и т. д.')."""
    if spelt:
        parts = [*spelt.replace(".", " ").split(), token]
        forms = {".".join(parts[first:]) for first in range(len(parts) - (len(token) == 1))}
    else:
        forms = {token, _JOINTS.split(token)[-1]}
    return frozenset(forms | {form.lower() for form in forms} | ({token.title()} if token.isupper() else set()))
