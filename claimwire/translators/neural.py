"""One direction's model in memory, and a guard around the library that runs it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from claimwire.errors import BadSetting, TryLater
from claimwire.translators.cutting import in_pieces
from claimwire.translators.weights import Weights, verify

if TYPE_CHECKING:
    from fxtranslate import Translator

# fxtranslate reads 127 tokens and drops the rest without a word. Measured on 60 quadruples of FLORES dev sentences joined to one of 517
# characters (chrF, seconds): translate whole 62.9, 17.4 s; translate_long 66.7, 13.0 s; cut at 400 70.4, 10.9 s; at 300 70.5, 8.9 s.
LIMIT = 300
# Emoji and random letters cost a token a character or more, so 300 of them are over the library's limit; then the answer is short. The
# shortest good one on FLORES dev had 0.73 of its reference's length.
_SHORT = 0.5


def load(weights: Weights) -> Callable[[str], str | None]:
    """A function that translates a text of any length; it may be called by the thread that loaded it only.

    Raises BadSetting where the files are damaged or not what they should be.
    """
    from fxtranslate import Translator

    verify(weights)
    source, target = weights.source_vocabulary.read_bytes(), weights.target_vocabulary.read_bytes()
    shortlist = weights.shortlist.read_bytes() if weights.shortlist else None
    damaged = BadSetting(
        f"the model files in {weights.model.parent} are damaged: delete that folder, then fetch the model anew"
    )
    with _panics_become(damaged), _value_errors_become(damaged):
        translator = Translator(weights.model.read_bytes(), source, target, shortlist)
    return lambda text: in_pieces(text, lambda piece: len(piece) <= LIMIT, lambda piece: _translate(translator, piece))


def _translate(translator: Translator, text: str) -> str:
    with _panics_become(TryLater("the firefox engine broke down on a segment")):
        answer = translator.translate(text)
        return answer if len(answer) >= _SHORT * len(text) else max(answer, translator.translate_long(text), key=len)


@contextlib.contextmanager
def _panics_become(error: Exception) -> Iterator[None]:
    """A panic in Rust arrives as a BaseException of a class that pyo3 does not export, past every ``except Exception``."""
    try:
        yield
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise error from panic


@contextlib.contextmanager
def _value_errors_become(error: Exception) -> Iterator[None]:
    try:
        yield
    except ValueError as cause:
        raise error from cause
