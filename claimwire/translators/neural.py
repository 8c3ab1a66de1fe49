"""One direction's model in memory, and a guard around the library that runs it."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from claimwire.errors import BadSetting, ClaimwireError, TryLater
from claimwire.translators.plain import weight
from claimwire.translators.weights import Weights, verify

# fxtranslate reads 127 tokens and drops the rest without a word. Measured on 60 quadruples of FLORES dev sentences joined to one of 517
# characters (chrF, seconds): translate whole 62.9, 17.4 s; translate_long 66.7, 13.0 s; cut at 400 70.4, 10.9 s; at 300 70.5, 8.9 s.
# A lone sentence is another thing: of NTREX and FLORES dev's 22 of 300 to 360 characters (few), whole 64.6 en-pt and 70.4 pt-en, cut 64.4
# and 69.9; of the 5 longer ones, the cut was better.
LIMIT = 360
"""The most that goes to the library at once, by ``plain.weight``."""

# Random letters cost a token a character, so 300 of them are over the library's limit; then the answer is short. The shortest good one on
# FLORES dev had 0.73 of its reference's length.
_SHORT = 0.5


# One cache a thread: fxtranslate's objects panic in any thread but the one that made them, and leak where another one frees them, which is
# why no engine holds them: the garbage collector may run anywhere.
_MINE = threading.local()
_MOST = 4  # models a thread keeps, at some 45 MB each


class Translates(Protocol):
    """fxtranslate's Translator, here or in another process."""

    def translate(self, text: str) -> str:
        """One sentence, of which no more than the model reads."""

    def translate_long(self, text: str) -> str:
        """Any text, cut by the library's own rules."""


def loaded(weights: Weights) -> Callable[[str], str]:
    """A function that translates up to LIMIT, for use in this thread only; loads the model where this thread has not yet.

    Raises BadSetting where the files are damaged or not what they should be.
    """
    mine: dict[tuple[str, Path], Callable[[str], str]] = _MINE.__dict__.setdefault("models", {})
    key = (weights.name, weights.model)
    if key not in mine:
        run = _load(weights)
        while len(mine) >= _MOST:
            del mine[next(iter(mine))]
        mine[key] = run
    return mine[key]


def forget() -> None:
    """Free this thread's models."""
    _MINE.__dict__.clear()


def _load(weights: Weights) -> Callable[[str], str]:
    from fxtranslate import Translator

    verify(weights)
    source, target = weights.source_vocabulary.read_bytes(), weights.target_vocabulary.read_bytes()
    shortlist = weights.shortlist.read_bytes() if weights.shortlist else None
    damaged = f"the model files in {weights.model.parent} are damaged: delete that folder, then fetch the model anew"
    with _panics_become(BadSetting, damaged):
        try:
            translator = Translator(weights.model.read_bytes(), source, target, shortlist)
        except ValueError as error:
            raise BadSetting(damaged) from error
    return functools.partial(_translate, translator)


def whole(translator: Translates, text: str) -> str:
    """The text's translation to its end: what the library cut off shows in the length."""
    answer = translator.translate(text)
    return answer if weight(answer) >= _SHORT * weight(text) else max(answer, translator.translate_long(text), key=len)


def _translate(translator: Translates, text: str) -> str:
    with _panics_become(TryLater, "the firefox engine broke down on a segment"):
        return whole(translator, text)


@contextlib.contextmanager
def _panics_become(kind: type[ClaimwireError], message: str) -> Iterator[None]:
    """A panic in Rust arrives as a BaseException of a class that pyo3 does not export, past every ``except Exception``.

    The error is made here, not handed in: a frame that names the error it raises is a cycle, and would keep the model for the collector.
    """
    try:
        yield
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise kind(message) from panic
