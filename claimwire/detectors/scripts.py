"""Writing systems: which one a text is in, and which languages are written in it."""

from __future__ import annotations

import bisect
import functools
import re
import tomllib
from collections import Counter
from importlib import resources

from msgspec import Struct, convert

_SAMPLE = 500
"""Code points from which a text is counted by every second, third ... one only: the parts stay within three in a hundred."""
_ASCII = str.maketrans({chr(point): chr(point) if chr(point).isalpha() else None for point in range(128)})
_KANA = 0.08
"""Share of kana from which Han is Japanese: Chinese news keeps a few kana in names, Japanese has them in every clause."""


class Script(Struct, frozen=True):
    """Hexadecimal ``ranges`` and BCP-47 ``languages``, both parted by spaces; ``dense``: one sign says what two letters do.

    ``seldom``: those of its languages that little news is written in, so that where detectors differ the others come first.
    """

    ranges: str
    languages: str
    seldom: str = ""
    dense: bool = False

    def spans(self) -> list[tuple[int, int]]:
        """First and last code point of each range."""
        pairs = [part.partition("-") for part in self.ranges.split()]
        return [(int(first, 16), int(last or first, 16)) for first, _, last in pairs]


@functools.cache
def scripts() -> dict[str, Script]:
    """The table, by ISO 15924 code."""
    return convert(
        tomllib.loads(resources.files(__package__).joinpath("scripts.toml").read_text("utf-8")), dict[str, Script]
    )


@functools.cache
def candidates(script: str) -> frozenset[str]:
    """The languages that may be answered for text in ``script``."""
    return frozenset(scripts()[script].languages.split())


@functools.cache
def seldom() -> frozenset[str]:
    """The languages of any script that little news is written in."""
    return frozenset(" ".join(script.seldom for script in scripts().values()).split())


@functools.cache
def foreign(script: str) -> re.Pattern[str]:
    """Matches runs of everything that is not of ``script``."""
    inside = "".join(f"{chr(first)}-{chr(last)}" for first, last in scripts()[script].spans())
    return re.compile(f"[^{inside}]+")


@functools.cache
def passages(script: str) -> re.Pattern[str]:
    """Matches stretches of at least forty code points without a letter of another script: a sentence, not a name."""
    inside = "".join(f"{chr(first)}-{chr(last)}" for first, last in scripts()[script].spans())
    return re.compile(f"[{inside}](?:[{inside}]|[\\W\\d_]){{39,}}")


def count(text: str) -> Counter[str]:
    """Letters of each script, dense ones twice; kana and Han together are Japanese, or Chinese where kana are rare."""
    if text.isascii():
        latin = len(text.translate(_ASCII))
        return Counter({"Latn": latin} if latin else ())
    step = max(1, len(text) // _SAMPLE)
    letters: dict[str, int] = {}
    for char, number in Counter(text[::step]).items():
        script, worth = _script(char)
        letters[script] = letters.get(script, 0) + number * worth * step
    letters.pop("", None)
    kana, han = letters.pop("Jpan", 0), letters.pop("Hani", 0)
    return Counter(
        letters | ({"Jpan" if kana and kana >= _KANA * (kana + han) else "Hani": kana + han} if kana + han else {})
    )


@functools.cache
def _starts() -> list[tuple[int, int, str]]:
    return sorted((*span, code) for code, script in scripts().items() for span in script.spans())


@functools.lru_cache(maxsize=8192)
def _script(char: str) -> tuple[str, int]:
    """The script of a letter and what it counts; an empty one for what is no letter."""
    place = bisect.bisect_right(_starts(), (ord(char), 0x110000, "")) - 1
    first, last, code = _starts()[place] if place >= 0 else (0, -1, "")
    return (code, 2 if scripts()[code].dense else 1) if first <= ord(char) <= last else ("", 0)
