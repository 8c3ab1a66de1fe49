"""langdetect (character n-grams, naive Bayes) behind the front end: seeded, restricted, and able to say "none of these"."""

from __future__ import annotations

import functools
import math
import threading
import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from claimwire.codes import UNDETERMINED
from claimwire.detectors import labels as names

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

_LOADING = threading.Lock()


def vote(text: str, candidates: frozenset[str], _hint: str | None) -> dict[str, float]:
    """Shares of the languages that ``text`` may be in, out of ``candidates``; all for ``und`` where it is like none of them.

    langdetect alone is sure of itself on languages it never saw (measured: 88 % of such texts get an answer). So the
    answer must also fit: the share of the text's trigrams that its profile holds may not fall far below what news in
    that language has.
    """
    from langdetect.lang_detect_exception import LangDetectException

    labels = {
        label: code for label in _typical() if (code := names.code("langdetect", label, candidates)) in candidates
    }
    if not labels:
        return {UNDETERMINED: 1.0}
    detector = factory().create()  # one each call: its random numbers start at the seed
    detector.set_prior_map(dict.fromkeys(labels, 1.0))
    detector.append(text)
    try:
        shares: dict[str, float] = {guess.lang: guess.prob for guess in detector.get_probabilities()}
    except LangDetectException:  # no n-gram of the text is known
        return {UNDETERMINED: 1.0}
    fit = _fit(text, max(shares, key=lambda label: shares[label])) if shares else 0.0
    return {labels[label]: share * fit for label, share in shares.items()} | {UNDETERMINED: 1.0 - fit}


def known() -> frozenset[str]:
    """The languages it has profiles for."""
    return names.known("langdetect")


def factory() -> DetectorFactory:
    """The profiles, read once (0.2 s) whichever thread comes first."""
    with _LOADING:
        return _load()


def forget() -> None:
    """Drop the profiles, so that the next call loads them anew."""
    _load.cache_clear()


@functools.cache
def _load() -> DetectorFactory:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    loaded = DetectorFactory()
    loaded.seed = 0
    # In order of name: langdetect itself takes the directory's order, and sums would differ between machines.
    loaded.load_json_profile([path.read_text("utf-8") for path in sorted(Path(PROFILES_DIRECTORY).iterdir())])
    return loaded


@functools.cache
def _typical() -> dict[str, float]:
    table = tomllib.loads(resources.files(__package__).joinpath("langdetect.toml").read_text("utf-8"))
    return dict(table["coverage"])


def _fit(text: str, label: str) -> float:
    """1 where as many of the trigrams are in the profile as in news of that language, less where fewer, 0 where far fewer.

    A short text may stray further before it is 0, but is less sure for it. (Slopes set on development data.)
    """
    grams, profiles = _trigrams(text), factory()
    place = profiles.langlist.index(label)
    held = sum(bool(shares and shares[place] > 0) for shares in map(profiles.word_lang_prob_map.get, grams))
    lacking = _typical()[label] - held / len(grams) if grams else 0.0
    number = len(grams) or 1
    far = 0.07 + 1.2 / math.sqrt(number)
    return 0.0 if lacking > far else max(0.0, 1.0 - 2 * max(0.0, lacking - 0.02) - 1.5 / number)


def _trigrams(text: str) -> list[str]:
    """Trigrams as the profiles write them, words padded with spaces."""
    from langdetect.utils.ngram import NGram

    lower = f" {text.lower()} "
    spelt = lower.translate({ord(char): NGram.normalize(char) for char in set(lower)})
    return [spelt[at : at + 3] for at in range(len(spelt) - 2) if spelt[at + 1] != " "]
