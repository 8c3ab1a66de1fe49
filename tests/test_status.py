"""How an article stands, at every moment of its life."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimwire import capabilities, failures, layout
from claimwire.failures import Failure
from tests.house import KEYS, STORY, TO, House
from tests.inboxes import inbox


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, ("pt", "es"))


def asked(house: House, article: str) -> dict[str, Any]:
    reply = house.get(TO.status(article))
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    found: dict[str, Any] = json.loads(reply.body)
    return found


def failed(house: House, article: str) -> None:
    failures.keep(house.results, Failure(id=article, reason="The engine was down.", body="{}", message="m"))


def test_it_waits_until_somebody_says_what_the_job_is_at(house: House) -> None:
    assert asked(house, "a" * 32)["status"] == "waiting"
    house.change(inbox=inbox(stage={"a" * 32: "translate"}.get))
    assert (asked(house, "a" * 32)["status"], asked(house, "a" * 32)["stage"]) == ("working", "translate")


def test_ready_means_that_every_page_opens(house: House) -> None:
    found = asked(house, house.upload().article_id)
    assert (found["status"], found["source_language"], found["reason"]) == ("ready", "en", None)
    assert {page["language"] for page in found["pages"]} == {"en", "pt", "es"}
    for page in found["pages"]:
        assert house.get(page["url"]).status == 200
        assert page["claims"] > 0


def test_a_refusal_says_why(house: House) -> None:
    found = asked(house, house.upload(b"   ").article_id)
    assert found["status"] == "refused"
    assert "white space" in found["reason"]


def test_what_failed_stays_failed_until_it_works(house: House) -> None:
    article = layout.article_id(house.sources.name, "a.txt")
    failed(house, article)
    assert (asked(house, article)["status"], asked(house, article)["reason"]) == ("failed", "The engine was down.")
    house.upload()
    assert asked(house, article)["status"] == "ready"
    failed(house, article)
    assert asked(house, article)["status"] == "failed"


def test_what_was_deleted_says_so(house: House) -> None:
    notice = house.upload()
    house.sources.delete("a.txt")
    house.run()
    assert asked(house, notice.article_id)["status"] == "deleted"


def test_only_the_article_s_own_link_opens_it(house: House) -> None:
    notice = house.upload()
    path = TO.status(notice.article_id).split("?")[0]
    latest = TO.latest(notice.article_id).partition("?")[2]
    assert house.get(f"{path}?{latest}").status == 200
    read = capabilities.mint(KEYS, notice.article_id, "latest", "digest.json")
    for k in ("", read, capabilities.mint(KEYS, "b" * 32, purpose=capabilities.LATEST)):
        assert house.get(f"{path}?k={k}") == house.get("/v1/nothing")
    house.change(revoked=frozenset({notice.article_id}))
    assert house.get(f"{path}?{latest}") == house.get("/v1/nothing")


def test_nothing_new_costs_a_304(house: House) -> None:
    url = TO.status(house.upload(STORY).article_id)
    tag = house.get(url).headers["etag"]
    assert house.get(url, if_none_match=tag).status == 304
