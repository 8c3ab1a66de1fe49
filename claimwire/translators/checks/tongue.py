"""The language of the answer, where its script is that of several."""

from __future__ import annotations

import functools

from claimwire import codes
from claimwire.detectors import fasttext, scripts
from claimwire.translators.checks.pair import Pair

_LETTERS = 12  # fewer are anybody's language
_TIMES = 5.0  # so many times the target's share has another language where the answer is in that
_LEAST = 0.25  # and no less: text in no language has many of little
_NEAR = frozenset({"gl", "nb", "nn"})  # what fastText often takes for its neighbours
_NEAR_TIMES = 30.0
_BY_SCRIPT = frozenset({"ja", "zh"})  # kana tell better


def check(pair: Pair) -> str | None:
    """Finds answers that fastText gives to another language and not to the target; asked only where the script leaves it open."""
    target = pair.languages[1]
    letters = " ".join(pair.new_words).lower()
    if target not in _known() or len(letters) < _LETTERS:
        return None
    shares = _shares(letters)
    own = shares.pop(target, 0.0)
    other, share = max(shares.items(), key=lambda item: item[1], default=("", 0.0))
    times = _NEAR_TIMES if target in _NEAR else _TIMES
    if other in ("", codes.UNDETERMINED) or share < max(_LEAST, times * own):
        return None
    return f"the answer is not in {codes.name(pair.target)} but in {codes.name(other)}"


def _shares(text: str) -> dict[str, float]:
    """The shares of fastText by base code."""
    total: dict[str, float] = {}
    for code, share in fasttext.vote(text, _candidates(), None).items():
        total[codes.base(code)] = total.get(codes.base(code), 0.0) + share
    return total


@functools.cache
def _candidates() -> frozenset[str]:
    return frozenset().union(*(scripts.candidates(each) for each in scripts.scripts()))


@functools.cache
def _known() -> frozenset[str]:
    """Base codes that it can tell, and whose script is not theirs alone."""
    shared = [scripts.candidates(each) for each in scripts.scripts() if len(scripts.candidates(each)) > 1]
    return frozenset(map(codes.base, frozenset().union(*shared) & fasttext.known())) - _BY_SCRIPT
