"""Who speaks in an article's claims, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimwire.models import Claim, Span, Speaker

TINTS = 6  # colours that can be told apart; later voices have none of their own


@dataclass(frozen=True)
class Voice:
    """A speaker, or nobody (``name`` None): ``tint`` is a colour from 1, or 0; ``ranks`` are their claims, from 1."""

    name: str | None
    tint: int
    ranks: tuple[int, ...]


def voices(claims: Sequence[Claim]) -> list[Voice]:
    """In the order in which they first speak in the list; whoever is not told comes last, as one."""
    groups: list[list[int]] = []
    for rank, claim in enumerate(claims, 1):
        known = next((group for group in groups if any(_same(claim, claims[at - 1]) for at in group)), None)
        groups.append([rank]) if known is None else known.append(rank)
    groups.sort(key=lambda group: claims[group[0] - 1].speaker is None)
    return [
        Voice(_name([claims[at - 1] for at in group]), _tint(claims[group[0] - 1], number), tuple(group))
        for number, group in enumerate(groups, 1)
    ]


def full(speaker: Speaker) -> str:
    """The fullest name that is certain."""
    return (speaker.name or speaker).text


def _same(one: Claim, other: Claim) -> bool:
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    mine, theirs = _mentions(one.speaker), _mentions(other.speaker)
    return any(_meet(a, b) or a.text.casefold() == b.text.casefold() for a in mine for b in theirs)


def _mentions(speaker: Speaker) -> list[Span]:
    """Where they stand in the text. What another mention explains (she, the minister) is nobody's alone."""
    return [speaker.name or speaker]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _name(claims: Sequence[Claim]) -> str | None:
    names = [full(claim.speaker) for claim in claims if claim.speaker]
    return max(names, key=len) if names else None


def _tint(claim: Claim, number: int) -> int:
    return number if claim.speaker and number <= TINTS else 0
