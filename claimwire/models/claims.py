"""What the article claims, and how sure it is itself."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from claimwire.models.text import Span

Kind = Literal["quoted", "reported", "stated"]
Stance = Literal["says", "denies", "accuses", "promises", "demands", "estimates", "doubts"]
Basis = Literal["name", "title", "description", "pronoun", "verb"]


class Speaker(Span, frozen=True, kw_only=True):
    """Who says it, as the text names them there.

    ``name`` is the fuller mention elsewhere that it stands for, if that is certain, and ``basis`` what that rests on. Where a language
    leaves the subject to the verb ("Añadió que …") the span is the verb's, and ``basis`` is "verb".
    """

    name: Span | None = None
    basis: Basis | None = None


class Figure(Span, frozen=True, kw_only=True):
    """A number as written, and its value: ``4.3bn euros`` is 4300000000 with the unit ``EUR``.

    ``unit``: an ISO 4217 code for money, ``%``, or a UCUM code for a measure; null where none stands with it.
    ``value`` is null where the text leaves it open ("dozens").
    """

    value: int | float | None = None
    unit: str | None = None


class Moment(Span, frozen=True, kw_only=True):
    """A date as written, and in ISO 8601 to the precision that the text gives (``2026-11-23``, ``2026-11``, ``2026``).

    A day without a year, or a weekday, is counted from the article's date of publication: null where that is unknown.
    """

    date: str | None = None


class Claim(Span, frozen=True, kw_only=True):
    """One key claim, word for word: ``sentences`` is the half-open range of sentence numbers that it covers.

    ``content``: what is said, without who says it. ``relay``: the outlet that passes on what the speaker told it.
    ``speaker`` is null where the text leaves it open; ``context`` is then the text just before, so that a person can judge.
    ``caveats`` are places in ``Summary.caveats`` (from 0) that bear on it. ``contradicts``: ids of claims that deny it, or that it denies.
    """

    id: str
    sentences: tuple[int, int]
    kind: Kind
    stance: Stance
    score: float
    reasons: dict[str, float]
    speaker: Speaker | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    addressee: Span | None = None
    relay: Span | None = None
    numbers: tuple[Figure, ...] = ()
    dates: tuple[Moment, ...] = ()
    caveats: tuple[int, ...] = ()
    contradicts: tuple[str, ...] = ()
    context: Span | None = None


class Caveat(Span, frozen=True, kw_only=True):
    """What the outlet says of its own certainty (unverified, disputed, corrected): goes with the claims, is never one of them."""

    reason: str
    sentences: tuple[int, int]


class Summary(Struct, frozen=True, kw_only=True):
    """Key claims in rank order, and the caveats in text order.

    ``attributed`` is False where we have no words of attribution for the language: quotation marks alone were then read, and
    ``stated`` only means that there were none.
    """

    ranker: str
    claims: tuple[Claim, ...]
    caveats: tuple[Caveat, ...] = ()
    attributed: bool = True
