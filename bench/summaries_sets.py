"""News with summaries that people wrote: standfirsts, abstracts, extracts. BBC's, very probably a machine's, stay out."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.rows import rows
from claimwire.claims.words.tokens import words


class Article(NamedTuple):
    """A text, its people's summaries as words, and the number of words that a system may use."""

    language: str
    title: str
    text: str
    summaries: list[list[str]]
    budget: int


def articles(data: Path, split: str) -> dict[str, list[Article]]:
    """By set. The budget is the set's median summary, or each one's own length where a set is of many languages."""
    return {
        "orangesum (fr)": _even(_orangesum(data, split)),
        "norsumm (no)": _even(_norsumm(data, split)),
        "uscorpus (ur)": _even(_single(data, split, "uscorpus_ur", "ur")),
        "vietnamese (vi)": _even(_single(data, split, "vietnamese_lead", "vi")),
        "euroeval (many)": list(_euroeval(data, split)),
        "fundus (many)": _even(_fundus(data, split)),
    }


def _even(found: Iterator[Article]) -> list[Article]:
    rows = list(found)
    median = int(statistics.median(len(summary) for article in rows for summary in article.summaries))
    return [article._replace(budget=median) for article in rows]


def _article(language: str, title: str, text: str, summaries: Sequence[str]) -> Article:
    gold = [words(summary) for summary in summaries]
    return Article(language, title, text, gold, len(gold[0]))


def _orangesum(data: Path, split: str) -> Iterator[Article]:
    for row in rows(data, "orangesum_fr", split):
        yield _article("fr", row["title"], row["text"], [row["summary"]])


def _norsumm(data: Path, split: str) -> Iterator[Article]:
    for row in rows(data, "norsumm_no", split):
        yield _article("nb", "", row["text"], row["summaries_nb"] + row["summaries_nn"])


def _single(data: Path, split: str, name: str, language: str) -> Iterator[Article]:
    for row in rows(data, name, split):
        yield _article(language, row.get("title") or "", row["text"], [row["summary"]])


def _euroeval(data: Path, split: str) -> Iterator[Article]:
    for row in rows(data, "euroeval_sum_samples", split):
        yield _article(row["lang"], "", row["text"], [row["summary"]])


def _fundus(data: Path, split: str) -> Iterator[Article]:
    """Pages with a standfirst; a paragraph that repeats it is dropped, which would be a gift to lead."""
    for row in rows(data, "fundus_tests", split):
        standfirst = words(row.get("summary") or "")
        if len(standfirst) >= 8 and len(words(row.get("text") or "")) >= 120:
            kept = [text for text in row["paragraphs"] if not _repeats(words(text), standfirst)]
            yield _article(row["lang"] or "und", row["title"] or "", "\n\n".join(kept), [row["summary"]])


def _repeats(paragraph: Sequence[str], standfirst: Sequence[str]) -> bool:
    shared = sum((Counter(paragraph) & Counter(standfirst)).values())
    return shared > 0.8 * len(standfirst) and len(paragraph) < 2 * len(standfirst)
