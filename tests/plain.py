"""Plain wire sentences of our own, and who says what in each (``attribution/plain/<code>.txt``): what is found, and how it errs.

A line is ``kind stance | who | sentence``: spans that are equally right part by `` / ``, a dash where the sentence names nobody. What
is ``stated`` has no stance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tests.doubles import analysed

FILES = {file.stem: file for file in sorted((Path(__file__).parent / "attribution" / "plain").glob("*.txt"))}
NOBODY = "-"


class Plain(Struct, frozen=True):
    """A sentence, with what is right of it and what is found."""

    text: str
    right: tuple[str, Sequence[str]]
    found: tuple[str, str]

    @property
    def answerable(self) -> bool:
        """Whether what is right stands in the sentence."""
        return any(who in self.text for who in self.right[1])

    @property
    def errors(self) -> set[str]:
        """``wrong``: somebody speaks who does not; ``missed``: nobody does, or the attribution is not seen; ``kind``: it is, amiss."""
        (kind, who), (told, speaker) = self.right, self.found
        if speaker not in (NOBODY, *who):
            return {"wrong"}
        missed = speaker not in who or (told == "stated") > (kind == "stated")
        return ({"missed"} if missed else set()) | ({"kind"} if told != kind and not missed else set())


def plains(code: str) -> list[Plain]:
    """Every sentence of a language, each read as an article of its own."""
    return [_plain(code, line) for line in FILES[code].read_text("utf-8").splitlines() if line]


def _plain(code: str, line: str) -> Plain:
    kind, who, text = line.split(" | ")
    told = analysed(text, code).attributions[-1]
    means = told.kind if told.kind == "stated" else f"{told.kind} {told.stance}"
    return Plain(text, (kind, who.split(" / ")), (means, told.speaker.text if told.speaker else NOBODY))


def counts(code: str) -> Counter[str]:
    """How many sentences there are, and how many err in each way."""
    found = plains(code)
    return Counter(sentences=len(found)) + Counter(error for each in found for error in each.errors)


def rows() -> Iterator[tuple[str, Counter[str]]]:
    """Each language with its counts."""
    for code in FILES:
        yield code, counts(code)
