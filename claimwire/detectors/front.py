"""What every detector is behind: the script first, blocks that vote, telltale letters, and the page's hint last."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from claimwire.codes import UNDETERMINED, canonical
from claimwire.detectors import chinese, cleaning, hints, scripts, telltales
from claimwire.errors import BadSetting
from claimwire.models import Language

_NOTHING = Language(code=UNDETERMINED, confidence=0.0, method="none", script="Zyyy")
_LEAST = 2
"""Letters without which there is no text: a stray letter gets no language, a two-sign headline does."""
_LEAST_SHARED = 10
"""The same where languages share the script: fewer letters than in two words are anybody's guess."""
_KANJI = 40
"""Twenty signs: a Japanese headline of fewer may have no kana, so that only its page can tell it from Chinese."""
_ABSTAIN = 0.6
"""Share of the votes that an answer needs: from 0.5, a fifth of the wrong answers on headlines go, and 1 % of the right ones."""


_CODE = 35
"""Characters of the longest language code (RFC 5646, 4.4.1); a longer hint is none."""
_TOLD = 0.9
"""Confidence in a telltale: on the news it was measured with, about nine of ten are right."""


class Detector(Struct, frozen=True):
    """``vote(block, candidates, hint)`` gives shares of languages; ``knows()`` the languages it could tell at all."""

    vote: Callable[[str, frozenset[str], str | None], dict[str, float]]
    knows: Callable[[], frozenset[str]]


def run(text: str, hint: str | None, method: str, detector: Detector) -> Language:
    """The language of ``text`` by ``detector``, or ``und``."""
    cleaned = cleaning.clean(text)
    letters = scripts.count(cleaned)
    script = max(sorted(letters), key=lambda code: letters[code], default="")
    if not script or letters[script] < _LEAST:
        return _NOTHING
    share = letters[script] / letters.total()
    wanted = _wanted(hint, scripts.candidates(script))
    if script == "Hani":
        return _chinese(cleaned, letters[script], share, wanted)
    if len(scripts.candidates(script)) < 2:
        return _alone(cleaned, script, share)
    return _voted(cleaned, script, share, wanted, method, detector)


def _wanted(hint: str | None, candidates: frozenset[str]) -> str | None:
    """The declared language as the tables write it, if text in this script can be in it."""
    try:
        code = canonical(hint) if hint and len(hint) <= _CODE else ""
    except BadSetting:
        return None
    return next((known for known in sorted(candidates) if code and hints.compatible(known, code)), None)


def _chinese(text: str, letters: int, share: float, wanted: str | None) -> Language:
    if wanted == "ja" and letters < _KANJI:
        return Language(code="ja", confidence=share / 2, method="declared", script="Jpan")
    script, certainty = chinese.han(text)
    if script == "Hani":  # nothing but characters that both standards have
        code, method = (wanted, "declared") if wanted in {"zh-Hans", "zh-Hant"} else ("zh-Hans", "script")
        return Language(code=code, confidence=share / 2, method=method, script=script)
    return Language(code=f"zh-{script}", confidence=share * certainty, method="script", script=script)


def _alone(text: str, script: str, share: float) -> Language:
    code = telltales.reveal(text, script, "") or next(iter(scripts.candidates(script)), UNDETERMINED)
    return Language(code=code, confidence=share * (code != UNDETERMINED), method="script", script=script)


def _voted(text: str, script: str, share: float, wanted: str | None, method: str, detector: Detector) -> Language:
    blocks = cleaning.blocks(text, scripts.foreign(script))
    found = _votes(blocks, scripts.candidates(script), wanted, detector)
    code = max(sorted(found), key=lambda candidate: found[candidate], default=UNDETERMINED)
    certainty = found.get(code, 0.0)
    code = code if certainty >= _ABSTAIN else UNDETERMINED
    told = telltales.reveal(" ".join(blocks), script, code) if found and detector.knows() else None
    if told:
        code, certainty = told, _TOLD
    elif wanted and hints.decides(wanted, code, found, detector.knows()):
        code, certainty = wanted, max(found.get(wanted, 0.0), _ABSTAIN)
        method = f"{method}+hint" if found else "declared"
    return Language(code=code, confidence=share * certainty * (code != UNDETERMINED), method=method, script=script)


def _votes(blocks: list[str], candidates: frozenset[str], wanted: str | None, detector: Detector) -> dict[str, float]:
    """Shares of the votes, each block's weight being its letters; none where there is too little text."""
    total: dict[str, float] = {}
    size = sum(map(len, blocks))
    for block in blocks if size >= _LEAST_SHARED else ():
        for code, share in detector.vote(block, candidates, wanted).items():
            total[code] = total.get(code, 0.0) + share * len(block) / size
    return total
