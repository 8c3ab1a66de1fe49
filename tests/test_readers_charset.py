from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from claimwire.errors import Refused
from claimwire.readers import read
from claimwire.readers.charset import decode

EXAMPLES = Path(__file__).parent.parent / "examples"
RUSSIAN = (EXAMPLES / "railway-strike.ru.txt").read_text("utf-8").replace("ё", "е")
SPANISH = (EXAMPLES / "dam-closure.es.txt").read_text("utf-8")
CHINESE = (EXAMPLES / "battery-plant.zh.txt").read_text("utf-8")
ARABIC = (EXAMPLES / "water-plant.ar.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (SPANISH, "cp1252"), (CHINESE, "gb18030"), (ARABIC, "cp1256")],
)
def test_undeclared_charsets_are_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding, errors="ignore")) == text.encode(encoding, errors="ignore").decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_believed_and_dropped(encoding: str) -> None:
    assert decode(SPANISH.encode(encoding)) == SPANISH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_seen(encoding: str) -> None:
    assert decode(b"The port is open.\nIt was closed.".decode().encode(encoding)).startswith("The port is open.")


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("windows-1251", "cp1251"), ("KOI8-R", "koi8-r"), ("iso-8859-5", "iso8859-5"), ("utf-8", "cp1251")],
)
def test_a_declared_charset_is_used_where_it_fits(label: str, encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding, "ignore"), f'text/plain; charset="{label}"').startswith("Железнодорожники")


def test_a_seven_bit_charset_needs_its_label() -> None:
    assert decode("港は開いた。".encode("iso2022_jp"), "text/plain; charset=iso-2022-jp") == "港は開いた。"


def test_a_page_declares_its_charset_in_a_meta_element() -> None:
    body = "".join(f"<p>{part}</p>" for part in RUSSIAN.split("\n\n"))
    page = f'<html><head><meta charset="windows-1251"></head><body><article>{body}</article></body></html>'
    assert "Мы возвращаемся к работе" in read(page.encode("cp1251", "ignore"), "a.html").text


def test_utf8_beats_a_wrong_label() -> None:
    assert decode(SPANISH.encode(), "text/plain; charset=iso-8859-1") == SPANISH


@pytest.mark.parametrize("label", ["unicode_escape", "rot13", "idna", "no-such", "utf-7", "\x00"])
def test_labels_that_are_no_charset_of_texts_are_passed_over(label: str) -> None:
    assert decode(SPANISH.encode(), f"text/plain; charset={label}") == SPANISH


def test_damaged_utf8_keeps_its_sound_part() -> None:
    data = RUSSIAN.encode()
    text = decode(data[:101] + data[102:])
    assert text.count("\ufffd") <= 2
    assert text.endswith(RUSSIAN[-300:])


def test_damaged_utf8_is_not_taken_for_another_charset() -> None:
    data = SPANISH.encode()
    assert "compuertas.\n\n«No hay peligro inmediato para la población»" in decode(data + b"\xc3 fin.")


def test_random_high_bytes_are_refused_or_readable() -> None:
    with pytest.raises(Refused, match="binary data"):
        read(bytes(range(256)) * 40, "a.txt")


def test_marks_do_not_hide_broken_utf16() -> None:
    with pytest.raises(Refused):
        read(codecs.BOM_UTF16_LE + b"\x00\xd8" * 500, "a.txt")
