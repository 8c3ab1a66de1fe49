"""The word before a full stop, as abbreviation lists know it."""

from __future__ import annotations

import re

from msgspec import Struct

_REACH = 40
"""Code points looked at before a full stop: no abbreviation is longer, and it keeps the work per end mark constant."""
_EDGES = "\"'([{“”„‘’‚«»‹›「『（［–—-/¿¡"
_SPELT = re.compile(r"(?:[^\W\d_]\.[ \u00a0\u202f])+\Z")
_JOINTS = re.compile("[-'’]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


class Token(Struct, frozen=True, kw_only=True):
    """``text`` before the full stop, and the ``keys`` it has in the lists.

    It ``opens`` its sentence or comes ``early`` in it, is ``counted`` (follows a number), a ``letter``, or ``dotted``.
    """

    text: str
    keys: frozenset[str]
    opens: bool
    early: bool
    counted: bool
    letter: bool
    dotted: bool


def last_token(text: str, begun: int, dot: int) -> Token:
    """The token that ends at ``dot``, in a sentence that began at ``begun``."""
    before = text[max(begun, dot - _REACH) : dot]
    raw = before.split()[-1] if before and not before[-1].isspace() else ""
    token = raw.lstrip(_EDGES)
    head = before[: len(before) - len(raw)]
    return Token(
        text=token,
        keys=_keys(token.lower(), head if raw == token else ""),
        opens=dot - begun <= _REACH and not head.strip() and raw == token,
        early=dot - begun <= _REACH,
        counted=head.rstrip()[-1:].isdigit(),
        letter=len(token) == 1 and token.isalpha(),
        dotted=_DOTTED.fullmatch(token) is not None,
    )


def _keys(token: str, head: str) -> frozenset[str]:
    """The token, what follows its hyphen or elision ("l'on."), or the whole of a spelt one ('z. B.', 'и т. д.')."""
    spelt = _SPELT.search(head) if len(token) < 4 else None
    if spelt:
        return frozenset({"".join(spelt[0].lower().split()) + token, token if len(token) > 1 else ""} - {""})
    return frozenset({token, _JOINTS.split(token)[-1]} - {""})
