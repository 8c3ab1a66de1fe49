"""Who says it: lines that attribute something, how, and to whom. ``python -m bench.quality attribution --data DIR``.

The English labels hold the speaker as written and by full name; other languages have the English lines' labels, so that whether a line
attributes anything, and how, can be told there too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.attributed_sets import sets
from bench.keyclaims_sets import LANGUAGES, Document, documents
from bench.rows import line, words_of
from bench.spans import matched
from claimwire.claims import Attribution, attribute
from claimwire.claims.words.lexicon import load
from claimwire.claims.words.tokens import words

_TITLES = frozenset(words_of("titles"))
_LONGEST = 8  # words: longer answers are descriptions, no names


def table(data: Path, split: str) -> Iterator[str]:
    """Lines of 32 languages, then the span sets."""
    yield line("lines, in per cent", "P / R / F", "kind", "speaker in line", "name right / given")
    for language in LANGUAGES:
        if load(language).cues:
            yield _row(language, tally(documents(data, split, language), language))
    yield line("spans", "F at .5 / .8", "speaker of content")
    for name, found in sets(data, split):
        half, most, speaker = matched(found)
        yield line(name, f"{half:.3f} / {most:.3f}", f"{speaker:.3f}")


def tally(found: Iterator[Document], language: str) -> Counter[str]:
    """Counts over all lines on which the annotators agree."""
    counts: Counter[str] = Counter()
    for document in found:
        said = [each for each in attribute(document.text, language) if not each.mental]
        for start, end, label in document.lines:
            if label["role"] == "body" and (label["kind"] or label["kinds"][0] == label["kinds"][1]):
                _count(counts, label, _covering(said, start, end), (start, end))
    return counts


def _covering(said: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The first that shares a quarter of the line with it, or lies in it by half."""
    for each in said:
        for piece in each.content:
            shared = min(end, piece.end) - max(start, piece.start)
            if shared > 0.25 * (end - start) or (shared > 0 and shared >= 0.5 * (piece.end - piece.start)):
                return each
    return None


def _count(counts: Counter[str], label: dict[str, Any], said: Attribution | None, place: tuple[int, int]) -> None:
    attributed = label["kind"] in ("quoted", "reported")
    counts["true"] += attributed
    counts["found"] += said is not None
    if attributed and said:
        counts["both"] += 1
        counts["kind"] += said.kind == label["kind"]
        _count_speaker(counts, label, said, place)


def _count_speaker(counts: Counter[str], label: dict[str, Any], said: Attribution, place: tuple[int, int]) -> None:
    if label["speaker"] and label["speaker_sure"]:
        counts["speakers"] += 1
        here = said.speaker is not None and place[0] <= said.speaker.start < place[1]
        counts["speaker"] += bool(here and said.speaker and _overlap(said.speaker.text, label["speaker"]) >= 0.5)
    if label["who"]:
        name = _name(said)
        counts["names"] += 1
        counts["named"] += name is not None
        counts["name"] += name is not None and agree(name, label["who"])


def _name(said: Attribution) -> str | None:
    """The name that a reader gets: the one resolved, or the speaker's own words where they hold one (``the minister`` is none)."""
    if said.name:
        return said.name.text
    if said.speaker is None:
        return None
    first, *rest = said.speaker.text.split()
    alone = not rest and first[:1].isupper() and first.lower() not in load("en").pronouns
    return said.speaker.text if alone or any(word[:1].isupper() for word in rest) else None


def agree(one: str, other: str) -> bool:
    """Whether two names share half of their words, titles apart, or their last."""
    first, second = ([word for word in words(name) if word not in _TITLES] for name in (one, other))
    if not first or not second or max(len(first), len(second)) > _LONGEST:
        return False
    return _overlap(" ".join(first), " ".join(second)) >= 0.5 or (first[-1] == second[-1] and len(first[-1]) > 2)


def _overlap(one: str, other: str) -> float:
    first, second = set(words(one)), set(words(other))
    return len(first & second) / max(1, len(first | second))


def _row(language: str, counts: Counter[str]) -> str:
    def share(part: str, whole: str) -> float:
        return 100 * counts[part] / max(1, counts[whole])

    precision, recall = share("both", "found"), share("both", "true")
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    cells = [f"{precision:.0f} / {recall:.0f} / {f1:.1f}", f"{share('kind', 'both'):.1f}"]
    if language == "en":
        cells += [
            f"{share('speaker', 'speakers'):.1f}",
            f"{share('name', 'named'):.1f} / {share('named', 'names'):.1f}",
        ]
    return line(language, *cells)
