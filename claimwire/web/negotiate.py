"""What a reader prefers: Accept, Accept-Language, Accept-Encoding (RFC 9110, section 12.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimwire import codes
from claimwire.errors import BadSetting

_WEIGHT = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", re.IGNORECASE)


def media_type(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that a reader likes best, the first of equals; None where none will do. No wish is any wish."""
    wishes = _weighted(accept.lower()) or [("*/*", 1.0)]
    scored = [(_liking(offer, wishes), -number, offer) for number, offer in enumerate(offers)]
    liking, _, best = max(scored, default=(0.0, 0, ""))
    return best if liking > 0 else None


def language(accept: str, offers: Sequence[str]) -> str | None:
    """The offer in a language that a reader names; None where there is none, or no wish."""
    for wish, weight in sorted(_weighted(accept), key=lambda each: -each[1]):
        match = spoken(wish, offers) if weight > 0 else None
        if match:
            return match
    return None


def spoken(wish: str, offers: Sequence[str]) -> str | None:
    """The offer in this language: the same code, else another region's or script's."""
    try:
        code = codes.canonical(wish)
    except BadSetting:
        return None
    near = [offer for offer in offers if codes.base(offer) == codes.base(code)]
    return code if code in offers else near[0] if near else None


def gzip(accept: str) -> bool:
    """Whether the answer may be gzipped."""
    weights = dict(_weighted(accept.lower()))
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def _weighted(header: str) -> list[tuple[str, float]]:
    """Each wish with its weight; what cannot be read has none, and is no wish."""
    found = []
    for part in header.split(","):
        name, *parameters = part.split(";")
        weights = [match[1] for each in parameters if (match := _WEIGHT.fullmatch(each))]
        if name.strip():
            found.append((name.strip(), float(weights[0]) if weights else 1.0))
    return found


def _liking(offer: str, wishes: Sequence[tuple[str, float]]) -> float:
    """The weight of the most exact wish that names the offer."""
    kind = offer.partition("/")[0]
    for form in (offer, f"{kind}/*", "*/*"):
        for wish, weight in wishes:
            if wish == form:
                return weight
    return 0.0
