"""For every format: nothing lost, nothing invented, and damage in any place ends in an article or a refusal."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from claimwire.readers.characters import tidy
from tests.office import docx, odt, pdf, word_paragraph
from tests.profiles import PROFILE
from tests.test_readers_properties import check, outcome

PROSE = st.sampled_from(
    [
        "The port of Halden will reopen on Monday, the ministry said in a statement to the press.",
        "Prices fell by 3.5% in a week, and traders expect them to fall further, they told us.",
        "«No habrá peligro para la población», aseguró el alcalde a los periodistas este lunes.",
        "Мы возвращаемся к работе, сообщил профсоюз железнодорожников в понедельник утром.",
        "港口将于星期一重新开放，交通部发言人在新闻发布会上对记者说，船只可以再次出海。",
        "Who is going to pay?",
    ]
)
WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=80)
PARAGRAPHS = st.lists(st.one_of(PROSE, WORDS), min_size=1, max_size=12)


def as_mail(paragraphs: Sequence[str]) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@b.example", "Port to reopen", "<1@b.example>"
    message.set_content("\n\n".join(paragraphs))
    return message.as_bytes()


def as_page(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>Port</title></head><body><article>{body}</article></body></html>".encode()
    )


def as_newsml(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<nitf><body><body.content>{body}</body.content></body></nitf>".encode()


def as_rtf(paragraphs: Sequence[str]) -> bytes:
    units = [part.encode("utf-16-le") for part in paragraphs]
    codes = ([int.from_bytes(unit[at : at + 2], "little") for at in range(0, len(unit), 2)] for unit in units)
    signed = ("".join(rf"\u{code - 65536 if code > 32767 else code}?" for code in part) for part in codes)
    return (r"{\rtf1\ansi " + r"\par ".join(signed) + "}").encode()


def as_docx(paragraphs: Sequence[str]) -> bytes:
    return docx("".join(map(word_paragraph, paragraphs)))


def as_odt(paragraphs: Sequence[str]) -> bytes:
    return odt("".join(f"<text:p>{escape(paragraph)}</text:p>" for paragraph in paragraphs))


def as_pdf(paragraphs: Sequence[str]) -> bytes:
    return pdf([[paragraph.encode("cp1252", "ignore").decode("cp1252") for paragraph in paragraphs]])


def as_json(paragraphs: Sequence[str]) -> bytes:
    return json.dumps({"body": "\n\n".join(paragraphs)}).encode()


def zipped_text(paragraphs: Sequence[str]) -> bytes:
    return gzip.compress("\n\n".join(paragraphs).encode())


WHOLE: list[Callable[[Sequence[str]], bytes]] = [as_docx, as_odt, as_newsml, as_json]  # what is written is what is read
ALL = [*WHOLE, as_mail, as_page, as_rtf, as_pdf, zipped_text]


def bare(text: str) -> str:
    """As texts are compared: formats differ in the white space they keep."""
    return "".join(tidy(text).split())


@PROFILE
@given(st.sampled_from(WHOLE), PARAGRAPHS)
def test_every_paragraph_is_kept_or_removed_with_a_reason(
    write: Callable[[Sequence[str]], bytes], source: list[str]
) -> None:
    article = outcome(write(source), "a")
    if article:
        check(article)
        found = bare(article.text) + "".join(bare(line.text) for line in article.removed)
        assert all(bare(paragraph) in found for paragraph in source)


@PROFILE
@given(st.sampled_from([*WHOLE, as_page, as_mail, zipped_text]), PARAGRAPHS)
def test_every_kept_paragraph_is_in_the_source(write: Callable[[Sequence[str]], bytes], source: list[str]) -> None:
    article = outcome(write(source), "a")
    if article:
        check(article)
        body = article.text.removeprefix(article.title or "")
        assert all(bare(part) in bare("".join(source)) or part == article.title for part in body.split("\n\n"))


@PROFILE
@given(
    st.sampled_from(ALL),
    PARAGRAPHS,
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=9)), max_size=6),
    st.floats(0.2, 1),
)
def test_damage_anywhere_ends_in_an_article_or_a_refusal(
    write: Callable[[Sequence[str]], bytes], source: list[str], edits: list[tuple[float, int, bytes]], kept: float
) -> None:
    data = write(source)
    for place, length, other in edits:
        at = int(place * len(data))
        data = data[:at] + other + data[at + length :]
    article = outcome(data[: int(kept * len(data))], "a")
    if article:
        check(article)


@PROFILE
@given(st.sampled_from(ALL), PARAGRAPHS)
def test_the_same_bytes_are_the_same_article(write: Callable[[Sequence[str]], bytes], source: list[str]) -> None:
    data = write(source)
    assert outcome(data, "a") == outcome(data, "a")
