"""The nouns, in the order in which an article meets them. All frozen; all read from and written to JSON by msgspec.

Offsets count Unicode code points in ``Article.text``, start inclusive, end exclusive, so ``text[start:end]`` is the span.
"""

from __future__ import annotations

from claimwire.models.claims import Basis, Caveat, Claim, Figure, Kind, Moment, Speaker, Stance, Summary
from claimwire.models.memory import HUMAN, Key, Remembered
from claimwire.models.result import SCHEMA, Digest, Event, Notice, Source, Translated, Translation
from claimwire.models.text import Article, Barred, Language, Removed, Sentence, Span

__all__ = [
    "HUMAN",
    "SCHEMA",
    "Article",
    "Barred",
    "Basis",
    "Caveat",
    "Claim",
    "Digest",
    "Event",
    "Figure",
    "Key",
    "Kind",
    "Language",
    "Moment",
    "Notice",
    "Remembered",
    "Removed",
    "Sentence",
    "Source",
    "Span",
    "Speaker",
    "Stance",
    "Summary",
    "Translated",
    "Translation",
]
