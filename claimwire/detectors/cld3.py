"""cld3 (a small neural network on character n-grams, 107 languages): one answer a text, with its probability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.codes import UNDETERMINED
from claimwire.detectors import labels, lazy

if TYPE_CHECKING:
    from gcld3 import NNetLanguageIdentifier


def vote(text: str, candidates: frozenset[str], _hint: str | None) -> dict[str, float]:
    """The probability for its answer, the rest for ``und``; romanised text (``ru-Latn``) is ``und`` too."""
    found = network().FindLanguage(text)
    answer = labels.code("cld3", found.language, candidates)
    share = min(max(float(found.probability), 0.0), 1.0)
    return {answer: share, UNDETERMINED: 1.0 - share} if answer != UNDETERMINED else {UNDETERMINED: 1.0}


def known() -> frozenset[str]:
    """The languages it can tell."""
    return labels.known("cld3")


def _load() -> NNetLanguageIdentifier:
    lazy.package("gcld3", "cld3")
    from gcld3 import NNetLanguageIdentifier

    return NNetLanguageIdentifier(0, 4000)  # bytes it reads at least and at most


network = lazy.Lazy(_load)
