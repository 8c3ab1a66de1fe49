"""cld2 (naive Bayes on quadgrams and whole words, 83 languages well, 160 roughly): no probability, shares of the text."""

from __future__ import annotations

from claimwire.codes import UNDETERMINED
from claimwire.detectors import labels, lazy

_CLEAR = 600.0
"""Its score per thousand letters of clear news is over this in nine of ten cases; of a language it does not know, under."""


def vote(text: str, candidates: frozenset[str], _hint: str | None) -> dict[str, float]:
    """Shares of the text in each of ``candidates``, less what its score lacks of a clear text's; the rest for ``und``."""
    lazy.package("pycld2", "pycld2", "detect")
    import pycld2

    data = text.encode("utf-8", "ignore")
    *_, details = pycld2.detect(data, isPlainText=True, bestEffort=True)
    clear = _CLEAR * len(text) / max(1, len(data))  # its scores are per thousand bytes
    found = [(code, percent / 100 * min(1.0, score / clear)) for _, code, percent, score in details]
    shares = labels.shares("pycld2", found, candidates)
    rest = 1.0 - sum(share for code, share in shares.items() if code != UNDETERMINED)
    return {**shares, UNDETERMINED: max(0.0, rest)}


def known() -> frozenset[str]:
    """The languages it can tell."""
    return labels.known("pycld2")
