"""What translating costs, known before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimwire.translators.chain import Chain
from claimwire.translators.plain import plain, same_everywhere
from claimwire.translators.rates import rate


class Estimate(Struct, frozen=True, kw_only=True):
    """What one article costs in one language.

    ``characters`` in so many ``segments`` would be sent to ``engine``, the first that serves the pair (empty where none does);
    ``remembered`` characters need not be. ``usd`` is None where nobody has written the engine's price down.
    """

    target: str
    engine: str = ""
    segments: int = 0
    characters: int = 0
    remembered: int = 0
    usd: float | None = 0.0


def estimate(chain: Chain, segments: Sequence[str], source: str, target: str) -> Estimate:
    """The cost of ``chain.translate`` with the same arguments, if every engine answers at its first go. Sends nothing."""
    texts = list(dict.fromkeys(plain(segment) for segment in segments if not same_everywhere(segment, source)))
    engine = next((each for each in chain.engines if each.supports(source, target)), None)
    if engine is None:
        return Estimate(target=target)
    pair = (source, target)
    known = chain.given(texts, pair)
    known |= chain.recall.known(chain.keys(engine, texts, pair))
    sent = [text for text in texts if text not in known]
    characters, dollars = sum(map(len, sent)), rate(engine, *pair) if sent else 0.0
    return Estimate(
        target=target,
        engine=engine.name,
        segments=len(sent),
        characters=characters,
        remembered=sum(map(len, texts)) - characters,
        usd=None if dollars is None else dollars * characters / 1_000_000,
    )
