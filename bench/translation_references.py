"""Human translations of the evaluation data, from English and into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench import detection_sets
from bench.rows import rows
from bench.translation_planted import Case

LANGUAGES = "pt es fr de ru uk ar fa he hi zh-Hans ja ko th tr vi id pl cs it nl"
_MORE = "zh-Hant sv da nb fi hu ro bg el ca gl"
_FLORES = "pt es ca gl fr it ro de nl pl ru uk"

Texts = dict[str, str]
"""A sentence by code."""


def articles(data: Path, split: str) -> list[list[Case]]:
    """NTREX, one article in one direction a list."""
    files: dict[str, str] = {"en": "eng"}
    for file, code in detection_sets.codes().items():
        if code in (*LANGUAGES.split(), *_MORE.split()):
            files.setdefault(code, file)
    found = detection_sets.documents(data, split)
    aligned = [
        [
            dict(zip(files, texts, strict=True))
            for texts in zip(*(found[file][key] for file in files.values()), strict=True)
        ]
        for key in sorted(found["eng"])
    ]
    return [
        [_case(texts, *pair) for texts in article]
        for code in files
        if code != "en"
        for pair in (("en", code), (code, "en"))
        for article in aligned
    ]


def sentences(data: Path, split: str) -> list[Case]:
    """FLORES."""
    return [
        _case(texts, *pair)
        for texts in _flores(data, split)
        for code in sorted(texts.keys() - {"en"})
        for pair in (("en", code), (code, "en"))
    ]


def _flores(data: Path, split: str) -> Iterator[Texts]:
    for row in rows(data, "flores_pairs", split):
        yield {code: row[code] for code in ("en", *_FLORES.split())}
    names = {"eng_Latn": "en", "zho_Hans": "zh-Hans", "zho_Hant": "zh-Hant"}
    found: dict[tuple[str, int], Texts] = defaultdict(dict)
    for row in rows(data, "flores200_sample", split):
        if row["lang"] in names:
            found[row["split"], row["n"]][names[row["lang"]]] = row["text"]
    yield from (texts for texts in found.values() if "en" in texts)


def _case(texts: Texts, source: str, target: str) -> Case:
    return Case(texts[source], texts[target], source, target, texts)
