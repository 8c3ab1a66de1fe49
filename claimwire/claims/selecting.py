"""Which of the ranked units become claims: no two that say the same, within a count and a number of words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimwire.claims.rankers.material import Material
from claimwire.errors import BadSetting

_SAME = 0.7  # share of common words from which two units say the same
ORDERS = ("rank", "text")


class Choice(Struct, frozen=True):
    """How many claims a summary has, at most ``words`` words together (0: any number), and their order: ``rank`` or ``text``."""

    count: int = 5
    words: int = 0
    order: str = "rank"

    def __post_init__(self) -> None:
        if self.order not in ORDERS:
            raise BadSetting(f"unknown order {self.order!r}: choose one of {', '.join(ORDERS)}")


def select(scores: Sequence[float], material: Material, choice: Choice) -> list[int]:
    """Numbers of the chosen candidates. The best one is always among them, however long it is; equal scores keep the text's order."""
    picked: dict[int, set[str]] = {}
    left = choice.words
    for at in sorted(range(len(scores)), key=lambda at: -scores[at]):
        if len(picked) >= choice.count:
            break
        words = material.candidates[at].words
        here = set(words)
        fits = not choice.words or len(words) <= left or not picked
        if fits and not any(_alike(here, other) for other in picked.values()):
            picked[at] = here
            left -= len(words)
    return sorted(picked) if choice.order == "text" else list(picked)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) > _SAME * max(1, min(len(one), len(other)))
