from __future__ import annotations

import pytest

from claimwire.readers import read
from claimwire.readers.meta import headline

BODY = "<p>The port of Halden will reopen on Monday, the ministry said.</p><p>Prices fell by 3.5%, traders told us.</p>"


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


@pytest.mark.parametrize(
    ("title", "site", "heading", "expected"),
    [
        ("Port opens | Meridian", "Meridian", "", "Port opens"),
        ("Port opens - World - Meridian", None, "Port opens", "Port opens"),
        ("港口重新开放：子午社", "子午社", "", "港口重新开放"),
        ("Port opens: what we know", None, "Port", "Port opens: what we know"),
        ("Port-au-Sel opens", "Meridian", "Other", "Port-au-Sel opens"),
        ("Meridian", "Meridian", "", "Meridian"),
        ("x" * 301, None, "", None),
    ],
)
def test_a_headline_comes_without_the_site_behind_it(
    title: str, site: str | None, heading: str, expected: str | None
) -> None:
    assert headline(title, site, [heading]) == expected


def test_the_headline_of_the_page_is_said_once() -> None:
    article = read(page("<title>Port opens | Meridian</title>", f"<h1>Port opens</h1>{BODY}"), "a.html")
    assert article.title == "Port opens"
    assert article.text.count("Port opens") == 1


def test_a_page_without_a_date_has_none_and_no_clock_is_asked() -> None:
    assert read(page(), "a.html").published is None
    dated = page('<meta property="article:published_time" content="2031-05-06T07:08:09Z">')
    assert read(dated, "a.html").published == "2031-05-06T07:08:09+00:00"


def test_hidden_and_scripted_text_is_no_text() -> None:
    hidden = (
        f"<script>var a = 'He said nothing.'</script><noscript>Enable scripts.</noscript>{BODY}<style>p{{}}</style>"
    )
    assert read(page(body=hidden), "a.html").text == read(page(), "a.html").text


def test_a_form_around_the_whole_page_hides_nothing() -> None:
    assert read(page(body=f"<form>{BODY}</form>"), "a.html").text == read(page(), "a.html").text


def test_entities_that_hide_characters_are_cleaned_after_parsing() -> None:
    assert "The port of Halden" in read(page(body=BODY.replace("port", "po&#8238;&#173;&#8203;rt")), "a.html").text


def test_the_pages_language_is_a_hint_in_our_own_codes() -> None:
    source = page().replace(b"<html>", b'<html lang="zh_CN">')
    assert read(source, "a.html").declared_language == "zh-Hans"


def test_reading_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    read(page(), "a.html")
    assert not caplog.records
