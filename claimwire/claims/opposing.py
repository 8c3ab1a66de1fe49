"""Claims at odds: one speaker says, another denies. Told only where the cues prove it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from msgspec import Struct

from claimwire.claims.gist import Gists, stems
from claimwire.models import Claim

_SHARED, _SHARE = 3, 0.4  # telling words that both hold, at least, and their share of the shorter


class _Said(Struct, frozen=True):
    """A claim as one who compares sees it: whose it is, what is said."""

    claim: Claim
    speaker: frozenset[str]
    content: str

    @property
    def denies(self) -> bool:
        return self.claim.stance == "denies"


def opposed(claims: Sequence[Claim], gists: Gists, pronouns: Collection[str]) -> list[set[str]]:
    """Ids of each two claims of which one denies the other: by two speakers, of one matter."""
    said = [_said(claim, pronouns) for claim in claims]
    return [{one.claim.id, other.claim.id} for one, other in combinations(said, 2) if _opposed(one, other, gists)]


def _said(claim: Claim, pronouns: Collection[str]) -> _Said:
    content = " ".join(piece.text for piece in claim.content) or claim.text
    name = claim.speaker and (claim.speaker.name or claim.speaker)
    known = name is not None and name.text.lower() not in pronouns
    return _Said(claim, frozenset(stems(name.text)) if name and known else frozenset(), content)


def _opposed(one: _Said, other: _Said, gists: Gists) -> bool:
    two_speakers = one.speaker and other.speaker and not one.speaker & other.speaker
    if one.denies == other.denies or not two_speakers:
        return False
    denial, saying = (one, other) if one.denies else (other, one)
    accused = saying.claim.stance == "accuses" and bool(denial.speaker & stems(saying.claim.text))
    return accused or _one_matter(gists(denial.content), gists(saying.content))


def _one_matter(first: frozenset[str], second: frozenset[str]) -> bool:
    shared = len(first & second)
    return shared >= _SHARED and shared >= _SHARE * min(len(first), len(second))
