"""Where a translation comes from: engines, their models and ways, and how much each of them did."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimwire.models import Translated
from claimwire.render.wording import View

_TIER = re.compile(r"\b(good|fair|gist):")  # as engines that know the quality of a way write it into their model's name


@dataclass(frozen=True)
class Origin:
    """One engine by one model: sentences, and characters of source text, which is what engines meter."""

    engine: str
    model: str
    sentences: int
    characters: int

    @property
    def tier(self) -> str:
        """The quality to expect of the way, where its engine says so."""
        found = _TIER.search(self.model)
        return found[1] if found else ""


def origins(view: View) -> list[Origin]:
    """Who translated, the one that did most first."""
    found: dict[tuple[str, str], list[int]] = {}
    for sentence, segment in zip(view.digest.sentences, view.segments, strict=False):
        if segment is not None and segment.engine:
            found.setdefault((segment.engine, segment.model), []).append(len(sentence.text))
    made = [Origin(engine, model, len(sizes), sum(sizes)) for (engine, model), sizes in found.items()]
    return sorted(made, key=lambda each: -each.sentences)


def doubtful(view: View) -> list[Translated]:
    """The segments that a check found something in."""
    return [segment for segment in view.segments if segment is not None and segment.warnings]
