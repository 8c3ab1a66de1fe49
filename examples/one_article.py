"""Who claims what in one article: ``python examples/one_article.py examples/grain-corridor.en.html pt``."""

from __future__ import annotations

import sys
from pathlib import Path

import claimwire
from claimwire.models import Claim, Digest, Translation


def who(claim: Claim) -> str:
    """The speaker by the fullest name that the article gives; an article may speak for itself, and some speakers stay open."""
    if claim.speaker:
        return (claim.speaker.name or claim.speaker).text
    return "the article" if claim.kind == "stated" else "somebody whom the article leaves open"


def translated(claim: Claim, translation: Translation) -> str:
    """The sentences that the claim stands in, in another language; empty where there is no translation."""
    first, end = claim.sentences
    return " ".join(segment.text for segment in translation.segments[first:end] if segment)


def show(digest: Digest) -> None:
    """Claims with their place in the text, translations below them, and what to be careful of."""
    if digest.summary is None:
        return  # the article was refused: digest.reason says why
    for number, claim in enumerate(digest.summary.claims, 1):
        print(f"{number}. {who(claim)} ({claim.kind}, {claim.stance}) at {claim.start}-{claim.end}")
        print(f"   {claim.text}")
        for translation in digest.translations:
            print(f"   {translation.language}: {translated(claim, translation) or translation.reason}")
    for caveat in digest.summary.caveats:
        print(f"Caveat: {caveat.text}")


if __name__ == "__main__":
    path = Path(sys.argv[1])
    show(claimwire.process(path.read_bytes(), path.name, sys.argv[2:]))
