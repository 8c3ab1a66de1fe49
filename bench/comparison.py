"""What peers that pip installs do with our samples, beside claimwire: ``python -m bench.comparison`` (docs/comparison.md).

A peer that is not installed is left out; those that are no dependency of ours come with ``pip install -r bench/requirements.txt``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import claimwire
from bench.reading_peers import present
from bench.structure import ROOT

SAMPLES: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
PAGE = ROOT / "examples" / "grain-corridor.en.html"
_SUMY = {"uk": "ukrainian", "zh": "chinese", "ja": "japanese"}
_RUNS = 20


def furniture() -> Iterator[str]:
    """How many lines of page furniture stay in the text, and whether caveat and prose do."""
    for name, system in present().items():
        text = system(PAGE.read_bytes()).text
        kept = sum(line in text for line in SAMPLES["furniture"])
        stays = (
            " and ".join(what for what in ("caveat", "prose") if SAMPLES[what] in text) or "neither caveat nor prose"
        )
        yield f"{name.replace('  ', 'trafilatura, ')}: {kept} of {len(SAMPLES['furniture'])} furniture lines kept; {stays} kept"


def sentences() -> Iterator[str]:
    """How many sentences of each text come back whole, quotations with their speakers."""

    def ours(code: str, text: str) -> Sequence[str]:
        return [sentence.text for sentence in claimwire.segment(text, code)]

    def sumy(code: str, text: str) -> Sequence[str]:
        from sumy.nlp.tokenizers import Tokenizer

        found: Sequence[str] = Tokenizer(_SUMY[code]).to_sentences(text)
        return found

    systems: dict[str, Callable[[str, str], Sequence[str]]] = {"claimwire": ours, "sumy": sumy}
    for name, split in systems.items():
        told = (
            f"{code} {len(set(split(code, _joined(code, whole))) & set(whole))} of {len(whole)}"
            for code, whole in _cases()
        )
        yield f"{name}: sentences whole: {', '.join(told)}"


def languages() -> Iterator[str]:
    """What is said of languages that one detector was not trained on, of digits, and how often the answer differs."""
    from langdetect import DetectorFactory, LangDetectException, detect, detect_langs

    ours = (f"{code} as {claimwire.detect(text).code}" for code, text in SAMPLES["unknown"].items())
    yield f"claimwire: {', '.join(ours)}; digits are {claimwire.detect('12 345').code}; {_runs(lambda: claimwire.detect('Trump i Oslo'))}"
    free = _runs(lambda: detect_langs("Trump i Oslo"))
    DetectorFactory.seed, before = (
        0,
        DetectorFactory.seed,
    )  # as its page says to do, so that this line is always the same
    try:
        theirs = ", ".join(f"{code} as {detect(text)}" for code, text in SAMPLES["unknown"].items())
        digits = str(detect("12 345"))
    except LangDetectException:
        digits = "an exception"
    finally:
        DetectorFactory.seed = before
    yield f"langdetect: {theirs}; digits are {digits}; {free}"


def lengths() -> Iterator[str]:
    """What a text of 5,000 characters meets before anything is sent."""
    from deep_translator import GoogleTranslator
    from deep_translator.exceptions import NotValidLength

    try:
        GoogleTranslator(source="en", target="pt").translate("a" * 5_000)
    except NotValidLength:
        yield "deep-translator: a text of 5,000 characters is refused"


def _runs(answer: Callable[[], object]) -> str:
    return "the same in all runs" if len({str(answer()) for _ in range(_RUNS)}) == 1 else "differs from run to run"


def _cases() -> Iterator[tuple[str, list[str]]]:
    yield from SAMPLES["sentences"].items()


def _joined(code: str, whole: Sequence[str]) -> str:
    return (" " if code == "uk" else "").join(whole)


def rows() -> Iterator[str]:
    """All lines, in the order of the page."""
    for part in (furniture, sentences, languages, lengths):
        yield from part()


if __name__ == "__main__":
    for row in rows():
        print(row, flush=True)
