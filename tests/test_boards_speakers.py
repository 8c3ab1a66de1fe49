"""Who said what: counted over days, quoted from the newest articles, page by page."""

from __future__ import annotations

import itertools
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.boardpage import SPEAKERS, page
from tests.boards import NOON, entry, put, said
from tests.house import TO, House

DAY = 86_400


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_speakers_are_counted_and_quoted(house: House) -> None:
    put(house.results, *(entry(f"a{n}", NOON - n * DAY, said(f"Word {n}.", "Ana Lima")) for n in range(9)))
    put(house.results, entry("r", NOON, said("No.", "Rui Costa"), said("Yes.", "ana  lima")))
    found = page(house, SPEAKERS)
    people = "//ol[contains(@class,'people')]/li"
    assert [found.text(f"({people})[{n}]//h2") for n in (1, 2)] == ["ana lima", "Rui Costa"]
    # Seven days: today, which has none, and six with one each, of which the newest has two articles.
    assert found.text(f"({people})[1]/span") == "Artigos: 7"
    assert found.text(f"({people})[2]/span") == "Artigos: 1"
    assert "Yes." in found.text(f"({people})[1]")
    assert "No." not in found.text(f"({people})[1]")
    assert page(house, SPEAKERS + "&days=2").text(f"({people})[1]/span") == "Artigos: 2"
    assert "Quem fala: 2 · Artigos: 7 · Últimos dias: 7" in found.text("//output")


def test_one_speaker_s_page_has_all_of_theirs(house: House) -> None:
    put(
        house.results,
        *(entry(f"a{n}", NOON - n, said(f"Word {n}.", "Ana Lima"), said("Else.", "Rui Costa")) for n in range(50)),
    )
    url, words = TO.board("speakers", "pt", "Ana Lima"), list[str]()
    for _ in range(3):
        found = page(house, url)
        words += found.values("//span[@class='words']//text()")
        following = found.values("//a[@rel='next']/@href")
        if not following:
            break
        url = urljoin(url, following[0])
    assert sorted(words) == sorted(f"Word {n}." for n in range(50))


def test_more_speakers_come_on_further_pages(house: House) -> None:
    put(house.results, *(entry(f"{n}", NOON - n, said("Yes.", f"Speaker {n:02}")) for n in range(55)))
    first = page(house, SPEAKERS)
    [more] = first.values("//a[@rel='next']/@href")
    names = [each.values("//h2//text()") for each in (first, page(house, urljoin(SPEAKERS, more)))]
    assert [len(each) for each in names] == [40, 15]
    assert len({*itertools.chain(*names)}) == 55
    assert first.text("//output") == "Quem fala: 1 a 40 de 55 · Artigos: 55 · Últimos dias: 7"
