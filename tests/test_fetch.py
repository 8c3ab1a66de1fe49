"""What a holder of a stored URL gets, and what a stranger gets."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire import capabilities, linkkeys
from claimwire.foldershelf import FolderShelf
from claimwire.web import routes
from claimwire.web.door import Door
from claimwire.web.message import SECURITY, Request
from tests.house import KEYS, NOW, STORY, TO, House

LINK = TO.file


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_every_url_of_the_notice_opens_its_file(house: House) -> None:
    notice = house.upload()
    types = {".html": "text/html", ".md": "text/markdown", ".txt": "text/plain", ".json": "application/json"}
    assert len(notice.urls) == 7
    for file, url in notice.urls.items():
        reply = house.get(url)
        assert reply.status == 200
        assert reply.headers["content-type"].startswith(types[Path(file).suffix])
        assert reply.body == house.results.get(f"results/{notice.article_id}/{notice.version}/{file}")


def test_latest_follows_the_article(house: House) -> None:
    first = house.upload()
    url = LINK(first.article_id, "latest", "digest.json")
    assert json.loads(house.get(url).body)["version"] == first.version
    second = house.upload(STORY + b" Nobody came.")
    assert json.loads(house.get(url).body)["version"] == second.version != first.version
    assert house.get(url).headers["cache-control"] == "private, max-age=0"


def test_a_deleted_article_is_gone(house: House) -> None:
    notice = house.upload()
    house.sources.delete("a.txt")
    house.run()
    reply = house.get(LINK(notice.article_id, "latest", "digest.json"))
    assert reply.status == 410
    assert b"deleted" in reply.body
    assert house.get(notice.urls["digest.json"]).status == 410


def test_before_the_first_result_a_holder_is_told_to_wait(house: House) -> None:
    reply = house.get(LINK("a" * 32, "latest", "digest.json"))
    assert (reply.status, reply.headers["retry-after"]) == (404, "5")


def test_a_file_that_is_not_there_is_named_as_such(house: House) -> None:
    notice = house.upload()
    reply = house.get(LINK(notice.article_id, notice.version, "digest.sw.html"))
    assert reply.status == 404
    assert b"digest.json" in reply.body


def test_strangers_get_one_and_the_same_answer(house: House) -> None:
    notice = house.upload()
    url, base = urlsplit(notice.urls["digest.json"]), f"/v1/articles/{notice.article_id}"
    k = url.query
    asked = [
        f"{url.path}?k=",
        f"{url.path}?{k}x",
        f"{url.path}?k=k9{k[4:]}",
        f"{base}/latest/digest.json?{k}",
        f"{base}/{notice.version}/digest.pt.html?{k}",
        f"/v1/articles/{'0' * 32}/latest/digest.json?{k}",
        f"{base}/latest/latest.json?{k}",
        f"{base}/../../keys.json?{k}",
        f"/v1/articles/..%2f..%2fkeys/latest/digest.json?{k}",
        f"/?{k}",
        f"?{k}",
    ]
    asked += [TO.latest(notice.article_id)[:-1], TO.list("pt")[:-1] + "_", TO.feed("pt")[:-4], "/v1/", "/v1/lists"]
    replies = [house.get(each) for each in asked]
    assert all(reply == replies[0] for reply in replies)
    assert (replies[0].status, replies[0].key) == (404, None)
    assert house.get(notice.urls["digest.json"]).status == 200


@given(path=st.text(max_size=60), capability=st.text(max_size=40))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_any_path_is_answered(path: str, capability: str) -> None:
    door = Door(results=FolderShelf(Path("/nonexistent")), keys=KEYS, base="", now=NOW)
    assert routes.answer(door, Request(path=path, query={"k": capability})).status == 404


def test_gzip_where_it_pays(house: House) -> None:
    notice = house.upload()
    url = notice.urls["article.en.txt"]
    zipped, plain = house.get(url, accept_encoding="br, gzip"), house.get(url)
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == zipped.headers["vary"] == "accept-encoding"
    assert "content-encoding" not in house.get(notice.urls["summary.en.md"], accept_encoding="br, gzip").headers


@pytest.mark.parametrize("version", ["own", "latest", "unknown"])
def test_every_answer_carries_the_headers_that_protect_the_link(house: House, version: str) -> None:
    notice = house.upload()
    url = notice.urls["digest.en.html"] if version == "own" else LINK(notice.article_id, "latest", "digest.en.html")
    headers = house.get(url if version != "unknown" else "/").headers
    assert SECURITY.keys() <= headers.keys()
    policy = headers["content-security-policy"].split("; ")
    assert ("sandbox" if version == "unknown" else "sandbox allow-scripts") in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in headers["content-security-policy"]
    assert "allow-same-origin" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"].startswith(("private", "no-store"))


def test_a_version_is_kept_for_long_and_latest_is_asked_for_again(house: House) -> None:
    notice = house.upload()
    fixed = house.get(notice.urls["summary.pt.md"])
    assert fixed.headers["cache-control"] == "private, max-age=86400, immutable"
    assert house.get(LINK(notice.article_id, "latest", "summary.pt.md")).body == fixed.body


@pytest.mark.parametrize("file", ["digest.json", "digest.en.html", "article.en.txt"])
def test_who_has_it_already_is_sent_nothing(house: House, file: str) -> None:
    url = house.upload().urls[file]
    first = house.get(url)
    for seen in (first.headers["etag"], f'"a", {first.headers["etag"]}', "*", first.headers["etag"][2:]):
        again = house.get(url, if_none_match=seen)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert "content-type" not in again.headers
        assert {name: first.headers[name] for name in SECURITY}.items() <= again.headers.items()
    assert house.get(url, if_none_match=seen, accept_encoding="gzip").status == 304
    assert house.get(url, if_none_match='W/"other"').body == first.body


def test_a_new_version_has_another_tag(house: House) -> None:
    url = LINK(house.upload().article_id, "latest", "digest.json")
    seen = house.get(url).headers["etag"]
    house.upload(STORY + b" Nobody came.")
    assert house.get(url, if_none_match=seen).status == 200


def test_head_is_get_without_the_body(house: House) -> None:
    notice = house.upload()
    for url in (notice.urls["digest.pt.html"], TO.list("pt"), TO.latest(notice.article_id), "/v1/nothing"):
        whole, head = house.get(url), house.get(url, "HEAD")
        assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_nothing_can_be_written(house: House, method: str) -> None:
    reply = house.get(house.upload().urls["digest.json"], method)
    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_only_pages_of_named_origins_may_read(house: House) -> None:
    url = house.upload().urls["digest.json"]
    assert "access-control-allow-origin" not in house.get(url, origin="https://desk.example").headers
    assert "access-control-allow-methods" not in house.get(url, "OPTIONS", origin="https://desk.example").headers
    house.change(origins=("https://desk.example", "https://other.example"))
    allowed, refused = house.get(url, origin="https://desk.example"), house.get(url, origin="https://evil.example")
    assert allowed.headers["access-control-allow-origin"] == "https://desk.example"
    assert "access-control-allow-origin" not in refused.headers
    assert "origin" in allowed.headers["vary"].split(", ")
    assert "access-control-allow-credentials" not in allowed.headers
    before = house.get(url, "OPTIONS", origin="https://desk.example")
    assert (before.status, before.body) == (204, b"")
    assert before.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    house.change(origins=("*",))
    assert house.get(url, origin="https://anybody.example").headers["access-control-allow-origin"] == "*"


def test_links_in_a_page_are_of_the_key_that_mints_now(house: House) -> None:
    """So that neither a rotation nor a revocation breaks the way from page to page."""
    notice = house.upload()
    fresh = linkkeys.rotated(KEYS, b"y" * 40)
    house.change(keys=linkkeys.without(fresh, "k1"))
    link = capabilities.links(house.door.keys, house.door.base)
    page = house.get(link(notice.article_id, "latest", "digest.pt.html")).body.decode()
    assert 'href="../' in page
    assert "k=k1." not in page
    for target in ("digest.en.html", "digest.json"):
        way = link(notice.article_id, notice.version, target).partition(f"{notice.article_id}/")[2]
        assert f'href="../{way}"' in page
        assert house.get(link(notice.article_id, notice.version, target)).status == 200
    assert house.get(notice.urls["digest.pt.html"]).status == 404


def test_a_page_names_the_feed_where_the_stack_says_so(house: House) -> None:
    url = house.upload().urls["digest.pt.html"]
    assert b"application/atom+xml" not in house.get(url).body
    house.change(feeds=True)
    page = house.get(url).body.decode()
    assert page.index('<link rel="alternate" type="application/atom+xml"') < page.index("</head>")
    assert TO.feed("pt") in page
    assert house.get(TO.feed("pt")).status == 200


def test_a_revoked_article_is_as_good_as_none(house: House) -> None:
    notice = house.upload()
    other = house.upload(key="b.txt")
    house.change(revoked=frozenset({notice.article_id}))
    stranger = house.get("/v1/articles/x")
    urls = [*notice.urls.values(), LINK(notice.article_id, "latest", "digest.json"), TO.latest(notice.article_id)]
    assert all(house.get(url) == stranger for url in urls)
    assert house.get(other.urls["digest.json"]).status == 200
    assert [item["article_id"] for item in json.loads(house.get(TO.list("pt")).body)["items"]] == [other.article_id]
