"""Whether a full stop ends a sentence or belongs to the word before it."""

from __future__ import annotations

import re

from claimwire.segmentation.follow import Following
from claimwire.segmentation.rules import Rules
from claimwire.segmentation.tokens import Token, last_token

_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_NUMBER = re.compile(r"[A-Z]{0,4}-?\d|(?!I\b)[IVXLC]+\b")


def full_stop_ends(text: str, begun: int, dot: int, following: Following, rules: Rules) -> bool:
    """Whether the mark at ``dot`` ends the sentence that ``begun``: an abbreviation, ordinal or name may go on."""
    token = last_token(text, begun, dot)
    if text[dot] == "!":
        return not token.keys & rules.names or following.starts(rules)
    if token.keys & rules.finals:
        return True
    if token.keys & rules.years and token.counted():
        return following.starts(rules) or not token.early()
    if token.keys & rules.titles or (_numbered(token, rules) and _NUMBER.match(text, following.at)):
        return False
    return _unlisted_ends(token, following, rules)


def _unlisted_ends(token: Token, following: Following, rules: Rules) -> bool:
    if token.text.isdigit() or (_ROMAN.fullmatch(token.text) and (rules.ordinals or len(token.text) > 1)):
        return _number_ends(token, following, rules)
    if token.keys & rules.either or _short(token.text, following):
        return following.starts(rules) and not token.opens()
    return True


def _numbered(token: Token, rules: Rules) -> bool:
    return bool(token.keys & rules.numbered) or (bool(rules.endings) and token.text.endswith(rules.endings))


def _number_ends(token: Token, following: Following, rules: Rules) -> bool:
    """Whether '3.' or 'XIV.' ends a sentence: it may be a list's, a date's or a king's."""
    if len(token.text) > 2 and token.text.isdigit():
        return True
    if token.opens() or (following.first.isdigit() and token.text.isdigit()):
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
