"""Segments into requests: cut where one is over an engine's limit, put together where several go into one, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus

from claimwire.ports import Limits
from claimwire.translators.cutting import cut
from claimwire.translators.plain import weight

_MEASURES = {
    "characters": len,
    "bytes": lambda text: len(text.encode()),
    "url": lambda text: len(quote_plus(text)),
    "weight": weight,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Part ``number`` of segment ``segment`` as it is sent, and the white space around it, which the answer gets back."""

    segment: int
    number: int
    before: str
    text: str
    after: str


Request = tuple[Piece, ...]


def pack(segments: Sequence[str], limits: Limits) -> list[Request]:
    """All pieces of all segments in order, as few requests as the limits allow. No code point is split, nothing is dropped."""
    requests: list[Request] = []
    together: list[Piece] = []
    size = 0
    for piece in _pieces(segments, limits):
        here = measure(piece.text, limits) + _LINE_END
        if together and (len(together) >= most(limits) or size + here > limits.size):
            requests.append(tuple(together))
            together, size = [], 0
        together.append(piece)
        size += here
    return [*requests, tuple(together)] if together else requests


def most(limits: Limits) -> int:
    """How many texts one request may hold: as many lines as a person would call a paragraph, where they travel as lines."""
    return _LINES if limits.lines and limits.texts == 1 else limits.texts


_LINES = 20
_LINE_END = 3  # its size in a URL, the largest it may have


def measure(text: str, limits: Limits) -> int:
    """The text's size in the engine's own measure."""
    return _MEASURES[limits.measure](text)


def _pieces(segments: Sequence[str], limits: Limits) -> Iterator[Piece]:
    for number, segment in enumerate(segments):
        whole = measure(segment, limits) <= limits.size
        parts = [segment] if whole else cut(segment, lambda part: measure(part, limits) <= limits.size)
        yield from (_piece(number, at, part) for at, part in enumerate(_worded(parts)))


def _worded(parts: Iterable[str]) -> Iterator[str]:
    """The parts, what is white space alone put to the one before it: nothing empty is sent."""
    held = ""
    for part in parts:
        if held.strip() and part.strip():
            yield held
            held = ""
        held += part
    yield held


def _piece(segment: int, number: int, part: str) -> Piece:
    core = part.strip()
    start = len(part) - len(part.lstrip())
    return Piece(segment, number, part[:start], core, part[start + len(core) :])


class Assembly:
    """Answers to pieces, on their way back to segments."""

    def __init__(self, requests: Sequence[Request]) -> None:
        self._parts: dict[int, list[Piece]] = {}
        for piece in (piece for request in requests for piece in request):
            self._parts.setdefault(piece.segment, []).append(piece)
        self._answers: dict[Piece, str | None] = {}

    def add(self, piece: Piece, answer: str | None) -> tuple[int, str | None] | None:
        """The segment's number and whole answer, once all its pieces are there; None where one of them has no answer."""
        self._answers[piece] = answer
        parts = self._parts[piece.segment]
        if any(part not in self._answers for part in parts):
            return None
        answers = [self._answers[part] for part in parts]
        return piece.segment, _joined(parts, answers)


def _joined(parts: Sequence[Piece], answers: Sequence[str | None]) -> str | None:
    whole = ""
    for part, answer in zip(parts, answers, strict=True):
        if answer is None:
            return None
        whole += part.before + answer.strip() + part.after
    return whole
