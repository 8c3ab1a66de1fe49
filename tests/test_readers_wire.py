from __future__ import annotations

import json

import pytest

from claimwire.errors import Refused
from claimwire.readers import read

SENTENCES = [
    "The port of Halden will reopen on Monday, the ministry said.",
    '"No captain will be asked to pay," Elena Koroleva told reporters in the harbour.',
]
TEXT = "\n\n".join(["Port to reopen", *SENTENCES])
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{PARAGRAPHS}</body></html>'
NITF = (
    "<nitf><head><title>Slug</title><docdata><date.issue norm='20260303T100000Z'/></docdata></head><body><body.head><hedline>"
    "<hl1>Port to reopen</hl1></hedline><byline>By Jo Ek</byline><distributor>Meridian</distributor></body.head><body.content>"
    f"<block>{PARAGRAPHS}</block><media><media-caption>A crane.</media-caption></media></body.content></body></nitf>"
)


def item(content: str) -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta><provider><name>Meridian</name></provider>'
        "<versionCreated>2026-03-03T10:00:00Z</versionCreated></itemMeta><contentMeta><by>By Jo Ek</by>"
        '<headline>Port to reopen</headline><language tag="en"/></contentMeta>'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineXML>{XHTML}</inlineXML>",
        f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>',
        "<inlineData>" + "\n\n".join(SENTENCES) + "</inlineData>",
    ],
    ids=["xhtml", "nitf", "text"],
)
@pytest.mark.parametrize(
    "wrap", ["{}", '<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage><itemSet>{}</itemSet></newsMessage>']
)
def test_newsml_with_each_kind_of_content(content: str, wrap: str) -> None:
    article = read(wrap.format(item(content)).encode(), "a.xml")
    assert (article.format, article.text, article.site) == ("newsml", TEXT, "Meridian")
    assert (article.byline, article.published) == ("By Jo Ek", "2026-03-03T10:00:00+00:00")
    assert article.declared_language == "en"


def test_nitf_by_itself() -> None:
    doctype = '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">'
    article = read(f"{doctype}{NITF}".encode(), "a.xml")
    assert (article.text, article.site, article.published) == (TEXT, "Meridian", "2026-03-03T10:00:00+00:00")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (f"<newsMessage>{item('<inlineData>a</inlineData>') * 2}</newsMessage>", "holds 2 articles: upload each"),
        (item(f"<inlineXML>{XHTML}</inlineXML>")[:-40], "not well-formed"),
        ('<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>', "XML entities|XML feeds"),
        (
            '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>',
            "XML entities",
        ),
        ("<packageItem><newsItemRef/></packageItem>", "XML feeds"),
        ('<?xml version="1.0"?><nitf>' + "<p>" * 100_000, "not well-formed"),
    ],
)
def test_wire_files_that_are_no_article_are_refused(source: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read(source.encode(), "a.xml")


@pytest.mark.parametrize(
    "fields",
    [
        {
            "headline": "Port to reopen",
            "body_xhtml": PARAGRAPHS,
            "body_text": "Other.",
            "versioncreated": "2026-03-03T10:00:00Z",
        },
        {
            "headline": "Port to reopen",
            "body_text": "\n\n".join(SENTENCES),
            "versioncreated": "2026-03-03T10:00:00+00:00",
        },
        {
            "headlines": [{"role": "nprol:main", "value": "Port to reopen"}, {"role": "nprol:slug", "value": "PORT"}],
            "bodies": [
                {"role": "main", "contenttype": "text/plain", "value": "Other."},
                {"role": "main", "contenttype": "text/html", "value": PARAGRAPHS},
                {"role": "summary", "contenttype": "text/html", "value": "<p>Short.</p>"},
            ],
            "contentcreated": "2026-03-03T10:00:00Z",
        },
    ],
    ids=["html", "text", "ninjs 2"],
)
def test_ninjs(fields: dict[str, object]) -> None:
    common = {"byline": "Jo Ek", "infosources": [{"name": "Meridian"}], "uri": "urn:x:1", "language": "en"}
    article = read(json.dumps(fields | common).encode(), "a.json")
    assert (article.text, article.byline, article.site, article.url) == (TEXT, "Jo Ek", "Meridian", None)
    assert article.published == "2026-03-03T10:00:00+00:00"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"publishedAt": "2026-03-03T10:00:00Z"}, "2026-03-03T10:00:00+00:00"),
        ({"pubDate": "Tue, 03 Mar 2026 10:00:00 GMT"}, "2026-03-03T10:00:00+00:00"),
        ({"published": 1772532000}, "2026-03-03T10:00:00+00:00"),
        ({"timestamp": 1772532000000}, "2026-03-03T10:00:00+00:00"),
        ({"date": "2026-03-03"}, "2026-03-03"),
        ({"date": "20260303"}, "2026-03-03"),
        ({"date": "last Tuesday"}, "last Tuesday"),
        ({"date": "last Tuesday", "created_at": "2026-03-03"}, "2026-03-03"),
        ({"date": 10**400}, None),
        ({"date": True}, None),
    ],
)
def test_times_become_iso(given: dict[str, object], expected: str | None) -> None:
    assert read(json.dumps({"body": SENTENCES[0], **given}).encode(), "a.json").published == expected


def test_a_text_that_the_api_cut_is_said_to_be_cut() -> None:
    article = read(json.dumps({"content": f"{SENTENCES[0]} The… [+2314 chars]"}).encode(), "a.json")
    assert article.text == f"{SENTENCES[0]} The"
    assert article.notes == ("The source cut the text: 2314 characters are missing",)


@pytest.mark.parametrize("key", ["articles", "results", "items"])
def test_a_response_with_one_article_is_that_article(key: str) -> None:
    response = {"status": "ok", "totalResults": 1, key: [{"title": "Port to reopen", "content": SENTENCES[0]}]}
    assert read(json.dumps(response).encode(), "a.json").title == "Port to reopen"
