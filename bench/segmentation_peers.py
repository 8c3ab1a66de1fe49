"""Sentence splitters behind one face: a text's sentences, or None where a language is not served."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Callable, Sequence

from claimwire.segment import segment

Splitter = Callable[[str, str], Sequence[str] | None]

_PUNKT = {
    "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "et": "estonian",
    "fi": "finnish", "fr": "french", "it": "italian", "ml": "malayalam", "nb": "norwegian", "nl": "dutch", "pl": "polish",
    "pt": "portuguese", "ru": "russian", "sl": "slovene", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_SUMY = {**_PUNKT, "he": "hebrew", "ja": "japanese", "uk": "ukrainian", "zh": "chinese"}
_QUADRATIC = 20_000
"""Characters: pysbd takes 2 s for 57,000 and 33 s for four times as many."""


def ours(code: str, text: str) -> Sequence[str]:
    """This project's own."""
    return [sentence.text for sentence in segment(text, code)]


def _sentencex(code: str, text: str) -> Sequence[str]:
    import sentencex

    return [str(sentence) for sentence in sentencex.segment(code, text)]


def _pysbd(code: str, text: str) -> Sequence[str] | None:
    splitter = _pysbd_of(code)
    return None if splitter is None or len(text) > _QUADRATIC else splitter(text)


@functools.cache
def _pysbd_of(code: str) -> Callable[[str], list[str]] | None:
    import pysbd
    from pysbd.languages import LANGUAGE_CODES

    if code not in LANGUAGE_CODES:
        return None
    split: Callable[[str], list[str]] = pysbd.Segmenter(language=code, clean=False).segment
    return split


def _blingfire(_code: str, text: str) -> Sequence[str]:
    import blingfire

    return str(blingfire.text_to_sentences(text)).split("\n")  # its offsets raise on some Hindi


def _punkt(code: str, text: str) -> Sequence[str] | None:
    """NLTK's models, as a package that needs no download carries them."""
    import punkt

    return [str(s) for s in punkt.sent_tokenize(text, language=_PUNKT[code])] if code in _PUNKT else None


def _sumy(code: str, text: str) -> Sequence[str] | None:
    tokenizer = _sumy_of(code)
    return tokenizer and tokenizer(text)


@functools.cache
def _sumy_of(code: str) -> Callable[[str], Sequence[str]] | None:
    from sumy.nlp.tokenizers import Tokenizer

    try:
        split: Callable[[str], Sequence[str]] = Tokenizer(_SUMY[code]).to_sentences
        split("Greek looks for its data here.")
    except (LookupError, ValueError):  # not one of its languages, or NLTK's data is not on this machine
        return None
    return split


_ALL: dict[str, Splitter] = {
    "sentencex": _sentencex,
    "pysbd": _pysbd,
    "blingfire": _blingfire,
    "punkt": _punkt,
    "sumy": _sumy,
}


def peers() -> dict[str, Splitter]:
    """Those installed here."""
    return {name: splitter for name, splitter in _ALL.items() if importlib.util.find_spec(name)}


def absent() -> list[str]:
    """Those not installed."""
    return [name for name in _ALL if not importlib.util.find_spec(name)]
