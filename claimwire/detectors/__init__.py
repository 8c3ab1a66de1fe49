"""Which language an article is in. A detector is one file here and one line in ``DETECTORS``."""

from __future__ import annotations

from claimwire.detectors import auto, cld3, declared, fasttext, langdetect, py3langid, pycld2
from claimwire.detectors.detector import Detector
from claimwire.detectors.mixing import run
from claimwire.errors import BadSetting
from claimwire.models import Language

DETECTORS: dict[str, Detector] = {
    "auto": Detector(vote=auto.vote, knows=auto.known, glance=auto.glance),
    "langdetect": Detector(vote=langdetect.vote, knows=langdetect.known),
    "fasttext": Detector(vote=fasttext.vote, knows=fasttext.known),
    "cld3": Detector(vote=cld3.vote, knows=cld3.known),
    "pycld2": Detector(vote=pycld2.vote, knows=pycld2.known),
    "py3langid": Detector(vote=py3langid.vote, knows=py3langid.known),
    "declared": Detector(vote=declared.vote, knows=declared.known),
}


def detect(text: str, hint: str | None = None, method: str = "auto") -> Language:
    """The language of ``text``, or ``und`` rather than a guess. Same input, same answer, on any thread and in any order.

    Args:
        text: Any ``str``, mark-up and stray quotations in other languages included.
        hint: What the page declares. It decides between languages too close to tell apart, and where the detector
            abstains; it never overrides a clear answer, and an unknown code is passed over.
        method: A key of ``DETECTORS``.

    Raises:
        BadSetting: ``method`` is unknown.
    """
    if method not in DETECTORS:
        raise BadSetting(f"unknown detector {method!r}: use one of {', '.join(DETECTORS)}")
    return run(text, hint, method, DETECTORS[method])
