"""What a ranker is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct


class Candidate(Struct, frozen=True):
    """One unit as a ranker sees it: its text and words, its paragraph, and how it is attributed.

    ``marked``: the share of the text that is in quotation marks; ``opens``: it begins so. ``speaker`` as the unit has it, or empty.
    """

    text: str
    words: tuple[str, ...]
    paragraph: int
    kind: str
    cued: bool
    named: bool
    stance: str = "says"
    speaker: str = ""
    marked: float = 0.0
    opens: bool = False


class Material(Struct, frozen=True):
    """All units of an article in text order, the headline's words, and the language."""

    candidates: Sequence[Candidate]
    title: tuple[str, ...]
    language: str


Ranker = Callable[[Material], list[dict[str, float]]]
"""One dict a candidate: reason -> contribution. Their sum is the score; higher is better."""
