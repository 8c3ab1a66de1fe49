"""What pages say of themselves: JSON-LD, OpenGraph, meta elements, links."""

from __future__ import annotations

import json

import pytest

from claimwire.models import Article
from claimwire.readers import read

LEAD = "Eleven weeks after the flood, the harbour is dredged and the cranes are back, officials said on Sunday."
BODY = [
    "The port of Halden will reopen on Monday, the ministry said.",
    "Prices fell by 3.5%, traders told us, and they expect them to fall further before the harvest is in.",
    '"No captain will be asked to pay," Elena Koroleva told reporters in the harbour on Sunday afternoon.',
]
STORY = {
    "@type": "NewsArticle",
    "headline": "Port to reopen",
    "author": [{"@type": "Person", "name": "By Jo Ek"}, {"@type": "Person", "name": "Ann Poe"}],
    "datePublished": "2026-03-03T10:00:00+02:00",
    "publisher": {"@type": "Organization", "name": "Meridian Wire"},
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": "https://wire.example/port"},
}


def page(head: str = "", before: str = "", body: str | None = None) -> Article:
    text = "".join(f"<p>{part}</p>" for part in BODY) if body is None else body
    source = f"<!doctype html><html><head>{head}</head><body>{before}<article>{text}</article></body></html>"
    return read(source.encode(), "a.html")


def script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "value",
    [
        STORY,
        [{"@type": "WebSite", "name": "x"}, STORY],
        {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList"}, STORY]},
        {"@type": "WebPage", "headline": "Other", "mainEntity": STORY},
        {**STORY, "@type": ["NewsArticle", "Thing"]},
        {**STORY, "@type": "https://schema.org/ReportageNewsArticle"},
    ],
    ids=["alone", "list", "graph", "nested", "types", "address"],
)
def test_json_ld_gives_every_field(value: object) -> None:
    article = page(script(value))
    assert (article.title, article.byline, article.site) == ("Port to reopen", "Jo Ek, Ann Poe", "Meridian Wire")
    assert (article.published, article.declared_language) == ("2026-03-03T10:00:00+02:00", "en-GB")
    assert article.url == "https://wire.example/port"


@pytest.mark.parametrize(
    "wrap",
    ["<!--{}-->", "//<![CDATA[\n{}\n//]]>", "/* <![CDATA[ */{}/* ]]> */", "\n{}\n;"],
)
def test_json_ld_in_its_wrappers(wrap: str) -> None:
    text = wrap.format(json.dumps(STORY))
    assert page(f'<script type="application/ld+json">{text}</script>').byline == "Jo Ek, Ann Poe"


@pytest.mark.parametrize(
    "text", ["{", "null", "[]", '"x"', '{"@type": 5}', '{"@type": "NewsArticle", "author": [[1]]}', "[" * 9000]
)
def test_broken_json_ld_is_passed_over(text: str) -> None:
    article = page(f'<title>Port opens</title><script type="application/ld+json">{text}</script>')
    assert (article.title, article.text) == ("Port opens", "\n\n".join(["Port opens", *BODY]))


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        ('<meta property="og:title" content="Port &amp;amp; pier open">', "title", "Port & pier open"),
        ('<meta property="og:site_name" content="Meridian">', "site", "Meridian"),
        (
            '<meta property="article:published_time" content="2026-03-03T10:00:00Z">',
            "published",
            "2026-03-03T10:00:00+00:00",
        ),
        ('<meta name="date" content="Tue, 03 Mar 2026 10:00:00 +0200">', "published", "2026-03-03T10:00:00+02:00"),
        ('<meta itemprop="datePublished" content="2026-03-03">', "published", "2026-03-03"),
        ('<link rel="canonical" href="https://wire.example/port">', "url", "https://wire.example/port"),
        (
            '<link rel="canonical" href="/port"><meta property="og:url" content="https://wire.example/p">',
            "url",
            "https://wire.example/p",
        ),
        (
            '<meta name="author" content="https://wire.example/jo"><meta name="byl" content="By Jo Ek">',
            "byline",
            "Jo Ek",
        ),
        ('<meta property="og:locale" content="pt_BR">', "declared_language", "pt-BR"),
        ('<meta http-equiv="content-language" content="sr-Latn">', "declared_language", "sr-Latn"),
    ],
)
def test_meta_elements_and_links(head: str, field: str, expected: str) -> None:
    assert getattr(page(head), field) == expected


def test_an_amp_page_is_read() -> None:
    head = f'<html amp lang="en"><head><link rel="canonical" href="https://wire.example/port">{script(STORY)}</head>'
    body = "".join(f"<p>{part}</p>" for part in BODY) + "<amp-ad></amp-ad><amp-img src=x></amp-img>"
    article = read(f"<!doctype html>{head}<body><article>{body}</article></body></html>".encode(), "a.html")
    assert (article.text, article.url) == ("\n\n".join(["Port to reopen", *BODY]), "https://wire.example/port")


def test_the_text_in_json_ld_is_read_where_the_page_shows_only_the_beginning() -> None:
    whole = " ".join(BODY * 4)
    article = page(script({**STORY, "articleBody": whole}), body=f"<p>{BODY[0]}</p>")
    assert article.text == f"Port to reopen\n\n{whole}"


def test_the_lead_outside_the_article_is_read_where_the_description_names_it() -> None:
    head = f'<title>Port opens</title><meta name="description" content="{LEAD[:70]}…">'
    article = page(head, f'<header><h1>Port opens</h1><p class="standfirst">{LEAD}</p></header>')
    assert article.text == "\n\n".join(["Port opens", LEAD, *BODY])


def test_a_description_that_the_page_does_not_show_is_no_text() -> None:
    assert LEAD not in page(f'<meta name="description" content="{LEAD}">').text


@pytest.mark.parametrize(
    "box",
    [
        '<ul><li><a href="/a">Ministers agree on a fund</a></li><li><b>Fish:</b> <a href="/b">Catch is falling</a></li></ul>',
        '<p><a href="/a">Ministers agree on a fund</a></p>',
    ],
)
def test_related_links_in_the_text_are_left_out(box: str) -> None:
    paragraphs = [f"<p>{part}</p>" for part in BODY]
    article = page("<title>Port opens</title>", body=paragraphs[0] + box + "".join(paragraphs[1:]))
    assert article.text == "\n\n".join(["Port opens", *BODY])


def test_lists_and_sentences_with_links_in_them_stay() -> None:
    sentence = '<p><a href="/a">The ministry said that it would pay for all of it.</a></p>'
    items = '<ul><li>The first reason was the <a href="/b">price</a>, he said.</li><li>The second was rain, he said.</li></ul>'
    text = page(body="".join(f"<p>{part}</p>" for part in BODY) + sentence + items).text
    assert "The ministry said that it would pay" in text
    assert "The first reason was the price, he said." in text


def test_an_article_in_noscript_is_read_and_a_plea_is_not() -> None:
    body = "".join(f"<p>{part}</p>" for part in BODY * 5)
    assert BODY[1] in page(body=f"<div id=app></div><noscript><article>{body}</article></noscript>").text
    assert "enable" not in page(body=f"<noscript><p>Please enable scripts.</p></noscript>{body}").text
