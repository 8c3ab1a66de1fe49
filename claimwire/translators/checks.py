"""Is this answer a translation? ``faults`` say no, ``warnings`` say look at it. Both are words for people."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.translators.figures import currencies, lost, numbers
from claimwire.translators.plain import plain, weight, words_of

# Answer to source by weight, with some slack for headlines, where one word is a large share. Of human references, 17 of 72,000 pairs lie
# outside (FLORES dev, English and 12 languages; NTREX, English and 29, many not in Latin letters); half an answer may pass.
_SHORTEST, _LONGEST, _SLACK = 0.5, 2.5, 15
_FEW_LETTERS = 12  # fewer tell nothing of the script: they may be one name
_SCRIPT_SHARE = 0.3  # a sentence made of foreign names keeps this much of its own language
_FEW_WORDS = 4  # lower-case words that near languages may share by chance: "o presidente fala" is good in two

_WORD = re.compile(r"\w+")


class Knowledge(Struct, frozen=True):
    """``checks.toml``."""

    service_messages: tuple[str, ...]
    scripts: dict[str, tuple[str, ...]]
    currencies: dict[str, tuple[str, ...]]


@functools.cache
def _knowledge() -> Knowledge:
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("checks.toml").read_text("utf-8")), Knowledge)


def faults(source_text: str, answer: str | None, source: str, target: str) -> tuple[str, ...]:
    """Why the answer cannot be believed; empty where it can.

    Args:
        source_text: what was asked.
        answer: what the engine gave; None where it gave nothing.
        source: code of the source's language.
        target: code of the language that was asked for.
    """
    if answer is None:
        return ("the engine gave no answer",)
    if not plain(answer):
        return ("the answer is empty",)
    found = {
        "the answer is a message of the service, not a translation": _message(source_text, answer),
        "the answer is the source text": _copied(source_text, answer, source, target),
        f"the answer is not in the script of {codes.name(target)}": _foreign(source_text, answer, target),
        "the answer is far too short": weight(answer) < _SHORTEST * weight(source_text) - _SLACK,
        "the answer is far too long": weight(answer) > _LONGEST * weight(source_text) + _SLACK,
    }
    return tuple(text for text, true in found.items() if true)


def warnings(source_text: str, answer: str, source: str, target: str) -> tuple[str, ...]:  # noqa: ARG001 - the twin of faults
    """What a reader should compare with the source: numbers and currencies that did not come through."""
    missing = sorted(lost(numbers(source_text), numbers(answer), codes.base(target)))
    gone, new = _currencies_changed(source_text, answer)
    found = []
    if missing:
        found.append(f"number differs: no {', '.join(format(number, 'f') for number in missing)} in the translation")
    if gone:
        instead = f", it has {', '.join(new)}" if new else ""
        found.append(f"currency differs: no {', '.join(gone)} in the translation{instead}")
    return tuple(found)


def _currencies_changed(source_text: str, answer: str) -> tuple[list[str], list[str]]:
    """Signs that the answer has neither as signs nor as words, and those that it has instead.

    The source is searched for signs alone: a word is too often something else (a pound of flour).
    """
    known = _knowledge().currencies
    signs = {sign for sign in known if sign in source_text}
    there = currencies(answer, known) if signs else frozenset()
    return sorted(signs - there), sorted(there - currencies(source_text, known)) if signs else []


def _message(source_text: str, answer: str) -> bool:
    return any(
        message in answer.casefold() and message not in source_text.casefold()
        for message in _knowledge().service_messages
    )


def _copied(source_text: str, answer: str, source: str, target: str) -> bool:
    one, other = (re.sub(r"\W+", " ", plain(words_of(text))).strip() for text in (source_text, answer))
    if codes.base(source) == codes.base(target) or one.casefold() != other.casefold():
        return False
    words = [word for word in one.split() if word.isalpha() and len(word) > 1 and word == word.lower()]
    return sum(map(weight, words)) >= _FEW_LETTERS and (len(words) >= _FEW_WORDS or not one.isascii())


def _foreign(source_text: str, answer: str, target: str) -> bool:
    kept = {word for word in _WORD.findall(words_of(source_text)) if word[0].isupper()}  # names may stay as they are
    letters = "".join(word for word in _WORD.findall(words_of(answer)) if word not in kept)
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters if letter.isalpha())
    expected = _knowledge().scripts.get(codes.base(target), ("LATIN",))
    return scripts.total() >= _FEW_LETTERS and sum(scripts[one] for one in expected) < _SCRIPT_SHARE * scripts.total()
