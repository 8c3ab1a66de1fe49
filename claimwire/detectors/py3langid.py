"""py3langid (naive Bayes on selected byte n-grams, 128 languages): the best alone, and the slowest to load (numpy, xz)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.detectors import labels, lazy

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


def vote(text: str, candidates: frozenset[str], _hint: str | None) -> dict[str, float]:
    """Its shares of ``candidates``; what goes to other languages is for ``und``."""
    return labels.shares("py3langid", model().rank(text), candidates)


def known() -> frozenset[str]:
    """The languages it can tell."""
    return labels.known("py3langid")


def _load() -> LanguageIdentifier:
    lazy.package("py3langid", "py3langid")
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


model = lazy.Lazy(_load)
