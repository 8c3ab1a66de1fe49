"""What else a unit tells beside its main attribution."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.governed import governed
from claimwire.claims.speakers.heard import Heard
from claimwire.models import Span


def others(unit: Heard) -> list[Attribution]:
    """All attributions of one unit but the main one, as far as they are no part of what another says."""
    found = [governed(unit.passage, cue, unit.cues, unit.own) for cue in unit.cues if cue is not unit.main]
    return _outermost(unit.whole, found)


def _outermost(first: Attribution, others: Sequence[Attribution]) -> list[Attribution]:
    """Those that are no part of what another says: ``Ana Lima said [Rui Costa wants a bridge]`` tells of her words alone."""
    kept: list[Attribution] = [first] if first.cue else []
    for each in sorted(others, key=lambda attribution: (attribution.mental, attribution.cue and attribution.cue.start)):
        if not any(_within(each.cue, part) for other in kept for part in other.content):
            kept.append(each)
    return [each for each in kept if each is not first]


def _within(place: Span | None, part: Span) -> bool:
    return place is not None and part.start <= place.start < part.end
