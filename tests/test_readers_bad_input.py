from __future__ import annotations

import contextlib
import io
import time
import zipfile

import pytest

from claimwire.errors import Refused
from claimwire.readers import limits, read
from tests.zipped import pack

PROSE = "<p>The port of Halden will reopen on Monday, the ministry said.</p>"


def archive(member: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr(member, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "file is empty"),
        (b" \n\t\r\n ", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"12 345 -- 6.7 %\n***", "no letters"),
        ("🙂🙂 !!! 123".encode(), "no letters"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF is damaged or cut short: save"),
        (b"{\\rtf1\\ansi }", "nothing to read"),
        (pack(b"text" * 9)[:-9], "gzip file is cut short"),
        (pack(b""), "file is empty"),
        (archive("word/document.xml"), "Word document is not well-formed XML"),
        (archive("xl/workbook.xml"), "Excel workbook"),
        (archive("a.txt"), "zip archive is not read: unpack"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "JPEG image"),
        (b"GIF89a\x01\x00\x01\x00", "GIF image"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "old Office file"),
        (bytes(range(256)) * 20, "binary data"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "XML feeds"),
        (b"<html><body></body></html>", "No article text"),
        (b"<html></html>", "No article text"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_what_is_no_article_is_refused_with_a_sentence(data: bytes, message: str, name: str) -> None:
    with pytest.raises(Refused, match=message):
        read(data, name)


def test_prose_about_a_file_format_is_no_such_file() -> None:
    assert read(b"GIF89a is a format of 1989, she said.", "a.txt").format == "txt"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a" * (limits.MAX_BYTES + 1), "10,000,001 bytes; at most 10,000,000"),
        (b"word " * 400_001, "2,000,005 characters; at most 2,000,000"),
        (b"a\n" * (limits.MAX_LINES + 1), "20,001 lines; at most 20,000"),
        (b"<html><body><p>" + b"word " * 500_000, "characters; at most 2,000,000"),
        (b"<html><body>" + PROSE.encode() * 21_000, "html elements; at most 20,000"),
    ],
)
def test_too_large_is_refused_at_once_with_the_limit(data: bytes, message: str) -> None:
    start = time.process_time()
    with pytest.raises(Refused, match=message):
        read(data, "a")
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>" + "word word word. " * 600_000,
        "<html><body>" + "<div>" * 1_000_000 + "text",
        "<html><body>" + ("<div>text " * 200 + "</div>" * 200) * 60,
        "<html><body>" + "<" * 5_000_000,
        "<html><body " + " ".join(f"a{number}=1" for number in range(500_000)) + ">" + PROSE,
        "<html><body><table>" + "<tr><td>Some words</td></tr>" * 9000,
        "<!---->" * 100_000 + PROSE,
        "<html><body><p>a" + "\u0301\u0327" * 500_000 + PROSE,
        ("And " * 120 + "\n") * 2000,
        ("By " + "And " * 115 + "x!\n") * 2000,
        "(" * 1_000_000 + ")",
    ],
    ids=["one line", "deep", "nested", "angles", "attributes", "table", "comments", "marks", "names", "by", "brackets"],
)
def test_hostile_pages_end_in_seconds(page: str) -> None:
    start = time.process_time()
    with contextlib.suppress(Refused):
        assert read(page.encode()[: limits.MAX_BYTES], "a.html").text
    assert time.process_time() - start < 5
