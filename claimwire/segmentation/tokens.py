"""The word before a full stop, as abbreviation lists know it."""

from __future__ import annotations

import re

from msgspec import Struct

_REACH = 40
"""Code points looked at before a full stop: no abbreviation is longer, and it keeps the work per end mark constant."""
_EARLY = 28
"""'W listopadzie 1967 r. Jan …': a date this near its sentence's begin opens it."""
_EDGES = "\"'([{“”„‘’‚«»‹›「『（［–—-/¿¡"
_BEFORE_LISTS = " \t\u00a0\u202f\"'([{“„«–—-*•▪‣◦●■"
_SPELT = re.compile(r"(?:[^\W\d_]{1,2}\.[ \u00a0\u202f])+\Z")
_JOINTS = re.compile("[-'’/]")
_DIGIT = re.compile(r"\d")


class Token(Struct, frozen=True):
    """``text`` before a full stop, and the ``keys`` it has in the lists.

    ``head`` is what stands before it, ``reached`` the length of that which was looked at, ``spelt`` how much of the head
    belongs to it ('z. ' of 'z. B'), ``bare`` whether no quote or bracket touches it.
    """

    text: str
    keys: frozenset[str]
    head: str
    reached: int
    spelt: int
    bare: bool

    def opens(self) -> bool:
        """Whether it is the first of its sentence."""
        return self.reached <= _REACH and self.bare and not self.head.strip(_BEFORE_LISTS)

    def early(self) -> bool:
        """Whether its sentence has only begun."""
        return self.reached <= _EARLY

    def counted(self) -> bool:
        """Whether it follows a number: '1980', '1980-х', '700 r.'."""
        head = self.head[: len(self.head) - self.spelt]
        return _DIGIT.search("".join(head[-12:].split()[-2:])) is not None


def last_token(text: str, begun: int, dot: int) -> Token:
    """The token that ends at ``dot``, in a sentence that began at ``begun``."""
    before = text[max(begun, dot - _REACH) : dot].removesuffix(" ")  # 'Mr .': old corpora part words and marks
    raw = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    token = raw.lstrip(_EDGES)
    head = before[: len(before) - len(raw)]
    bare = len(raw) == len(token)
    spelt = _SPELT.search(head) if bare and len(token) < 4 and head[-2:-1] == "." else None
    keys = _spelt_keys(token, spelt[0]) if spelt else _keys(token)
    return Token(token, keys, head, dot - begun, len(spelt[0]) if spelt else 0, bare)


def _spelt_keys(token: str, spelt: str) -> frozenset[str]:
    """The whole of a spelt abbreviation ('z. B.', 'и т. д.'), and what follows its first letters."""
    parts = [*spelt.replace(".", " ").split(), token]
    return _cased([".".join(parts[first:]) for first in range(len(parts) - (len(token) == 1))], token)


def _keys(token: str) -> frozenset[str]:
    """The token, and what follows its hyphen or elision ("l'on.")."""
    return _cased([token, _JOINTS.split(token)[-1]] if _JOINTS.search(token) else [token], token)


def _cased(forms: list[str], token: str) -> frozenset[str]:
    return frozenset((*forms, *map(str.lower, forms), *([token.title()] if token.isupper() else ())))
