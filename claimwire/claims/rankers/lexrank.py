"""sumy's LexRank (Erkan and Radev 2004, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization").

sumy gets our units and our words: its own splitter and tokenizer lose text, and want data that is not in its package.
"""

from __future__ import annotations

from claimwire.claims.rankers.material import Material


def rank(material: Material) -> list[dict[str, float]]:
    """LexRank's own scores. Where its graph is empty (one unit, no common word) all are equal, and text order decides."""
    import numpy as np
    from sumy.summarizers.lex_rank import LexRankSummarizer

    words = [list(candidate.words) for candidate in material.candidates]
    if len(words) < 2:
        return [{"lexrank": 0.0} for _ in words]
    lexrank = LexRankSummarizer()
    matrix = lexrank._create_matrix(words, lexrank.threshold, lexrank._compute_tf(words), lexrank._compute_idf(words))
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = lexrank.power_method(matrix, lexrank.epsilon)
    return [{"lexrank": round(float(score), 6)} for score in np.nan_to_num(scores)]
