"""The current version, in the form and the language that a reader asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.web import negotiate
from tests.house import TO, House
from tests.profiles import PROFILE

OFFERS = ["text/html", "text/markdown", "text/plain", "application/json"]


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, ("pt", "es"))


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("application/json", "application/json"),
        ("text/*", "text/html"),
        ("text/*, text/html;q=0.2", "text/markdown"),
        ("text/html;q=0", None),
        ("text/html;q=0, text/*", "text/markdown"),
        ("text/plain;q=0.4, text/markdown ; q=0.9", "text/markdown"),
        ("TEXT/PLAIN", "text/plain"),
        ("application/xml, */*;q=0.1", "text/html"),
        ("text/html;level=1, application/json;q=0.9", "text/html"),
        ("image/png", None),
        ("text/html;q=0, application/json;q=0.0, text/*;q=0", None),
        (", ,;q=1", "text/html"),
    ],
)
def test_forms(accept: str, best: str | None) -> None:
    assert negotiate.media_type(accept, OFFERS) == best


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        ("", None),
        ("es", "es"),
        ("pt-PT, es;q=0.9", "pt-BR"),
        ("es;q=0.3, pt;q=0.8", "pt-BR"),
        ("fr, *;q=0.1", None),
        ("es;q=0, fr", None),
        ("zh-CN", "zh-Hans"),
        ("not a language, es", "es"),
    ],
)
def test_languages(accept: str, best: str | None) -> None:
    assert negotiate.language(accept, ["pt-BR", "es", "zh-Hans"]) == best


@pytest.mark.parametrize(
    ("accept", "takes"),
    [("", False), ("gzip", True), ("br, GZIP;q=0.5", True), ("gzip;q=0", False), ("*", True), ("identity", False)],
)
def test_encodings(accept: str, takes: bool) -> None:
    assert negotiate.gzip(accept) is takes


@given(header=st.text(max_size=80))
@PROFILE
def test_any_header_is_read(header: str) -> None:
    assert negotiate.media_type(header, OFFERS) in {*OFFERS, None}
    assert negotiate.language(header, ["pt", "es"]) in {"pt", "es", None}
    assert negotiate.gzip(header) in {True, False}


@pytest.mark.parametrize(
    ("accept", "file"),
    [
        ("text/html", "digest.es.html"),
        ("text/markdown", "summary.es.md"),
        ("text/plain", "article.es.txt"),
        ("application/json", "digest.json"),
    ],
)
def test_each_form_is_the_file_of_that_form(house: House, accept: str, file: str) -> None:
    notice = house.upload()
    reply = house.get(f"{TO.latest(notice.article_id)}&lang=es", accept=accept)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith(accept)
    assert reply.headers["vary"] == "accept, accept-language, accept-encoding"
    stored = house.results.get(f"results/{notice.article_id}/{notice.version}/{file}")
    assert stored is not None
    assert reply.body == stored.replace(b'href="../', b'href="')
    assert house.get(f"{TO.latest(notice.article_id)}&lang=es", accept=accept, if_none_match="*").status == 304


def test_the_language_is_the_reader_s_else_the_first_target(house: House) -> None:
    url = TO.latest(house.upload().article_id)
    assert b'lang="pt"' in house.get(url).body[:40]
    assert b'lang="es"' in house.get(url, accept_language="fr, es;q=0.5").body[:40]
    assert b'lang="en"' in house.get(f"{url}&lang=en-GB", accept_language="es").body[:40]
    absent = house.get(f"{url}&lang=sw")
    assert (absent.status, b"en, pt, es" in absent.body) == (404, True)
    assert house.get(f"{url}&lang=?!").status == 404


def test_links_in_the_page_lead_where_it_stands(house: House) -> None:
    notice = house.upload()
    page = house.get(TO.latest(notice.article_id)).body.decode()
    assert f'href="{notice.version}/digest.es.html?k=' in page
    assert 'href="../' not in page


def test_what_cannot_be_had_is_said(house: House) -> None:
    notice = house.upload(b"")
    url = TO.latest(notice.article_id)
    assert json.loads(house.get(url, accept="application/json").body)["status"] == "refused"
    reply = house.get(url, accept="text/markdown")
    assert (reply.status, reply.body) == (406, b"There is text/html, application/json.\n")


def test_deleted_and_not_yet_there(house: House) -> None:
    notice = house.upload()
    assert house.get(TO.latest("f" * 32)).headers["retry-after"] == "5"
    house.sources.delete("a.txt")
    house.run()
    assert house.get(TO.latest(notice.article_id)).status == 410
