"""sumy's LexRank (Erkan and Radev 2004, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization").

sumy gets our units and our words: its own splitter and tokenizer lose text, and want data that is not in its package.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.rankers.material import Material

# LexRank compares every unit with every other: so many take about a second (sumy's loops are Python). News articles have fewer.
MOST = 400


def rank(material: Material) -> list[dict[str, float]]:
    """LexRank's own scores for the first 400 units; what stands after them follows in text order, below them all.

    Where its graph is empty (one unit, no common word) all are equal, and text order decides.
    """
    words = [list(candidate.words) for candidate in material.candidates]
    scored = [{"lexrank": score} for score in _scores(words[:MOST])]
    beyond = len(words) - MOST
    return scored + [{"beyond lexrank": -round(number / beyond, 6)} for number in range(1, beyond + 1)]


def _scores(words: Sequence[list[str]]) -> list[float]:
    import numpy as np
    from sumy.summarizers.lex_rank import LexRankSummarizer

    if len(words) < 2:
        return [0.0] * len(words)
    lexrank = LexRankSummarizer()
    matrix = lexrank._create_matrix(words, lexrank.threshold, lexrank._compute_tf(words), lexrank._compute_idf(words))
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = lexrank.power_method(matrix, lexrank.epsilon)
    return [round(float(score), 6) for score in np.nan_to_num(scores)]
