"""Key claims: who claims what, word for word."""

from __future__ import annotations

from claimwire.claims.rankers import RANKERS, ranker
from claimwire.claims.ranking import Ranked, rank
from claimwire.claims.score import claim_score
from claimwire.claims.selecting import ORDERS
from claimwire.claims.speakers.attributing import attribute
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.summary import summarise

__all__ = ["ORDERS", "RANKERS", "Attribution", "Ranked", "attribute", "claim_score", "rank", "ranker", "summarise"]
