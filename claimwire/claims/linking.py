"""What binds the claims of a summary to each other and to its caveats: told only where the words prove it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from claimwire.claims.gist import Gists
from claimwire.claims.opposing import opposed
from claimwire.models import Caveat, Claim, Sentence

_NEAR = ("unverified", "disputed")  # these speak of what stands just before them
_SHARED, _SHARE = 2, 0.25  # telling words in common, at least, and their share of the caveat's


def linked(
    claims: Sequence[Claim], caveats: Sequence[Caveat], sentences: Sequence[Sentence], pronouns: Collection[str]
) -> list[Claim]:
    """The claims, with the caveats that bear on each and the claims that each is at odds with."""
    if not caveats and not any(claim.stance == "denies" for claim in claims):
        return list(claims)
    gists = Gists(sentence.text for sentence in sentences)
    pairs = opposed(claims, gists, pronouns)
    return [
        msgspec.structs.replace(
            claim,
            caveats=tuple(at for at, caveat in enumerate(caveats) if _touches(caveat, claim, sentences, gists)),
            contradicts=tuple(other.id for other in claims if {claim.id, other.id} in pairs),
        )
        for claim in claims
    ]


def _touches(caveat: Caveat, claim: Claim, sentences: Sequence[Sentence], gists: Gists) -> bool:
    if caveat.reason in _NEAR and _near(caveat, claim, sentences):
        return True
    said = gists(caveat.text)
    shared = said & gists(claim.text)
    return len(shared) >= _SHARED and len(shared) >= _SHARE * len(said)


def _near(caveat: Caveat, claim: Claim, sentences: Sequence[Sentence]) -> bool:
    """Whether the caveat stands in the claim's paragraph, or right after the claim."""
    same = sentences[caveat.sentences[0]].paragraph == sentences[claim.sentences[0]].paragraph
    return same or caveat.sentences[0] == claim.sentences[1]
