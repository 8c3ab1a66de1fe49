"""Tickets: what a browser may put into the bucket, where, and for how long."""

from __future__ import annotations

import datetime
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire import capabilities, layout
from claimwire.readers.limits import MAX_BYTES
from claimwire.web.uploads import formats, names, tickets
from tests.house import KEYS, NOW, TO, House
from tests.inboxes import BUCKET, FOLDER, PAGE, inbox, policy, post, ticket
from tests.profiles import PROFILE


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.change(inbox=inbox(("pt", "es", "ar")))
    return house


def conditions(fields: dict[str, str]) -> list[Any]:
    found: list[Any] = policy(fields)["conditions"]
    return found


def test_the_policy_holds_key_type_size_and_nothing_more(house: House) -> None:
    given = ticket(house, name="Grain corridor.html", size=1234, type="text/html", targets=["es"])
    fields = given["fields"]
    wanted: list[Any] = [
        {"bucket": BUCKET},
        {"key": given["key"]},
        {"Content-Type": "text/html"},
        {"x-amz-meta-claimwire-targets": "es"},
        ["content-length-range", 1, MAX_BYTES],
    ]
    found = conditions(fields)
    assert [each for each in wanted if each not in found] == []
    # the rest is the signature's own
    rest = {name for each in found if each not in wanted for name in each}
    assert rest == {"x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-security-token"}
    assert set(fields) == {*rest, "key", "Content-Type", "x-amz-meta-claimwire-targets", "policy", "x-amz-signature"}


def test_a_ticket_ends_within_minutes(house: House) -> None:
    given = ticket(house)
    ends = datetime.datetime.fromisoformat(policy(given["fields"])["expiration"]).timestamp()
    assert 0 < ends - time.time() <= tickets.SECONDS <= 900
    assert datetime.datetime.fromisoformat(given["expires"]).timestamp() == NOW + tickets.SECONDS


def test_a_ticket_names_where_the_results_will_be(house: House) -> None:
    given = ticket(house)
    article = layout.article_id(BUCKET, given["key"])
    assert given["article_id"] == article
    assert set(given["pages"]) == {"pt", "es", "ar"}
    assert given["pages"]["es"] == TO.file(article, "latest", "digest.es.html")
    assert json.loads(house.get(given["status"]).body)["status"] == "waiting"
    assert house.get(given["latest"]).headers["retry-after"] == "5"
    assert house.get(given["digest"]).status == 404


def test_every_ticket_is_for_another_key_in_the_folder_of_the_capability(house: House) -> None:
    keys = [ticket(house)["key"] for _ in range(20)]
    assert len({*keys}) == 20
    assert all(key.startswith(f"uploads/{FOLDER}20270115T080000Z-") for key in keys)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.txt", "report"),
        ("../../etc/passwd.txt", "passwd"),
        (r"C:\Users\x\story.html", "story"),
        ("a\x00b\r\nc.md", "a-b-c"),
        ("\u202etxt.exe\u202c.html", "txt-exe"),
        ("Ｆｕｌｌ／ｗｉｄｔｈ.txt", "Full-width"),
        ("отчёт о зерне.txt", "отчёт-о-зерне"),
        ("x" * 300 + ".txt", "x" * 80),
        ("я" * 300 + ".txt", "я" * 40),
        ("....txt", "article"),
        ("", "article"),
        ("🦊🦊.txt", "article"),
        ("<script>alert(1)</script>.html", "script"),
        ("a?k=1&b#c%2f.txt", "a-k-1-b-c-2f"),
    ],
)
def test_hostile_names_become_plain_ones(name: str, safe: str) -> None:
    assert names.safe(name) == safe


@PROFILE
@given(st.text(max_size=400), st.sampled_from(sorted(formats.endings())))
def test_any_name_makes_a_key_that_can_be(name: str, ending: str) -> None:
    key = names.key("a" * 199 + "/", name, ending, NOW)
    last = key.rpartition("/")[2]
    assert key.startswith("uploads/" + "a" * 199 + "/2")
    assert len(key.encode()) < 400
    assert last.endswith("." + ending)
    assert last.removesuffix("." + ending).replace("-", "").isprintable()
    assert not set(last) & set("/\\\0\n\"'<>&?#%:*|\u202e\u2066\u200b")


@pytest.mark.parametrize(
    ("wanted", "status", "says"),
    [
        (b"", 400, "JSON such as"),
        (b"[]", 400, "Expected `object`"),
        (b'{"name": "a.txt"}', 400, "`size`"),
        ({"name": "a.txt", "size": "9"}, 400, "$.size"),
        ({"name": "a.txt", "size": -1}, 400, "$.size"),
        ({"name": "a.txt", "size": 1.5}, 400, "whole number"),
        ({"name": "a.txt", "size": 1, "key": "wire/a.txt"}, 400, "key"),
        ({"name": "a" * 2000, "size": 1}, 400, "$.name"),
        (b'{"name": "\xff", "size": 1}', 400, "not understood"),
        ({"name": "a.txt", "size": 0}, 413, "1 to 10,000,000"),
        ({"name": "a.txt", "size": MAX_BYTES + 1}, 413, "10,000,001 bytes"),
        ({"name": "a.exe", "size": 9, "type": "application/x-msdownload"}, 415, "txt, text, md"),
        ({"name": "noending", "size": 9}, 415, "pdf"),
        ({"name": "a.txt", "size": 9, "targets": ["de"]}, 422, "pt, es, ar"),
        ({"name": "a.txt", "size": 9, "targets": ["es\r\nX: y"]}, 422, "targets"),
    ],
)
def test_what_cannot_be_is_refused_by_name(house: House, wanted: object, status: int, says: str) -> None:
    reply = post(house, wanted)
    assert (reply.status, says in reply.body.decode()) == (status, True), reply.body
    assert reply.body.count(b"\n") == 1


@pytest.mark.parametrize(
    ("name", "kind", "ending", "media_type"),
    [
        ("a.HTML", "", "html", "text/html"),
        ("a.txt", "text/plain;charset=utf-8", "txt", "text/plain; charset=utf-8"),
        ("a.md", "application/octet-stream", "md", "text/markdown"),
        ("a.docx", "text/plain; charset=utf-8", "docx", formats.endings()["docx"]),
        ("pasted", "text/html", "html", "text/html"),
        ("a.exe", "text/x-markdown; a=b", "md", "text/markdown"),
        ("a.html.gz", "", "gz", "application/gzip"),
    ],
)
def test_a_file_s_kind_is_ours_to_name(name: str, kind: str, ending: str, media_type: str) -> None:
    assert formats.of(name, kind) == formats.Format(ending, media_type)


def test_all_targets_are_no_wish(house: House) -> None:
    every = ticket(house, targets=["ar", "pt", "es"])
    assert "x-amz-meta-claimwire-targets" not in every["fields"]
    assert ticket(house, targets=["ar", "pt"])["fields"]["x-amz-meta-claimwire-targets"] == "pt,ar"


def test_strangers_get_the_one_answer(house: House) -> None:
    nothing = house.get("/v1/nothing")
    ended = TO.upload(FOLDER, until=int(NOW) - 1)
    other = PAGE.replace("/desk?", "/sport?")
    listed = PAGE.split("?")[0] + "?k=" + capabilities.mint(KEYS, "pt", "", purpose=capabilities.LIST)
    for url in (
        ended,
        other,
        listed,
        PAGE[:-1],
        PAGE.split("?")[0],
        PAGE.replace("/desk?", "/desk/?"),
        PAGE.replace("desk", ""),
    ):
        assert post(house, {"name": "a.txt", "size": 9}, url) == nothing, url
        assert house.get(url) == nothing, url
    assert post(house, {"name": "a.txt", "size": 9}, TO.upload(FOLDER, until=int(NOW) + 1)).status == 201


def test_a_stack_without_the_page_has_none(house: House) -> None:
    house.change(inbox=None)
    assert house.get(PAGE) == post(house, {"name": "a.txt", "size": 9}) == house.get("/v1/nothing")


def test_only_the_page_is_posted_to(house: House) -> None:
    assert house.get(PAGE, "OPTIONS").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert house.get(PAGE, "PUT").status == 405
    assert house.get(TO.list("pt"), "POST").status == 405
    assert house.get(TO.list("pt"), "OPTIONS").headers["allow"] == "GET, HEAD, OPTIONS"
