"""What is known of a claim beside who says it, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.models import Claim, Digest, Figure, Summary

_SHOWN = 4  # reasons: the rest weigh little


def remarks(digest: Digest, claim: Claim) -> list[str]:
    """How sure the outlet is, who passed it on, which claims and caveats touch it, what its figures and days come to."""
    return [*_certainty(claim), *_links(digest, claim), *_values(claim)]


def why(claim: Claim) -> str:
    """The reasons that did most for its rank, or against it: ``words of the headline +0.8, length -0.2``."""
    strongest = sorted(claim.reasons.items(), key=lambda reason: -abs(reason[1]))[:_SHOWN]
    return ", ".join(f"{reason} {share:+.2g}" for reason, share in strongest)


def _certainty(claim: Claim) -> Iterator[str]:
    if claim.hedges:
        yield f"The article hedges: {', '.join(f'“{hedge.text}”' for hedge in claim.hedges)}"
    if claim.relay:
        yield f"Passed on by {claim.relay.text}"


def _links(digest: Digest, claim: Claim) -> Iterator[str]:
    summary = digest.summary or Summary(ranker="", claims=())
    ranks = {other.id: number for number, other in enumerate(summary.claims, 1)}
    if odds := [str(ranks[other]) for other in claim.contradicts if other in ranks]:
        yield f"At odds with claim {' and '.join(odds)}"
    for at in claim.caveats:
        yield f"Caveat ({summary.caveats[at].reason}): {summary.caveats[at].text}"


def _values(claim: Claim) -> Iterator[str]:
    told = [f"{figure.text} = {_value(figure)}" for figure in claim.numbers if _tells(figure)]
    told += [f"{moment.text} = {moment.date}" for moment in claim.dates if moment.date and moment.date != moment.text]
    if told:
        yield "; ".join(told)


def _tells(figure: Figure) -> bool:
    """Whether the value is more than the text shows: a scale, words, another way to write it."""
    return figure.value is not None and _value(figure).replace(",", "") != figure.text.replace(",", "").replace(" ", "")


def _value(figure: Figure) -> str:
    unit = f" {figure.unit}" if figure.unit and figure.unit != "%" else figure.unit or ""
    return f"{figure.value:,}{unit}"
