"""The checks of translations: false alarms on human translations, and planted faults caught."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import translation_references as references
from bench.rows import line
from bench.translation_planted import KINDS, Case
from claimwire.translators.checks import faults, misplaced, warnings

_CASES = 1000
_SWAPS = 12  # in each direction of each language


def table(data: Path, split: str) -> Iterator[str]:
    """False alarms by language, then what was caught by kind."""
    articles = references.articles(data, split)
    sentences = references.sentences(data, split)
    chosen = [*(case for article in articles for case in article), *sentences]
    yield line("false alarms", "pairs", "faults", "faults, warnings", "misplaced")
    yield from _alarms(chosen, articles)
    yield line("planted", "cases", "caught", "least by language")
    for kind in KINDS:
        yield _planted(kind, chosen)
    yield from _swapped(articles)


def _alarms(chosen: Sequence[Case], articles: Sequence[list[Case]]) -> Iterator[str]:
    start = time.process_time()
    found = [(case, faults(*_asked(case)), warnings(*_asked(case))) for case in chosen]
    spent = time.process_time() - start
    moved = Counter(
        case.language for article in articles for case, here in zip(article, _misplaced(article), strict=True) if here
    )
    told = Counter(case.language for article in articles for case in article)
    for language in [*sorted({case.language for case in chosen}), "all"]:
        of = [each for each in found if language in (each[0].language, "all")]
        wrong, either = sum(bool(one) for _, one, _ in of), sum(bool(one or two) for _, one, two in of)
        here = (moved[language], told[language]) if language != "all" else (moved.total(), told.total())
        yield line(
            language, str(len(of)), _share(wrong, len(of)), _share(either, len(of)), _share(*here) if here[1] else ""
        )
    kinds = Counter(" ".join(each.split()[:4]).rstrip(":") for _, one, two in found for each in (*one, *two))
    yield from (line(f"  {kind}", str(number), _share(number, len(found))) for kind, number in kinds.most_common(12))
    yield line("milliseconds a pair", f"{1000 * spent / len(found):.2f}")


def _planted(kind: str, chosen: Sequence[Case]) -> str:
    chance = random.Random(f"{kind} 1")  # noqa: S311 (a sample, no secret)
    cases, caught = Counter[str](), Counter[str]()
    for case in chance.sample(chosen, len(chosen)):
        planted = KINDS[kind](case, chance)
        if planted is None or cases.total() == _CASES:
            continue
        cases[case.language] += 1
        caught[case.language] += _flagged(*planted, case.source, case.target)
    return _row(kind, cases, caught)


def _flagged(source_text: str, answer: str | None, source: str, target: str) -> bool:
    return bool(faults(source_text, answer, source, target)) or bool(
        warnings(source_text, answer or "", source, target)
    )


def _swapped(articles: Sequence[list[Case]]) -> Iterator[str]:
    """Two answers of an article the other way round: both flagged by anything, and both by name."""
    chance = random.Random("swapped 1")  # noqa: S311
    cases, caught, named = Counter[str](), Counter[str](), Counter[str]()
    for article in chance.sample(articles, min(_CASES, len(articles))):
        one, other = chance.sample(range(len(article)), 2)
        if article[one].answer == article[other].answer:
            continue
        swapped = list(article)
        for at, there in ((one, other), (other, one)):
            swapped[at] = article[at].with_answer(article[there].answer)
        moved = _misplaced(swapped)
        language = article[0].language
        cases[language] += 1
        named[language] += moved[one] and moved[other]
        caught[language] += all(moved[at] or _flagged(*_asked(swapped[at])) for at in (one, other))
    yield _row("swapped segments", cases, caught)
    yield _row("  by name", cases, named)


def _misplaced(article: Sequence[Case]) -> list[bool]:
    found = misplaced([(case.source_text, case.answer) for case in article], article[0].source, article[0].target)
    return [at in found for at in range(len(article))]


def _asked(case: Case) -> tuple[str, str, str, str]:
    return case.source_text, case.answer, case.source, case.target


def _row(name: str, cases: Counter[str], caught: Counter[str]) -> str:
    least = sorted((caught[language] / number, language) for language, number in cases.items() if number >= 10)
    return line(
        name, str(cases.total()), _share(caught.total(), cases.total()), f"{least[0][1]} {100 * least[0][0]:.0f} %"
    )


def _share(some: int, whole: int) -> str:
    return f"{100 * some / whole:.2f} %"
