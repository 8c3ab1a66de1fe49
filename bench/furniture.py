"""News furniture: what our rules cut of what trafilatura leaves, what reaches the claims, and false alarms on clean text.

See docs/furniture.md. A line is junk where fewer than half of its trigrams are in the article's known paragraphs: teasers, captions and
author lines for the most part, but also true paragraphs that the set lacks, so junk is counted too high for every system alike.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.furniture_sets import CLEAN, Row, clean_lines, known, rows, true
from bench.reading import page
from bench.reading_peers import present
from claimwire.claims.words.tokens import words
from claimwire.detectors import detect
from claimwire.errors import Refused
from claimwire.models import Article
from claimwire.pipeline import summarise
from claimwire.readers import read
from claimwire.readers.characters import tidy
from claimwire.readers.draft import Line
from claimwire.readers.furniture import barred, marked

_TOP = 3


def table(data: Path, split: str) -> Iterator[str]:
    """The three tables, a row at a time."""
    logging.disable(logging.ERROR)  # peers complain of single pages
    yield from _cut(data, split)
    yield from _strings(data, split)
    yield from _top(data, split)
    yield from _alarms(data, split)


def _removed(text: str) -> bool:
    return marked(Line(tidy(text), 1)).reason is not None


def _lines(folder: Path, row: Row) -> list[str]:
    import trafilatura

    return (trafilatura.extract(page(folder, row), include_comments=False) or "").split("\n")


def _pages(data: Path, split: str) -> list[Row]:
    return [row for row in rows(data, "fundus_tests", split) if row.get("html") and row.get("paragraphs")]


def _cut(data: Path, split: str) -> Iterator[str]:
    lines: Counter[tuple[bool, bool]] = Counter()
    weight: Counter[tuple[bool, bool]] = Counter()
    for row in _pages(data, split):
        gold = known(row)
        for line in filter(words, _lines(data / "fundus_tests", row)):
            kind = (true(line, gold), _removed(line))
            lines[kind] += 1
            weight[kind] += len(words(line))
    yield f"of trafilatura's lines   {_share(lines, False)} of junk lines cut, {_share(weight, False)} of junk words"
    yield f"                         {_share(lines, True)} of true lines lost, {_share(weight, True)} of true words"


def _share(counts: Counter[tuple[bool, bool]], kind: bool) -> str:
    whole = counts[kind, True] + counts[kind, False]
    return f"{counts[kind, True]}/{whole} = {counts[kind, True] / max(1, whole):.2%}"


def _strings(data: Path, split: str) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for row in rows(data, "trafilatura_eval", split):
        lines = _lines(data / "trafilatura_eval", row)
        before, after = "\n".join(lines), "\n".join(line for line in lines if not _removed(line))
        for name in ("with", "without"):
            counts[name] += sum(piece in before for piece in row[name])
            counts[f"{name} kept"] += sum(piece in after for piece in row[name])
    for name, title in (("with", "wanted strings kept"), ("without", "unwanted strings left")):
        yield f"{title:24} {counts[f'{name} kept']} of {counts[name]}"


def _top(data: Path, split: str) -> Iterator[str]:
    pages = _pages(data, split)
    for name, system in present().items():
        folder = data / "fundus_tests"
        if name == "claimwire":
            articles = (_ours(page(folder, row)) for row in pages)
        else:
            articles = (Article(name="", format="txt", text=system(page(folder, row)).text) for row in pages)
        claims = [(claim, row) for article, row in zip(articles, pages, strict=True) for claim in _claims(article)]
        junk = sum(not true(claim, known(row)) for claim, row in claims)
        yield f"junk in the top {_TOP}, {name:16} {junk} of {len(claims)} = {junk / max(1, len(claims)):.1%}"


def _ours(data: bytes) -> Article:
    try:
        return read(data, "page.html", "text/html")
    except Refused:
        return Article(name="", format="html", text="")


def _claims(article: Article) -> list[str]:
    if not article.text.strip():
        return []
    language = detect(article.text, article.declared_language)
    return [claim.text for claim in summarise(article, language, _TOP).claims]


def _alarms(data: Path, split: str) -> Iterator[str]:
    for name in CLEAN:
        counts: Counter[str] = Counter()
        for line in clean_lines(data, name, split):
            counts["lines"] += 1
            counts["removed"] += _removed(line)
            counts["barred"] += not _removed(line) and barred(tidy(line)) is not None
        if counts["lines"]:
            removed, held = (1000 * counts[key] / counts["lines"] for key in ("removed", "barred"))
            yield f"clean: {name:24} {counts['lines']:6} lines, {removed:.2f} removed and {held:.2f} barred per 1,000"
