from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.errors import BadSetting
from claimwire.models import Remembered, Translated
from claimwire.translators.tmx import Unit, units, written
from tests.profiles import PROFILE

PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40).filter(str.strip)


def row(text: str, said: str, engine: str = "human") -> Remembered:
    return Remembered(text=text, source="en", target="pt", row=Translated(text=said, engine=engine))


def file(body: str, header: str = '<header srclang="en"/>') -> bytes:
    return f'<?xml version="1.0"?>\n<tmx version="1.4">{header}<body>\n{body}</body></tmx>'.encode()


def tu(*sides: tuple[str, str], more: str = "") -> str:
    return (
        "<tu"
        + more
        + ">"
        + "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in sides)
        + "</tu>\n"
    )


ENTITY = (
    b'<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<tmx><body><tu><tuv xml:lang="en"><seg>&a;</seg></tuv></tu></body></tmx>'
)


@settings(PROFILE)
@given(st.lists(st.tuples(PLAIN, PLAIN), max_size=5))
def test_what_is_written_reads_back(pairs: list[tuple[str, str]]) -> None:
    data = "".join(written(row(*pair) for pair in pairs)).encode()
    assert units(data) == [Unit("en", "pt", *pair) for pair in pairs]


def test_what_engines_said_is_no_correction() -> None:
    data = "".join(written([row("One", "Um"), row("Two", "Dois", "firefox")])).encode()
    assert units(data) == [Unit("en", "pt", "One", "Um")]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert units("".join(written([row("a\x00b\ud800", "c<&>\"'")])).encode()) == [Unit("en", "pt", "ab", "c<&>\"'")]


def test_units_of_other_tools() -> None:
    many = tu(("PT_br", "Olá"), ("EN-US", "Hello"), ("de", "Hallo"))
    assert units(file(many)) == [Unit("en-US", "pt-BR", "Hello", "Olá"), Unit("en-US", "de", "Hello", "Hallo")]
    assert units(file(many, "")) == [Unit("pt-BR", "en-US", "Olá", "Hello"), Unit("pt-BR", "de", "Olá", "Hallo")]
    assert units(file(tu(("en", "a"), ("pt", "b"), more=' srclang="pt"'))) == [Unit("pt", "en", "b", "a")]
    coded = tu(
        ("en", 'See <bpt i="1">&lt;b&gt;</bpt>this <hi>now</hi><ept i="1">&lt;/b&gt;</ept>.'), ("pt", "Veja isto.")
    )
    assert units(file(coded))[0].text == "See this now."
    assert units(file(tu(("en", "a"), ("pt", "")) + tu(("en", "a")) + tu() + tu(("en", "a"), ("en-GB", "b")))) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no TMX file"),
        (b"<html/>", "begins with html"),
        (b"<tmx><body>", "no TMX file.*line 1"),
        (b"\xff\xfe\x00", "no TMX file"),
        (file(tu(("en", "a"), ("qx", "b"))), "line 3: unknown language code 'qx'"),
        (file("<tu><tuv><seg>a</seg></tuv></tu>"), "line 3: unknown language code ''"),
        (ENTITY, ""),
    ],
)  # fmt: skip
def test_what_is_no_tmx_says_so(data: bytes, said: str) -> None:
    if not said:
        assert units(data) == []
        return
    with pytest.raises(BadSetting, match=said):
        units(data)
