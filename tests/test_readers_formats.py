from __future__ import annotations

import json
import subprocess
import sys

import pytest

from claimwire.errors import Refused
from claimwire.readers import READERS, read

SENTENCES = [
    "The port of Halden will reopen on Monday, the ministry said.",
    '"No captain will be asked to pay," Elena Koroleva told reporters in the harbour.',
    "Traders expect prices to fall by 3.5% before the harvest, according to the exchange.",
]
PAGE = f"""<!doctype html><html lang="en"><head><title>Port to reopen</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>Port to reopen</h1>{"".join(f"<p>{s}</p>" for s in SENTENCES)}
</article><footer>© 2026 Meridian Wire</footer></body></html>"""
OBJECT = {"title": "Port to reopen", "body": "\n\n".join(SENTENCES), "language": "en"}
TEXT = "\n\n".join(["Port to reopen", *SENTENCES])
SOURCES = {
    "txt": TEXT,
    "md": "# Port to reopen\n\n" + "\n\n".join(["*No* [captain](https://wire.example/a) **will** pay.", *SENTENCES]),
    "html": PAGE,
    "json": json.dumps(OBJECT),
    "newsml": "<nitf><body><body.content>"
    + "".join(f"<p>{s}</p>" for s in SENTENCES)
    + "</body.content></body></nitf>",
}


@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", "a.json", "a.pdf", "dir.html/übung +%.TXT"])
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_the_content_decides_whatever_the_name_says(kind: str, name: str) -> None:
    article = read(SOURCES[kind].encode(), name)
    assert (article.format, article.text, article.name) == (kind, TEXT, name)


@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", "a.json"])
def test_json_reads_right_under_any_name(name: str) -> None:
    article = read(SOURCES["json"].encode(), name, "text/html; charset=utf-8")
    assert (article.format, article.text, article.declared_language) == ("json", TEXT, "en")


def test_every_format_of_the_table_is_read() -> None:
    assert {read(source.encode(), "a").format for source in SOURCES.values()} == set(READERS)


@pytest.mark.parametrize("source", ["[Correction: the port opens on Monday.]", "{sic} was in the letter, he said."])
def test_prose_in_brackets_is_no_json(source: str) -> None:
    assert read(source.encode(), "a.txt").format == "txt"


@pytest.mark.parametrize(
    "source", [f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>", f"<div><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></div>"]
)
def test_a_fragment_of_html_is_html(source: str) -> None:
    article = read(source.encode(), "a.txt")
    assert article.format == "html"
    assert all(sentence in article.text for sentence in SENTENCES[:2])


def test_the_name_decides_where_text_and_html_are_mixed() -> None:
    source = f"{SENTENCES[0]}<br><p>{SENTENCES[1]}</p>".encode()
    assert [read(source, name).format for name in ("a.html", "a.txt")] == ["html", "txt"]
    assert read(source, "a", "text/html; charset=utf-8").format == "html"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"headline": "Port opens", "text": SENTENCES[0]}, {"title": "Port opens"}),
        ({"name": "Port opens", "articleBody": SENTENCES[0], "inLanguage": "pt_br"}, {"declared_language": "pt-BR"}),
        ({"content": SENTENCES[0], "author": {"name": "Jo Ek"}}, {"byline": "Jo Ek"}),
        ({"content": SENTENCES[0], "authors": ["Jo Ek", {"name": "Ann Poe"}]}, {"byline": "Jo Ek, Ann Poe"}),
        ({"body_text": SENTENCES[0], "publishedAt": "2026-03-03"}, {"published": "2026-03-03"}),
        ({"body": SENTENCES[0], "source": {"name": "Meridian"}}, {"site": "Meridian"}),
        ({"body": SENTENCES[0], "link": "https://wire.example/a"}, {"url": "https://wire.example/a"}),
        ({"body": SENTENCES[0], "url": "javascript:alert(1)"}, {"url": None}),
        ({"body": SENTENCES[0], "title": "Port opens | Meridian", "site": "Meridian"}, {"title": "Port opens"}),
        ({"body": SENTENCES[0], "lang": "klingon"}, {"declared_language": None}),
        ({"article": {"body": SENTENCES[0], "title": "Port opens"}}, {"title": "Port opens"}),
        ({"@graph": [{"name": "x"}, {"articleBody": SENTENCES[0], "headline": "Port opens"}]}, {"title": "Port opens"}),
        (
            {"title": {"rendered": "Port opens"}, "content": {"rendered": f"<p>{SENTENCES[0]}</p>"}},
            {"title": "Port opens"},
        ),
    ],
)
def test_field_names_of_news_apis(fields: dict[str, object], expected: dict[str, str]) -> None:
    article = read(json.dumps(fields).encode(), "a.json")
    assert article.text.endswith(SENTENCES[0])
    assert {key: getattr(article, key) for key in expected} == expected


def test_an_html_body_in_json_goes_through_the_html_reader() -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in [*SENTENCES, "Advertisement"])
    article = read(json.dumps({"title": "Port to reopen", "body": body}).encode(), "a.json")
    assert (article.format, article.text) == ("json", TEXT)


def test_lone_surrogates_and_direction_marks_in_json_are_dropped() -> None:
    article = read(b'{"body": "The \\ud800port \\u202eopened\\u0000, he said."}', "a.json")
    assert article.text == "The port opened, he said."


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b'{"title": "x"', "not valid JSON"),
        (b'{"title": "x"}', "no article text"),
        (b'{"articles": [{"body": "a b."}, {"body": "c d."}]}', "not one article"),
        (b'[{"body": "a b."}, {"body": "c d."}]', "not one article"),
        (b'{"body": "12 345"}', "no letters"),
        (b"[" * 200_000, "not valid JSON"),
    ],
)
def test_json_that_is_no_article_is_refused(source: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read(source, "a.json")


def test_reading_imports_no_heavy_library_until_a_page_comes() -> None:
    code = "import sys, claimwire.readers as r; r.read(b'It is open, he said.', 'a.txt'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"trafilatura", "lxml", "charset_normalizer"} & set(loaded)
