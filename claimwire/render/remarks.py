"""What is known of a claim beside who says it, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimwire.models import Claim, Digest, Figure, Summary

_SHOWN = 4  # reasons: the rest weigh little
_SMALL = 100  # what is less is read as easily in words
_GAPS = re.compile(r"[\s,.'’\u00a0\u202f]")  # between the digits of a number, as languages write them


def remarks(digest: Digest, claim: Claim) -> list[str]:
    """How sure the outlet is, who passed it on, which claims and caveats touch it, what its figures and days come to."""
    return [*_certainty(claim), *_links(digest, claim), *filter(None, [values(claim)])]


def why(claim: Claim) -> str:
    """The reasons that did most for its rank, or against it: ``words of the headline +0.8, length -0.2``."""
    strongest = sorted(claim.reasons.items(), key=lambda reason: -abs(reason[1]))[:_SHOWN]
    return ", ".join(f"{reason} {share:+.2g}" for reason, share in strongest)


def _certainty(claim: Claim) -> Iterator[str]:
    if claim.hedges:
        yield f"The article hedges: {', '.join(f'“{hedge.text}”' for hedge in claim.hedges)}"
    if claim.relay:
        yield f"Passed on by {claim.relay.text}"


def odds(digest: Digest, claim: Claim) -> list[int]:
    """The ranks of the claims that deny it, or that it denies."""
    ranks = {other.id: number for number, other in enumerate(digest.summary.claims if digest.summary else (), 1)}
    return [ranks[other] for other in claim.contradicts if other in ranks]


def values(claim: Claim) -> str:
    """What its figures and days come to, where the text does not show that: ``4.3 billion euros = 4,300,000,000 EUR``."""
    told = [f"{figure.text} = {_value(figure)}" for figure in claim.numbers if _tells(figure)]
    told += [f"{moment.text} = {moment.date}" for moment in claim.dates if moment.date and moment.date != moment.text]
    return "; ".join(told)


def _links(digest: Digest, claim: Claim) -> Iterator[str]:
    summary = digest.summary or Summary(ranker="", claims=())
    if against := odds(digest, claim):
        yield f"At odds with claim {' and '.join(map(str, against))}"
    for at in claim.caveats:
        yield f"Caveat ({summary.caveats[at].reason}): {summary.caveats[at].text}"


def _tells(figure: Figure) -> bool:
    """Whether the value is more than the text shows: a scale, words. Small numbers need no telling."""
    if figure.value is None or abs(figure.value) < _SMALL:
        return False
    return f"{figure.value:,}".replace(",", "") not in _GAPS.sub("", figure.text)


def _value(figure: Figure) -> str:
    unit = f" {figure.unit}" if figure.unit and figure.unit != "%" else figure.unit or ""
    return f"{figure.value:,}{unit}"
