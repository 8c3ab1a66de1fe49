"""What is known of a claim's rank, and of the claims that it is at odds with."""

from __future__ import annotations

from claimwire.models import Claim, Digest

_SHOWN = 4  # reasons: the rest weigh little


def why(claim: Claim) -> list[tuple[str, str]]:
    """The reasons that did most for its rank, or against it, and how much: ``words of the headline``, ``+0.8``."""
    strongest = sorted(claim.reasons.items(), key=lambda reason: -abs(reason[1]))[:_SHOWN]
    return [(reason, f"{share:+.2g}") for reason, share in strongest]


def odds(digest: Digest, claim: Claim) -> list[int]:
    """The ranks of the claims that deny it, or that it denies."""
    ranks = {other.id: number for number, other in enumerate(digest.summary.claims if digest.summary else (), 1)}
    return [ranks[other] for other in claim.contradicts if other in ranks]
