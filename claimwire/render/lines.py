"""The article's sentences as a page shows them: in paragraphs, with what touches each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimwire import scope
from claimwire.models import Sentence, Span, Summary
from claimwire.render.marking import Piece, pieces
from claimwire.render.wording import View


@dataclass(frozen=True)
class Line:
    """A sentence: what it says in the page's language (None: only the original is there), and the original in pieces.

    A piece's mark is the rank of the claim that it belongs to. ``claims`` are the claims in it, ``begins`` those that begin in it,
    ``caveat`` the number of the caveat that it opens.
    """

    number: int
    said: str | None
    was: tuple[Piece, ...]
    claims: tuple[int, ...]
    begins: tuple[int, ...]
    caveat: int | None
    doubt: bool
    warnings: tuple[str, ...]
    human: bool
    breaks: bool


def paragraphs(view: View) -> list[list[Line]]:
    """All but the headline, which stands above."""
    first = len(scope.headline(view.digest.article, view.digest.sentences))
    numbered = list(enumerate(view.digest.sentences))[first:]
    summary = view.digest.summary or Summary(ranker="", claims=())
    grouped = groupby(numbered, key=lambda each: each[1].paragraph)
    return [[_line(view, summary, number, sentence) for number, sentence in group] for _, group in grouped]


def _line(view: View, summary: Summary, number: int, sentence: Sentence) -> Line:
    touching = [(rank, claim) for rank, claim in enumerate(summary.claims, 1) if _meet(claim, sentence)]
    doubts = [at for at, caveat in enumerate(summary.caveats, 1) if _meet(caveat, sentence)]
    return Line(
        number=number,
        said=view.sentences[number] if view.translated and view.sentences else None,
        was=tuple(pieces(sentence.text, sentence.start, ((str(rank), claim) for rank, claim in touching))),
        claims=tuple(rank for rank, _ in touching),
        begins=tuple(rank for rank, claim in touching if claim.start >= sentence.start),
        caveat=next(_opened(summary.caveats, doubts, sentence), None),
        doubt=bool(doubts),
        warnings=tuple(view.warnings(number, number + 1)),
        human=view.by_people(number),
        breaks=_breaks(view, number),
    )


def _opened(caveats: Sequence[Span], numbers: Sequence[int], sentence: Span) -> Iterator[int]:
    return (at for at in numbers if caveats[at - 1].start >= sentence.start)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _breaks(view: View, number: int) -> bool:
    """Whether the sentence begins a line of its own inside a paragraph."""
    sentences, article = view.digest.sentences, view.digest.article
    if article is None or not number or sentences[number - 1].paragraph != sentences[number].paragraph:
        return False
    return "\n" in article.text[sentences[number - 1].end : sentences[number].start]
