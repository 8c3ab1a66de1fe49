"""What the text of a unit looks like: its marks, its capitals, its first word."""

from __future__ import annotations

import math
import re
from collections import Counter

from claimwire.claims.captions import ended
from claimwire.claims.rankers.features.columns import Columns, Seen, flags

_MARKS = ".,;:!?)]}'\"’”»"
_COMMA = re.compile("[,،、，]")
_DASH = re.compile("[–—]| - ")


def punctuation(units: Seen) -> Columns:
    """Marks that go with colour, lists and asides."""
    texts = [unit.text for unit in units]
    return {
        "question": flags("?" in text or "？" in text or "؟" in text for text in texts),
        "exclamation": flags("!" in text or "！" in text for text in texts),
        "colon": flags(":" in text or "：" in text for text in texts),
        "bracket": flags("(" in text or "（" in text for text in texts),
        "dash": flags(_DASH.search(text) for text in texts),
        "commas": [math.log1p(len(_COMMA.findall(text))) for text in texts],
        "dots": flags("..." in text or "…" in text for text in texts),
        "semicolon": flags(";" in text for text in texts),
        "no end": flags(not ended(text) for text in texts),
    }


def names(units: Seen) -> Columns:
    """Capitals behind the first word: names, in the languages that have them and write only names so."""
    tokens = [unit.text.split() for unit in units]
    capitals = [[word.rstrip(_MARKS) for word in row[1:] if word[0].isupper()] for row in tokens]
    everywhere = Counter(word for row in capitals for word in set(row))
    new = _new(capitals)
    return {
        "names": [math.log1p(len(row)) for row in capitals],
        "share of names": [len(row) / (len(all_) or 1) for row, all_ in zip(capitals, tokens, strict=True)],
        "new names": [math.log1p(count) for count in new],
        "names named often": [
            sum(everywhere[word] - 1 for word in set(row)) / math.sqrt(len(all_) + 4)
            for row, all_ in zip(capitals, tokens, strict=True)
        ],
    }


def words(units: Seen) -> Columns:
    """Long words, and how a unit begins: with what others begin with, or with a short word such as a pronoun."""
    heads = [unit.words[0] if unit.words else "" for unit in units]
    begins = Counter(heads)
    return {
        "long words": [len([word for word in unit.words if len(word) > 7]) / (len(unit.words) or 1) for unit in units],
        "common beginning": [math.log1p(begins[head] - 1) for head in heads],
        "short beginning": flags(len(head) <= 3 for head in heads),
        "beginning": [float(min(len(head), 10)) for head in heads],
    }


def _new(rows: list[list[str]]) -> list[int]:
    seen: set[str] = set()
    counts = []
    for row in rows:
        counts.append(sum(word not in seen for word in row))
        seen.update(row)
    return counts
