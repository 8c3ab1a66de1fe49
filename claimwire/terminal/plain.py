"""A digest in a pipe: whole lines that begin with the article's key, the claim's rank and the language, for grep and cut."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire import codes
from claimwire.letters import clean
from claimwire.models import Claim, Digest
from claimwire.render.wording import View, attribution, views


def lines(digest: Digest, headline: str) -> Iterator[str]:
    """``key: …`` of the article, ``key:rank: who``, ``key:rank:language: claim``; a check's warning stands below its translation."""
    for line in _lines(digest, headline):
        yield f"{clean(digest.source.key)}:{clean(line)}"


def _lines(digest: Digest, headline: str) -> Iterator[str]:
    yield f" {headline}"
    if digest.status == "refused":
        yield f" refused: {digest.reason}"
    found = views(digest)
    for number, claim in enumerate(digest.summary.claims if digest.summary else (), 1):
        yield f"{number}: {attribution(digest, claim)}"
        yield from (f"{number}:{line}" for line in _claim(claim, found))
    for caveat in digest.summary.caveats if digest.summary else ():
        yield f" caveat: {caveat.text}"
        yield from (f" caveat:{view.language}: {view.of(caveat)}" for view in found if view.translated)
    for view in found:
        if view.problem and digest.status == "ready":
            yield f" no {codes.name(view.language)} translation: {view.problem}"
        if view.note:
            yield f" {codes.name(view.language)}: {view.note}"
    for removed in digest.article.removed if digest.article else ():
        yield f" removed as page furniture: {removed.text}  ({removed.reason})"


def _claim(claim: Claim, found: list[View]) -> Iterator[str]:
    yield f"{found[0].language}: {claim.text}"
    for view in found:
        if view.translated:
            yield f"{view.language}: {view.of(claim) or ''}"
            yield from (f"{view.language}: check: {warning}" for warning in view.warnings(*claim.sentences))
