"""What is new in a language: by day, by speaker, page by page; and who may read it."""

from __future__ import annotations

import datetime
import itertools
import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire import index, layout, lists
from claimwire.foldershelf import FolderShelf
from claimwire.models import Digest
from claimwire.ports import Stat
from tests.doubles import article, digest
from tests.house import NOW, TO, House
from tests.profiles import PROFILE

SAID = 'Ana Lima, the minister, said the bridge would open in May.\n\n"It is safe," Rui Costa said.'


def moment(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def put(shelf: FolderShelf, key: str, seconds: int, text: str = SAID) -> str:
    """An article's entries, as the job writes them; its id."""
    made = msgspec.structs.replace(_digest(text), article_id=layout.article_id("bucket", key))
    stat = Stat(key=key, size=1, etag="e", modified=moment(seconds))
    for name, body in index.entries(made, stat).items():
        shelf.put(name, body, "application/json")
    return made.article_id


@cache
def _digest(text: str) -> Digest:
    return digest(article(text, title="The bridge"), "pt,es")


@pytest.fixture
def shelf(tmp_path: Path) -> FolderShelf:
    return FolderShelf(tmp_path, "results")


def pages(shelf: FolderShelf, wanted: lists.Wanted) -> list[list[str]]:
    """Ids of each page, to the last."""
    found = []
    for _ in range(50):
        page = lists.read(shelf, wanted)
        found.append([entry.article_id for entry in page.entries])
        if not page.end:
            return found
        wanted = msgspec.structs.replace(wanted, after=page.end)
    raise AssertionError("pages without an end")


def test_newest_first_over_days(shelf: FolderShelf) -> None:
    day = 86_400
    ids = [
        put(shelf, f"{number}.txt", 20_000 * day + seconds)
        for number, seconds in enumerate((0, 5, day - 1, day, 3 * day))
    ]
    assert pages(shelf, lists.Wanted(language="pt")) == [ids[::-1]]
    assert pages(shelf, lists.Wanted(language="pt", day="2024-10-04")) == [ids[2::-1]]
    assert pages(shelf, lists.Wanted(language="pt", day="2024-10-06")) == [[]]
    assert pages(shelf, lists.Wanted(language="sw")) == [[]]


@given(
    times=st.lists(st.integers(1_700_000_000, 1_700_000_000 + 400_000), max_size=12),
    limit=st.integers(1, 5),
    speaker=st.sampled_from(["", "Ana Lima", "Rui Costa"]),
)
@PROFILE
def test_pages_hold_everything_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, times: list[int], limit: int, speaker: str
) -> None:
    shelf = FolderShelf(tmp_path_factory.mktemp("shelf"), "results")
    ids = {put(shelf, f"{number}.txt", seconds): seconds for number, seconds in enumerate(times)}
    found = pages(shelf, lists.Wanted(language="es", limit=limit, speaker=layout.speaker_id(speaker)))
    everything = list(itertools.chain(*found))
    assert sorted(everything) == sorted(ids)
    assert [ids[each] for each in everything] == sorted(times, reverse=True)
    assert all(len(page) == limit for page in found[:-1])


def test_a_speaker_s_list_holds_theirs_alone_and_by_day(shelf: FolderShelf) -> None:
    day = 86_400
    both = put(shelf, "a.txt", 20_000 * day)
    other = put(shelf, "b.txt", 20_001 * day, "Eva Sol said the river was rising again on Monday.")
    later = put(shelf, "c.txt", 20_002 * day)

    def of(name: str, day: str = "") -> list[str]:
        [page] = pages(shelf, lists.Wanted(language="pt", speaker=layout.speaker_id(name), day=day))
        return page

    assert of("Ana Lima") == of("  ana  LIMA ") == [later, both]
    assert of("Eva Sol") == [other]
    assert of("Nobody") == []
    assert of("Ana Lima", "2024-10-04") == [both]
    assert of("Ana Lima", "2024-10-05") == []


def test_an_entry_is_in_the_list_s_language_with_who_said_what(shelf: FolderShelf) -> None:
    put(shelf, "a.txt", 1_700_000_000)
    [entry] = lists.read(shelf, lists.Wanted(language="pt")).entries
    [source] = lists.read(shelf, lists.Wanted(language="en")).entries
    assert entry.title == "egdirb ehT"  # the double's language is English backwards
    assert source.title == "The bridge"
    assert {said.speaker for said in entry.claims} == {"Ana Lima", "Rui Costa"}
    assert [said.original for said in entry.claims] == [said.text for said in source.claims]
    assert all(said.original is None for said in source.claims)
    assert (entry.language, entry.source_language, source.language) == ("pt", "en", "en")


def test_what_went_meanwhile_is_passed_over(shelf: FolderShelf) -> None:
    gone = put(shelf, "a.txt", 1_700_000_000)
    put(shelf, "b.txt", 1_700_000_009)
    for key in [key for key in shelf.list("index/pt/") if gone in key]:
        shelf.delete(key)
    page = lists.read(shelf, lists.Wanted(language="pt", speaker=layout.speaker_id("Ana Lima")))
    assert (len(page.entries), page.end) == (1, "")


def test_a_deleted_article_leaves_every_list(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.upload()
    assert list(house.results.list("index/speaker/"))
    house.sources.delete("a.txt")
    house.run()
    assert list(house.results.list("index/")) == []


def test_a_key_alone_says_who_speaks(shelf: FolderShelf) -> None:
    article = put(shelf, "a.txt", 1_700_000_000)
    [key] = shelf.list("index/spoken/")
    place, languages, marks = layout.spoken(key)
    assert key.startswith(f"index/spoken/{layout.day_of(place)}/{place}.")
    assert place.endswith(article)
    assert languages == "en+pt+es"
    assert set(marks) == {layout.speaker_mark("ana lima"), layout.speaker_mark("Rui Costa")}


def test_a_key_of_many_fits_a_folder() -> None:
    place, names = layout.place_of("a" * 32, 1_700_000_000), [str(number) for number in range(40)]
    key = layout.spoken_key(place, ["zh-Hans"] * 8, names)
    assert len(key.rpartition("/")[2]) <= 255
    assert layout.spoken(key) == (place, "+".join(["zh-Hans"] * 8), tuple(map(layout.speaker_mark, names[:10])))
    assert layout.spoken(layout.spoken_key(place, ["zh-Hans"] * 9, []))[1:] == ("any", ())


def test_an_entry_names_the_copies_before_it(tmp_path: Path) -> None:
    house = House(tmp_path)
    first, second = house.upload(key="a.txt"), house.upload(key="b.txt")
    found = {
        entry.article_id: entry.same_as for entry in lists.read(house.results, lists.Wanted(language="pt")).entries
    }
    assert found == {first.article_id: (), second.article_id: (first.article_id,)}


@given(seconds=st.integers(0, 4_000_000_000))
@PROFILE
def test_a_place_tells_its_day(seconds: int) -> None:
    place = layout.place_of("a" * 32, seconds)
    assert layout.PLACE.fullmatch(place)
    assert layout.day_of(place) == moment(seconds)[:10]
    assert layout.key_at("pt", place) == layout.index_key("a" * 32, "pt", moment(seconds), seconds)
    begin = layout.newest_of(layout.day_of(place))
    assert begin < place
    assert layout.place_of("f" * 32, (seconds // 86_400 + 1) * 86_400) < begin


# Over HTTP


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    for number in range(5):
        put(house.results, f"{number}.txt", 1_700_000_000 + number)
    return house


def body(house: House, url: str) -> Any:
    reply = house.get(url)
    assert reply.status == 200, reply.body
    assert reply.headers["content-type"] == "application/json"
    assert reply.headers["cache-control"] == "private, max-age=60"
    return json.loads(reply.body)


def test_pages_follow_one_another_by_their_links(house: House) -> None:
    first = body(house, TO.list("pt") + "&limit=2")
    second = body(house, first["next"])
    third = body(house, second["next"])
    assert [len(page["items"]) for page in (first, second, third)] == [2, 2, 1]
    assert third["next"] is None
    assert len({item["article_id"] for page in (first, second, third) for item in page["items"]}) == 5


def test_items_carry_links_that_open(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.upload()
    [item] = body(house, TO.list("pt"))["items"]
    assert len(item["urls"]) == 7
    assert all(house.get(url).status == 200 for url in (*item["urls"].values(), item["latest"]))


@pytest.mark.parametrize(
    "more",
    [
        "limit=0",
        "limit=101",
        "limit=x",
        "limit=",
        "limit=²",
        "day=2023-02-30",
        "day=",
        "day=20231114",
        "after=x",
        "speaker=",
    ],
)
def test_what_cannot_be_asked_is_named(house: House, more: str) -> None:
    for url in (TO.list("pt"), TO.feed("pt")):
        reply = house.get(f"{url}&{more}")
        assert reply.status == 400
        assert reply.body.decode().startswith(more.partition("=")[0])


def test_a_language_s_link_opens_its_speakers_and_a_speaker_s_opens_no_more(house: House) -> None:
    everybody, one = TO.list("pt"), TO.list("pt", "Ana Lima")
    assert len(body(house, everybody + "&speaker=Rui%20Costa")["items"]) == 5
    assert body(house, one)["speaker"] == "Ana Lima"
    k = urlsplit(one).query.partition("k=")[2]
    for path in (
        "lists/pt",
        "lists/pt?speaker=Rui%20Costa",
        "lists/es?speaker=Ana%20Lima",
        "feeds/pt.atom?speaker=Ana%20Lima",
    ):
        assert house.get(f"/v1/{path}{'&' if '?' in path else '?'}k={k}").status == 404
    assert house.get(f"/v1/lists/es?{urlsplit(everybody).query}").status == 404
    assert house.get(f"/v1/feeds/pt.atom?{urlsplit(everybody).query}").status == 404


def test_a_link_that_has_ended_is_as_good_as_none(house: House) -> None:
    for make in (TO.list, TO.feed):
        assert house.get(make("pt", until=int(NOW) + 1)).status == 200
        assert house.get(make("pt", until=int(NOW))) == house.get("/v1/nothing")
