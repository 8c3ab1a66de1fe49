"""Files made to hurt: each a name, whose first word is the upload's, and what makes its bytes."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable

from tests.office import docx, odt, pdf, word_paragraph, zipped

PROSE = "The port of Halden will reopen on Monday, the ministry said. "
MOST = 9_900_000  # bytes; an upload may have ten million


def page(body: str) -> bytes:
    return (
        f"<!doctype html><html><head><title>Port</title></head><body><article>{body}</article></body></html>".encode()
    )


def bomb() -> bytes:
    """Two hundred megabytes of zeros, packed twice."""
    pack = zlib.compressobj(9, wbits=31)
    block = bytes(10_000_000)
    once = b"".join(pack.compress(block) for _ in range(20)) + pack.flush()
    return gzip.compress(once)


def wide_pdf() -> bytes:
    """Pages with as many drawing operators as are read."""
    return pdf([["xy"] * 45_000, ["xy"] * 45_000])


def flate_bomb() -> bytes:
    packed = zlib.compress(bytes(400_000_000), 9)
    head = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    leaf = b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n"
    stream = b"4 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream\nendobj\n" % (len(packed), packed)
    return head + leaf + stream + b"trailer << /Size 5 /Root 1 0 R >>\n%%EOF"


def many_parts() -> bytes:
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    return head + b"--x\nContent-Type: text/html\n\n<p>a</p>\n" * 200_000


def deep_parts() -> bytes:
    level = b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n"
    return b"From: a@b.example\nMIME-Version: 1.0\n" + b"".join(level % (number, number) for number in range(20_000))


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
    + "]><nitf>&a11;</nitf>"
)

FILES: dict[str, Callable[[], bytes]] = {
    "a.txt one line": lambda: (PROSE * 200_000).encode()[:MOST],
    "a.txt one line within the limit": (PROSE * 32_000).encode,
    "a.txt letters without a space": lambda: b"a" * 1_990_000,
    "a.txt many lines": lambda: b"Advertisement\n" * 19_900,
    "a.html one line": lambda: page(f"<p>{PROSE * 31_000}</p>"),
    "a.html a million tags": lambda: page("<b>a</b>" * 1_000_000),
    "a.html twenty thousand tags": lambda: page(f"<p>{PROSE}</p>" * 19_000),
    "a.html deep": lambda: page("<div>" * 600_000 + PROSE),
    "a.html nested lists": lambda: page(("<ul><li><a>x" * 120 + "</a></li></ul>" * 120) * 50 + PROSE * 20),
    "a.html nested spans": lambda: page(("<div><span>port " * 100 + "</span></div>" * 100) * 90),
    "a.html attributes": lambda: page("<p " + " ".join(f"a{n}={n}" for n in range(300_000)) + f">{PROSE}</p>"),
    "a.html json-ld": lambda: page('<script type="application/ld+json">' + "[" * 150_000 + f"</script><p>{PROSE}</p>"),
    "a.html many json-ld": lambda: page(
        f'<script type="application/ld+json">{{"@graph":[{",".join(["{}"] * 20_000)}]}}</script>' * 100
        + f"<p>{PROSE}</p>"
    ),
    "a.html entities": lambda: page("&nbsp;&#8203;" * 150_000 + PROSE),
    "a.html comments": lambda: b"<!--" * 1_000_000 + PROSE.encode(),
    "a.json deep": lambda: b'{"a":' * 400_000 + b"1",
    "a.json wide": lambda: json.dumps({"articles": [{"title": "x"}] * 300_000}).encode(),
    "a.json html body": lambda: json.dumps({"body": f"<p>{PROSE}</p>" * 18_000}).encode(),
    "a.md brackets": lambda: b"[" * 199_000,
    "a.md quotes": lambda: b">" * 199_000 + b"a",
    "a.md emphasis": lambda: b"*a **b " * 28_000,
    "a.md links": lambda: b"[a](" * 49_000,
    "a.md prose": lambda: (PROSE + "\n\n").encode() * 3_100,
    "a.md table": lambda: b"|a" * 9_000 + b"\n" + b"|-" * 9_000 + b"\n" + b"|b\n" * 50_000,
    "a.gz bomb": bomb,
    "a.gz members": lambda: gzip.compress(b"a") * 300_000,
    "a.docx bomb": lambda: zipped({"word/document.xml": b"<a>" + bytes(300_000_000)}),
    "a.docx long": lambda: docx(word_paragraph(PROSE) * 19_000),
    "a.docx nested": lambda: docx(("<w:p>" * 120 + "<w:r><w:t>a b</w:t></w:r>" + "</w:p>" * 120) * 2_000),
    "a.docx empty runs": lambda: docx("<w:p>" + "<w:r/>" * 1_200_000 + "</w:p>"),
    "a.odt laughs": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": LAUGHS}),
    "a.odt long": lambda: odt(f"<text:p>{PROSE}</text:p>" * 19_000),
    "a.xml laughs": LAUGHS.encode,
    "a.xml deep": lambda: b"<?xml version='1.0'?><nitf>" + b"<p>" * 2_000_000,
    "a.xml long": lambda: b"<nitf><body><body.content>" + b"<p>Port.</p>" * 700_000 + b"</body.content></body></nitf>",
    "a.pdf drawing": wide_pdf,
    "a.pdf too much drawing": lambda: pdf([["xy"] * 90_000]),
    "a.pdf bomb": flate_bomb,
    "a.pdf text": lambda: pdf([[PROSE] * 50] * 40),
    "a.pdf objects": lambda: b"%PDF-1.4\n" + b"1 0 obj << >> endobj\n" * 300_000,
    "a.pdf garbage": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 30_000,
    "a.rtf groups": lambda: b"{\\rtf1 " + b"{" * 3_900_000,
    "a.rtf prose": lambda: b"{\\rtf1 " + (PROSE + "\\par ").encode() * 19_000 + b"}",
    "a.rtf picture": lambda: b"{\\rtf1 Port is open, he said.{\\pict " + b"00ff" * 2_300_000 + b"}}",
    "a.eml parts": many_parts,
    "a.eml deep": deep_parts,
    "a.eml header": lambda: b"Message-ID: <1>\nSubject: " + b"=?utf-8?q?a?= " * 600_000 + b"\n\n" + PROSE.encode() * 9,
    "a.mbox many": lambda: (b"From a Tue\nMessage-ID: <1>\nSubject: x\n\n" + PROSE.encode() + b"\n\n") * 60_000,
    "a.txt polyglot": lambda: b"%PDF-1.4\n" + zipped({"word/document.xml": "<a/>"}) + page(PROSE),
    "a.txt wrong charset": lambda: ("Préfecture fermée, a-t-il déclaré. " * 40_000).encode("cp1252"),
    "a.txt marks": ("a" + "\u0301\u0327" * 900_000).encode,
    "a.txt joiners": ("\u200d\ufe0f" * 900_000 + PROSE).encode,
}
