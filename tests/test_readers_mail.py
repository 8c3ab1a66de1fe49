from __future__ import annotations

import gzip
from email.message import EmailMessage

import pytest

from claimwire.errors import Refused
from claimwire.readers import read
from tests.office import docx, word_paragraph

SENTENCES = [
    "The port of Halden will reopen on Monday, the ministry said.",
    '"No captain will be asked to pay," Elena Koroleva told reporters in the harbour.',
    "Traders expect prices to fall by 3.5% before the harvest, according to the exchange.",
]
TEXT = "\n\n".join(SENTENCES)
PAGE = "<html><body><article>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES) + "</article></body></html>"


def mail(text: str | None = TEXT, page: str | None = None, subject: str = "Port to reopen") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Meridian Wire <desk@wire.example>"
    message["To"] = "list@wire.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 03 Mar 2026 10:00:00 +0200"
    message["Message-ID"] = "<1@wire.example>"
    if text is not None:
        message.set_content(text)
    if page is not None:
        message.add_alternative(page, subtype="html") if text is not None else message.set_content(page, subtype="html")
    return message


def test_the_subject_is_the_title_and_the_headers_are_metadata() -> None:
    article = read(mail().as_bytes(), "a.eml")
    assert (article.format, article.title, article.text) == ("eml", "Port to reopen", f"Port to reopen\n\n{TEXT}")
    assert (article.byline, article.published) == ("Meridian Wire", "2026-03-03T10:00:00+02:00")


@pytest.mark.parametrize("subject", ["Re: Fwd: Port to reopen", "AW: WG: Port to reopen", "Port to reopen"])
def test_prefixes_of_replies_are_no_part_of_the_title(subject: str) -> None:
    assert read(mail(subject=subject).as_bytes(), "a").title == "Port to reopen"


def test_encoded_headers_and_bodies() -> None:
    message = mail("Hafen öffnet wieder, sagte die Ministerin. " * 5, subject="Hafen öffnet")
    article = read(message.as_bytes(), "a")
    assert article.title == "Hafen öffnet"
    assert "Hafen öffnet wieder, sagte die Ministerin." in article.text


def test_plain_text_is_preferred_to_html() -> None:
    assert "Other" not in read(mail(page=PAGE.replace("The port", "Other port")).as_bytes(), "a").text


@pytest.mark.parametrize("text", [None, "View this mail in your browser."])
def test_html_is_read_where_the_text_is_a_stub(text: str | None) -> None:
    assert read(mail(text, PAGE).as_bytes(), "a").text.endswith(TEXT)


def test_an_attachment_is_read_where_the_body_has_nothing() -> None:
    message = mail("See attachment.")
    message.add_attachment(b"\x89PNG\r\n\x1a\n\x00\x00", maintype="image", subtype="png", filename="a.png")
    document = docx("".join(map(word_paragraph, SENTENCES)))
    message.add_attachment(document, maintype="application", subtype="octet-stream", filename="port.docx")
    assert read(message.as_bytes(), "a").text == f"Port to reopen\n\n{TEXT}"


def test_an_attachment_does_not_replace_a_body() -> None:
    message = mail()
    message.add_attachment(b"Another story. " * 90, maintype="text", subtype="plain", filename="b.txt")
    assert "Another" not in read(message.as_bytes(), "a").text


def test_a_signature_is_removed_and_kept_with_its_reason() -> None:
    article = read(mail(f"{TEXT}\n\n-- \nMeridian Wire desk\nPhone 555 0100\n").as_bytes(), "a")
    assert article.text.endswith(SENTENCES[-1])
    assert [(line.text, line.reason) for line in article.removed][:2] == [
        ("--", "signature"),
        ("Meridian Wire desk", "signature"),
    ]


def test_a_mailbox_with_one_mail_is_read_and_one_with_two_is_refused() -> None:
    box = b"From desk@wire.example Tue Mar  3 10:00:00 2026\n" + mail().as_bytes() + b"\n"
    assert read(box, "a.mbox").text.endswith(TEXT)
    with pytest.raises(Refused, match="more than one mail: upload each"):
        read(box * 2, "a.mbox")


def test_a_gzipped_mail_is_read() -> None:
    assert read(gzip.compress(mail().as_bytes()), "a.eml.gz").format == "eml"


def test_a_story_that_quotes_headers_is_no_mail() -> None:
    assert read(f"From: the desk\nTo: all\n\n{TEXT}".encode(), "a.txt").format == "txt"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"From: a@b.c\nMessage-ID: <1>\nSubject: x", "no end of headers"),
        (b"From: a@b.c\nMessage-ID: <1>\n\n", "no article text"),
        (
            b"From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 9999,
            "parts|no article",
        ),
        (
            b"From: a@b.c\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n!!!!",
            "no article",
        ),
    ],
)
def test_mails_without_an_article_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read(data, "a.eml")


def test_a_mail_in_a_mail_in_a_mail_ends() -> None:
    message = mail("Short.")
    for _ in range(40):
        outer = mail("Short.")
        outer.add_attachment(message)
        message = outer
    assert read(message.as_bytes(), "a").title == "Port to reopen"
