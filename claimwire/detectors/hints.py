"""When the declared language may decide: it is a prior, never a command."""

from __future__ import annotations

from collections.abc import Mapping

from claimwire.codes import UNDETERMINED, base, canonical
from claimwire.errors import BadSetting

_CLOSE = tuple(
    frozenset(group.split())
    for group in (
        "nb nn da",
        "hr bs sr-Latn",
        "id ms",
        "es gl",
        "pt gl",
        "cs sk",
        "af nl",
        "bg mk",
        "hi mr ne",
        "az tr",
        "ru be",
        "fo is",
        "xh zu nd ss",
        "nso st tn",
        "rn rw",
    )
)
_ONE = frozenset({"hr", "bs", "sr-Latn"})
_LONGEST = 35
"""Characters of the longest language code (RFC 5646, 4.4.1); a longer hint is none."""
_CLEAR = 0.9
"""Share of the votes from which an answer stands, even among close languages."""
_SEEN = 0.1
"""Share that a declared language which the detector knows must have got, to be believed where the detector abstains."""


def read(hint: str | None) -> str:
    """The declared language's code as we write it; empty where nothing, or nothing known, was declared."""
    try:
        return canonical(hint) if hint and len(hint) <= _LONGEST else ""
    except BadSetting:
        return ""


def regional(code: str, hint: str | None) -> str:
    """``pt`` becomes ``pt-BR`` or ``pt-PT`` where that is declared: no detector can tell them apart."""
    declared = read(hint) if code == "pt" else ""
    return declared if declared in {"pt-BR", "pt-PT"} else code


def compatible(known: str, declared: str) -> bool:
    """Whether a declared code (``pt-BR``, ``sr``) names the language ``known`` (``pt``, ``sr-Cyrl``)."""
    scripts = [[part for part in code.split("-") if len(part) == 4] for code in (known, declared)]
    return base(known) == base(declared) and (not all(scripts) or scripts[0] == scripts[1])


def pooled(shares: Mapping[str, float]) -> dict[str, float]:
    """The shares of Croatian, Bosnian and Serbian in Latin script go to the largest of the three.

    They are one language to every detector, and to every translation engine; which of the three is a hint's to say.
    """
    if _ONE.isdisjoint(shares):
        return dict(shares)
    three = sorted(_ONE & shares.keys(), key=lambda code: (shares[code], code))
    rest = {code: share for code, share in shares.items() if code not in _ONE}
    return rest | {three[-1]: sum(shares[code] for code in three)}


def close(one: str, other: str) -> bool:
    """Whether a detector may take one of the two for the other."""
    return any({one, other} <= group for group in _CLOSE)


def decides(wanted: str, answer: str, found: Mapping[str, float], knows: frozenset[str]) -> bool:
    """Whether ``wanted`` is to replace ``answer``, which got ``found[answer]`` of the votes from a detector that ``knows``."""
    if wanted == answer:
        return False
    if answer == UNDETERMINED:  # a language that the detector knows, and does not see here, was declared by mistake
        return not found or wanted not in knows or found.get(wanted, 0.0) >= _SEEN
    unclear = found.get(answer, 0.0) < _CLEAR or wanted not in knows or {wanted, answer} <= _ONE
    return unclear and close(wanted, answer)
