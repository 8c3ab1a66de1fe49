from __future__ import annotations

import textwrap

import pytest

from claimwire.errors import Refused
from claimwire.readers import read
from tests.office import docx, odt, pdf, word_paragraph, zipped

SENTENCES = [
    "The port of Halden will reopen on Monday, the ministry said.",
    '"No captain will be asked to pay," Elena Koroleva told reporters in the harbour.',
    "Traders expect prices to fall by 3.5% before the harvest, according to the exchange.",
]
TEXT = "\n\n".join(["Port to reopen", *SENTENCES])


def shapes(data: bytes) -> list[str]:
    return [piece.text for piece in read(data, "a").barred if piece.reason == "shape"]


def test_word_paragraphs_and_properties() -> None:
    article = read(docx("".join(map(word_paragraph, SENTENCES)), "Port to reopen", "Jo Ek"), "a.docx")
    assert (article.format, article.text, article.byline) == ("docx", TEXT, "Jo Ek")
    assert (article.published, article.declared_language) == ("2026-03-03T10:00:00+00:00", "en-GB")


def test_the_paragraph_in_the_style_title_is_the_headline() -> None:
    body = word_paragraph("Port to reopen", "Title") + "".join(map(word_paragraph, SENTENCES))
    assert read(docx(body, "Template 7"), "a").text == TEXT


def test_a_heading_is_barred_even_if_it_reads_like_a_sentence() -> None:
    heading = "Who is going to pay for all of this in the end, when the whole of the harbour has been built again?"
    body = (
        "".join(map(word_paragraph, SENTENCES[:2])) + word_paragraph(heading, "Heading2") + word_paragraph(SENTENCES[2])
    )
    assert shapes(docx(body)) == [heading]


def test_what_word_does_not_show_is_not_read() -> None:
    hidden = (
        f"<w:p><w:r><w:t>{SENTENCES[0][:10]}</w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>{SENTENCES[0][10:]}</w:t></w:r></w:p>"
    )
    assert read(docx(hidden), "a").text == SENTENCES[0]


def test_tabs_and_breaks_part_words() -> None:
    body = "<w:p><w:r><w:t>The port</w:t><w:tab/><w:t>is open,</w:t><w:br/><w:t>he said.</w:t></w:r></w:p>"
    assert read(docx(body), "a").text == "The port is open, he said."


def test_opendocument_paragraphs_headings_and_notes() -> None:
    note = "<text:note><text:note-body><text:p>A footnote.</text:p></text:note-body></text:note>"
    body = (
        f"<text:p>{SENTENCES[0]}{note}</text:p><text:h>Who pays?</text:h>"
        "<text:p>The<text:s/>port <text:span>is</text:span> open, <text:a>he said</text:a>.</text:p>"
    )
    article = read(odt(body, "Port to reopen"), "a")
    assert article.text == f"Port to reopen\n\n{SENTENCES[0]}\n\nWho pays?\n\nThe port is open, he said."
    assert shapes(odt(body)) == ["Who pays?"]


@pytest.mark.parametrize("width", [60, 75])
def test_pdf_lines_are_joined_to_paragraphs(width: int) -> None:
    body = " ".join(SENTENCES)
    article = read(pdf([textwrap.wrap(body, width)], "Port to reopen"), "a.pdf")
    assert (article.format, article.title, article.published) == ("pdf", "Port to reopen", "2026-03-03")
    assert article.text == f"Port to reopen\n\n{body}"


def test_pdf_words_that_a_lines_end_broke_are_whole() -> None:
    lines = [
        "The ministry of transport said that the re-",
        "opening of the grain cor-",
        "ridor with its well-known",
        "port is a well-",
    ]
    text = read(pdf([[*lines, "known story in Port-au-", "Sel, he said."]]), "a").text.replace("\n\n", " ")
    assert "the reopening of the grain corridor with its well-known port is a well-known story in Port-au-Sel" in text


def test_pdf_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [["Meridian Wire", SENTENCES[number], f"Page {number + 1}"] for number in range(3)]
    assert read(pdf(pages), "a").text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize("title", ["Microsoft Word - port.docx", "untitled", "2026-03", "port_v3.indd"])
def test_pdf_titles_that_programs_make_are_none(title: str) -> None:
    assert read(pdf([[SENTENCES[0]]], title), "a").title is None


def test_a_scan_is_refused_with_advice() -> None:
    with pytest.raises(Refused, match=r"no text layer .*OCR"):
        read(pdf([[]]), "a.pdf")


def test_an_encrypted_pdf_is_refused() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([SENTENCES]))))
    writer.encrypt("secret", algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    with pytest.raises(Refused, match="PDF is encrypted: save it without password"):
        read(held.getvalue(), "a.pdf")


def test_rich_text_with_its_information() -> None:
    source = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Port to reopen}{\author Jo Ek}"
        r"{\creatim\yr2026\mo3\dy3\hr10\min5}}\f0 The port of \b Halden\b0  is open, {\field{\*\fldinst HYPERLINK "
        r'"https://wire.example"}{\fldrslt the ministry}} said.\par Caf\'e9 \u1055?\u1086? prices fell, traders told us.\par}'
    )
    article = read(source.encode(), "a.rtf")
    assert (
        article.text
        == "Port to reopen\n\nThe port of Halden is open, the ministry said.\n\nCafé По prices fell, traders told us."
    )
    assert (article.format, article.byline, article.published) == ("rtf", "Jo Ek", "2026-03-03T10:05:00")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (zipped({"word/document.xml": "<a>" + "x" * 12_000_001 + "</a>"}), "unpacks to more than"),
        (zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"}), "declares XML entities"),
        (zipped({"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), "not well-formed|nothing to read"),
        (zipped({"word/document.xml.rels": "<a/>", "word/document.xmlx": ""}), "no main part"),
        (docx(word_paragraph(SENTENCES[0]))[:300], "damaged"),
        (odt(f"<text:p>{SENTENCES[0]}</text:p>", manifest="<m><encryption-data/></m>"), "is encrypted"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
            "table or drawing",
        ),
        (
            zipped({f"{number}.txt": "x" for number in range(5001)} | {"word/document.xml": "<a/>"}),
            "more than 5,000 parts",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "EncryptedPackage".encode("utf-16-le"), "with a password"),
        (pdf([SENTENCES])[:400], "damaged|no text layer"),
        (b"%PDF-1.4\n" + bytes(5000), "damaged"),
        (pdf([["x"]] * 41), "41 pages; at most 40"),
        (b"{\\rtf1 " + b"{" * 100_000, "nothing to read|damaged"),
        (b"\0" * 257 + b"ustar" + b"\0" * 300, "tar archive is not read: unpack"),
    ],
)
def test_bad_documents_are_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read(data, "a")


def test_a_damaged_pdf_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Refused, match="damaged"):
        read(b"%PDF-1.4\n" + bytes(5000), "a.pdf")
    assert not caplog.records
