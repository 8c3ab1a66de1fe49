"""What every detector is behind: the script first, pieces that vote, telltale letters, and the page's hint last."""

from __future__ import annotations

from msgspec import Struct

from claimwire.codes import UNDETERMINED
from claimwire.detectors import calibration, chinese, hints, neighbours, pieces, scripts, tally, telltales
from claimwire.detectors.detector import Detector

_LEAST_SHARED = 10
"""Letters that text needs where languages share the script: fewer than in two words are anybody's guess."""
_KANJI = 40
"""Twenty signs: a Japanese headline of fewer may have no kana, so that only its page can tell it from Chinese."""
_TOLD = 0.85
"""Confidence in what a telltale alone says, and in a language whose near relatives the detector does not know."""


class Finding(Struct, frozen=True):
    """The language of what is in one script: how sure, by what, and the parts that are in other languages."""

    code: str
    confidence: float
    method: str
    script: str
    others: dict[str, float] = {}


def find(text: str, script: str, letters: int, hint: str | None, method: str, detector: Detector) -> Finding:
    """The language of the ``letters`` of ``text`` that are in ``script``."""
    wanted = _wanted(hint, scripts.candidates(script))
    if script == "Hani":
        return _chinese(text, letters, wanted)
    if len(scripts.candidates(script)) < 2:
        return _alone(text, script)
    return _voted(text, script, letters, wanted, method, detector)


def _wanted(hint: str | None, candidates: frozenset[str]) -> str | None:
    """The declared language as the tables write it, if text in this script can be in it."""
    if not hint:
        return None
    code = hints.read(hint)
    return next((known for known in sorted(candidates) if code and hints.compatible(known, code)), None)


def _chinese(text: str, letters: int, wanted: str | None) -> Finding:
    if wanted == "ja" and letters < _KANJI:
        return Finding("ja", 0.5, "declared", "Jpan")
    script, certainty = chinese.han(text)
    told = telltales.reveal(text, "Hani", "", frozenset())
    if told:
        return Finding(told, _TOLD, "script", script)
    if script == "Hani":  # nothing but characters that both standards have
        code, method = (wanted, "declared") if wanted in {"zh-Hans", "zh-Hant"} else ("zh-Hans", "script")
        return Finding(code, 0.5, method, script)
    doubt = 0.8 if script == "Hant" and not chinese.standard(text) else 1.0
    return Finding(f"zh-{script}", certainty * doubt, "script", script)


def _told(text: str, script: str, answer: str, knows: frozenset[str]) -> str | None:
    """The language that letters or words name in place of ``answer``, or None."""
    told = telltales.reveal(text, script, answer, knows) or neighbours.better(text, answer)
    return told if told != answer else None


def _alone(text: str, script: str) -> Finding:
    told = telltales.reveal(text, script, "", frozenset())
    code = told or next(iter(scripts.candidates(script)), UNDETERMINED)
    certainty = 1.0 if told or not telltales.disputed(script) else _TOLD
    return Finding(code, certainty * (code != UNDETERMINED), "script", script)


def _voted(text: str, script: str, letters: int, wanted: str | None, method: str, detector: Detector) -> Finding:
    scale = calibration.scale(method)
    votes = tally.count(detector.judge(text, script, wanted) if letters >= _LEAST_SHARED else [], scale.sure)
    best = pieces.best(votes.shares)
    confidence = scale.confidence(votes.shares.get(best, 0.0))
    code = best if confidence else UNDETERMINED
    told = _told(votes.text, script, code, detector.knows()) if votes.shares and detector.knows() else None
    if told:
        code, confidence = told, _TOLD
    elif wanted and hints.decides(wanted, code, votes.shares, detector.knows()):
        code, confidence = wanted, max(scale.confidence(votes.shares.get(wanted, 0.0)), calibration.FAIR)
        method = f"{method}+hint" if votes.shares else "declared"
    if not scale.certain(code) or not telltales.proven(votes.text, code):
        confidence = min(confidence, _TOLD)
    return Finding(code, confidence * (code != UNDETERMINED), method, script, votes.others)
