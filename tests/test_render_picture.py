"""The picture of the article, and who speaks in it."""

from __future__ import annotations

from itertools import combinations

import pytest

from claimwire import render
from claimwire.models import Claim, Digest, Span, Speaker, Summary
from claimwire.render.basis import basis
from claimwire.render.marking import Piece, pieces
from claimwire.render.picture import draw
from claimwire.render.voices import voices
from tests.doubles import article, digest
from tests.pages import Page

MANY = "\n\n".join(f"Ana Lima said bridge{number} was road{number} and town{number}." for number in range(12))


def link(article_id: str, version: str, file: str) -> str:
    return file


@pytest.fixture(scope="module")
def made() -> Digest:
    return digest(article(MANY), "ar")


def claim(speaker: str | None, kind: str = "reported", name: Span | None = None, start: int = 0) -> Claim:
    said = Speaker(start=start, end=start + len(speaker), text=speaker, name=name) if speaker else None
    whole = {
        "start": start,
        "end": start + 20,
        "text": "x" * 20,
        "id": "a",
        "sentences": (0, 1),
        "score": 1.0,
        "reasons": {},
    }
    return Claim(kind=kind, stance="says", speaker=said, **whole)  # type: ignore[arg-type]


def test_pins_stand_over_their_claims_and_never_touch(made: Digest) -> None:
    assert made.summary is not None
    assert made.article is not None
    picture = draw(made, voices(made.summary.claims), mirrored=False)
    assert picture is not None
    assert [pin.number for pin in picture.pins] == [
        rank for _, rank in sorted((each.start, rank) for rank, each in enumerate(made.summary.claims, 1))
    ]
    for pin in picture.pins:
        start = made.summary.claims[pin.number - 1].start
        assert pin.left == pytest.approx(100 * start / len(made.article.text), abs=0.7)
        assert 0 <= pin.left <= pin.left + pin.width <= 100.01
    for one, other in combinations(picture.pins, 2):
        assert one.level != other.level or abs(one.middle - other.middle) >= 9
        assert picture.y(one) + 12 <= picture.height


def test_it_is_mirrored_where_people_read_from_the_right(made: Digest) -> None:
    assert made.summary is not None
    left, right = (draw(made, voices(made.summary.claims), mirrored=mirrored) for mirrored in (False, True))
    assert left is not None
    assert right is not None
    there = {pin.number: pin.left for pin in right.pins}
    assert all(pin.left + there[pin.number] + pin.width == pytest.approx(100, abs=0.1) for pin in left.pins)


def test_each_mark_is_a_link_with_a_name_and_the_text_says_the_same(made: Digest) -> None:
    page = Page(render.files(made, link)["digest.en.html"].decode())
    marks = page.all("//svg//a[contains(@class, 'pin')]")
    assert sorted(mark.get("href", "") for mark in marks) == [f"#claim-{rank}" for rank in range(1, 6)]
    assert all(mark.get("aria-label", "").endswith(": Ana Lima") for mark in marks)
    (drawing,) = page.all("//svg[@role='group']")
    labels = drawing.get("aria-labelledby", "").split()
    assert all(page.text(f"//*[@id='{label}']") for label in labels)
    assert page.values("//ul[@class='voices']/li/a/@href") == [f"#claim-{rank}" for rank in range(1, 6)]


def test_a_voice_is_one_however_it_is_called() -> None:
    fuller = Span(start=10, end=18, text="Ana Lima")
    title = claim("Mayor Ana Lima", start=4)
    found = voices([title, claim("she", name=fuller, start=90), claim(None), claim("Rui Costa", start=50)])
    assert [(voice.name, voice.tint, voice.ranks) for voice in found] == [
        ("Mayor Ana Lima", 1, (1, 2)),
        ("Rui Costa", 2, (4,)),
        (None, 0, (3,)),
    ]


@pytest.mark.parametrize(
    ("said", "text", "sure"),
    [
        (claim("Ana Lima"), "", "named"),
        (claim("she", name=Span(start=0, end=8, text="Ana Lima")), "", "resolved"),
        (claim("She"), "Where she went", "bare"),
        (claim("его"), "", "bare"),
        (claim("她"), "", "bare"),
        (claim("Kim"), "The kimono", "named"),
        (claim("NATO"), "nato", "named"),
        (claim("周敏"), "", "named"),
        (claim("police"), "police", "named"),
        (claim(None, "quoted"), "", "open"),
        (claim(None, "stated"), "", "article"),
    ],
)
def test_how_sure_a_speaker_is(said: Claim, text: str, sure: str) -> None:
    assert basis(Summary(ranker="", claims=(said,)), said, text) == sure
    assert basis(Summary(ranker="", claims=(said,), attributed=False), said, text) == "unsought"


def test_a_text_is_cut_where_marks_begin_and_end() -> None:
    marks = [
        ("cue", Span(start=12, end=15, text="")),
        ("hedge", Span(start=5, end=99, text="")),
        ("out", Span(start=0, end=9, text="")),
    ]
    assert pieces("abcdefgh", 10, marks) == [Piece("ab", "hedge"), Piece("cde", "cue"), Piece("fgh", "hedge")]
    assert pieces("abc", 0, []) == [Piece("abc")]
