"""An article as sumy's summarizers look at it: our units and our words behind the four attributes that they read.

sumy's own model would split the text anew, with data that its package lacks, for fewer languages than ours; and it takes units of one
text for one unit. These are compared by identity.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby
from operator import attrgetter

from msgspec import Struct

from claimwire.claims.rankers.material import Candidate


class Unit(Struct, frozen=True, eq=False):
    """What sumy calls a sentence, or a heading."""

    words: tuple[str, ...]


class Paragraph(Struct, frozen=True, eq=False):
    """Units of one paragraph."""

    sentences: tuple[Unit, ...]


class Document(Struct, frozen=True, eq=False):
    """All units in text order, and the headline as the one heading."""

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Unit, ...]
    headings: tuple[Unit, ...]
    words: tuple[str, ...]


def document(candidates: Sequence[Candidate], title: tuple[str, ...], most: int) -> Document:
    """The candidates as sumy sees them; of each at most ``most`` words."""
    paragraphs = tuple(
        Paragraph(tuple(Unit(candidate.words[:most]) for candidate in group))
        for _, group in groupby(candidates, key=attrgetter("paragraph"))
    )
    sentences = tuple(chain.from_iterable(paragraph.sentences for paragraph in paragraphs))
    words = tuple(chain.from_iterable(sentence.words for sentence in sentences))
    return Document(paragraphs, sentences, (Unit(title[:most]),), words)
