"""What is known of a claim beside who says it, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.models import Claim, Digest, Summary
from claimwire.render.figures import values

_SHOWN = 4  # reasons: the rest weigh little


def remarks(digest: Digest, claim: Claim) -> list[str]:
    """How sure the outlet is, who passed it on, which claims and caveats touch it, what its figures and days come to."""
    return [*_certainty(claim), *_links(digest, claim), *filter(None, [values(claim)])]


def why(claim: Claim) -> list[tuple[str, str]]:
    """The reasons that did most for its rank, or against it, and how much: ``words of the headline``, ``+0.8``."""
    strongest = sorted(claim.reasons.items(), key=lambda reason: -abs(reason[1]))[:_SHOWN]
    return [(reason, f"{share:+.2g}") for reason, share in strongest]


def _certainty(claim: Claim) -> Iterator[str]:
    if claim.hedges:
        yield f"The article hedges: {', '.join(f'“{hedge.text}”' for hedge in claim.hedges)}"
    if claim.relay:
        yield f"Passed on by {claim.relay.text}"


def odds(digest: Digest, claim: Claim) -> list[int]:
    """The ranks of the claims that deny it, or that it denies."""
    ranks = {other.id: number for number, other in enumerate(digest.summary.claims if digest.summary else (), 1)}
    return [ranks[other] for other in claim.contradicts if other in ranks]


def _links(digest: Digest, claim: Claim) -> Iterator[str]:
    summary = digest.summary or Summary(ranker="", claims=())
    if against := odds(digest, claim):
        yield f"At odds with claim {' and '.join(map(str, against))}"
    for at in claim.caveats:
        yield f"Caveat ({summary.caveats[at].reason}): {summary.caveats[at].text}"
