"""What is unseen in a file is made harmless, and said."""

from __future__ import annotations

import json

import pytest

from claimwire.readers import read
from tests.office import docx, word_paragraph

PROSE = "The port of Halden will reopen on Monday, the ministry said."


@pytest.mark.parametrize(
    ("hidden", "shown", "note"),
    [
        ("po\u200brt", "port", "1 invisible character was removed"),
        ("p\u200do\u200br\ufefft", "port", "3 invisible characters were removed"),
        ("po\xadrt", "port", "1 soft hyphen was removed"),
        ("\u202etrop\u202c", "trop", "2 text-direction controls were removed"),
        ("port" + "".join(chr(0xE0000 + ord(char)) for char in "pay"), "port", "3 tag characters were removed"),
        ("port\ufe0f\ufe01\ufe02\ufe03", "port\ufe0f", "3 invisible characters were removed"),
        ("port\U000e0101", "port", "1 invisible character was removed"),
        ("po\u3164rt", "po rt", "1 look-alike space was made plain"),
        ("po\u2800\u2800rt", "po rt", "2 look-alike spaces were made plain"),
        ("po\ufffdrt", "po\ufffdrt", "1 character was broken in the file and could not be read"),
    ],
)
@pytest.mark.parametrize("kind", ["txt", "html", "json", "docx"])
def test_tricks_are_made_harmless_and_said(hidden: str, shown: str, note: str, kind: str) -> None:
    text = PROSE.replace("port", hidden)
    source = {
        "txt": text.encode(),
        "html": f"<html><body><article><p>{text}</p></article></body></html>".encode(),
        "json": json.dumps({"body": text}).encode(),
        "docx": docx(word_paragraph(text)),
    }[kind]
    article = read(source, f"a.{kind}")
    assert (article.text, article.notes) == (PROSE.replace("port", shown), (note,))


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم بروم، وزیر گفت.",
        "👩‍🚀 left, he said.",
        "क्‍ष है, मंत्री ने कहा।",
        "葛\U000e0101城市の港は開いた、と彼は言った。",
        "Le prix a baissé de 5\u202f% : « bon »",
        "❤️ is a heart, he said.",
    ],
)
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_what_scripts_need_stays_unsaid(text: str, kind: str) -> None:
    source = text if kind == "txt" else f"<html><body><article><p>{text}</p></article></body></html>"
    article = read(source.encode(), f"a.{kind}")
    assert (article.text, article.notes) == (" ".join(text.split()), ())
