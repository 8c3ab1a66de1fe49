"""One language for the whole text, and the others that hold a good part of it."""

from __future__ import annotations

from collections import Counter

from claimwire.codes import UNDETERMINED
from claimwire.detectors import calibration, cleaning, front, hints, scripts
from claimwire.detectors.detector import Detector
from claimwire.models import Language

_NOTHING = Language(code=UNDETERMINED, confidence=0.0, method="none", script="Zyyy")
_LEAST = 2
"""Letters without which there is no text: a stray letter gets no language, a two-sign headline does."""
_HEADLINE = 120
"""Letters up to which a text is a headline."""
_PART = 0.1
"""Part of the letters from which another language is worth telling: less is a name, a slogan or a title."""


def run(text: str, hint: str | None, method: str, detector: Detector) -> Language:
    """The language of ``text`` by ``detector``, or ``und``; and what else there is."""
    cleaned = cleaning.clean(text)
    letters = scripts.count(cleaned)
    script = _main(letters)
    if not script or letters[script] < _LEAST:
        return _NOTHING
    found = front.find(cleaned, script, letters[script], hint, method, detector)
    part = letters[script] / letters.total() if len(letters) > 1 else 1.0
    parts = {code: share * part for code, share in found.others.items()}
    if len(letters) > 1:
        for other in sorted(letters.keys() - {script}):
            parts |= _elsewhere(cleaned, other, letters, method, detector)
    return _language(found, part, {code: share for code, share in parts.items() if share >= _PART}, hint)


def _main(letters: Counter[str]) -> str:
    """The script with most letters. Latin ones count half in a headline: there, they are names in a text of another script."""
    if len(letters) == 1:
        return next(iter(letters))
    half = "Latn" if letters.total() < _HEADLINE else ""
    return max(sorted(letters), key=lambda code: letters[code] / (2 if code == half else 1), default="")


def _elsewhere(text: str, script: str, letters: Counter[str], method: str, detector: Detector) -> dict[str, float]:
    """The language of the passages in another script, with their part of all letters; none where those are names only."""
    if letters[script] < _PART * letters.total():
        return {}
    passages = "\n".join(scripts.passages(script).findall(text))
    size = scripts.count(passages)[script]
    if not size:
        return {}
    found = front.find(passages, script, size, None, method, detector)
    return {found.code: size / letters.total()} if found.confidence >= calibration.SURE else {}


def _language(found: front.Finding, part: float, others: dict[str, float], hint: str | None) -> Language:
    """A main language with a narrow lead is less sure: nothing off from three quarters to one, half off at evens."""
    rest = max([1.0 - part, *others.values()])
    own = part - sum(found.others.values()) * part
    lead = min(1.0, max(0.0, 2 * (own - rest) / (own + rest)))
    mixed = tuple(sorted(others, key=lambda code: (-others[code], code)))
    return Language(
        code=hints.regional(found.code, hint),
        confidence=round(found.confidence * (0.5 + 0.5 * lead), 4),
        method=found.method,
        script=found.script,
        mixed=mixed if found.code != UNDETERMINED else (),
    )
