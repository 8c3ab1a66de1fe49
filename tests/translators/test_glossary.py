"""A user's own words: found in texts of any script, and read from files that are checked first."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.directory import FolderStore
from claimwire.errors import BadSetting
from claimwire.settings import Settings
from claimwire.translators.glossary import Entry, Glossary
from claimwire.translators.glossary_file import load_glossary
from claimwire.wiring import folder_job
from tests.profiles import PROFILE


def said(text: str, *entries: Entry, source: str = "en", target: str = "pt") -> list[tuple[str, str]]:
    """What is found, and what has to come back for it."""
    return [(text[part.start : part.end], part.back) for part in Glossary(entries).terms(source, target).found(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The central bank and banks of the Bank.", [("central bank", "banco central"), ("Bank", "banco")]),
        ("CENTRAL BANK", [("CENTRAL BANK", "banco central")]),
        ("the bank's bankers, embankment, bank_1", [("bank", "banco"), ("bank", "banco")]),
        ("Apple and apple", [("Apple", "Apple")]),
        ("Riksbanken and Riksbank", [("Riksbanken", "Riksbanken"), ("Riksbank", "Riksbank")]),
        ("in C++, C", [("C++", "C++")]),
        ("e\u0301cole ecole\u0301", []),
        ("", []),
    ],
)
def test_terms_are_whole_words_the_longest_first(text: str, found: list[tuple[str, str]]) -> None:
    entries = [
        Entry("bank", {"pt": "banco"}),
        Entry("central bank", {"pt": "banco central"}),
        Entry("Apple", keep=True, exact=True),
        Entry("Riksbank*", keep=True),
        Entry("C++", keep=True),
        Entry("cole", {"pt": "x"}),
        Entry("ecole", {"pt": "x"}),
    ]
    assert said(text, *entries) == found


@pytest.mark.parametrize(
    ("text", "term", "source"),
    [
        ("部长说中央银行很快行动。", "中央银行", "zh-Hans"),
        ("日本銀行は利上げした。", "日本銀行", "ja"),
        ("ธนาคารกลางจะประชุม", "ธนาคารกลาง", "th"),
        ("한국은행은 금리를 올렸다.", "한국은행", "ko"),
        ("भारतीय रिज़र्व बैंक ने कहा", "रिज़र्व बैंक", "hi"),
        ("قال البنك المركزي إنه", "البنك المركزي", "ar"),
    ],
)
def test_terms_are_found_in_scripts_of_every_kind(text: str, term: str, source: str) -> None:
    assert said(text, Entry(term, keep=True), source=source) == [(term, term)]


def test_a_term_is_no_part_of_a_word_with_vowel_signs() -> None:
    assert said("बैंकों ने कहा", Entry("बैंक", keep=True), source="hi") == []


def test_languages_choose_the_entry() -> None:
    gift = Entry("gift", {"pt": "veneno", "es": "veneno", "pt-PT": "peçonha"}, language="de")
    assert said("gift", gift) == []
    assert said("Gift", gift, source="de-AT") == [("Gift", "veneno")]
    assert said("Gift", gift, source="de", target="pt-PT") == [("Gift", "peçonha")]
    assert said("Gift", gift, source="de", target="pt-BR") == [("Gift", "veneno")]
    assert said("Gift", gift, source="de", target="fr") == []


def test_a_glossary_s_identity_is_its_content() -> None:
    one = Glossary([Entry("a", {"pt": "b"})])
    assert one.identity == Glossary([Entry("a", {"pt": "b"})]).identity != Glossary([Entry("a", {"pt": "c"})]).identity
    assert Glossary().identity == ""


@PROFILE
@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=6), max_size=5), st.sampled_from(["en", "zh", "ko"]))
def test_parts_are_in_order_and_hold_a_term(text: str, terms: list[str], source: str) -> None:
    parts = Glossary([Entry(term, keep=True) for term in terms if term.strip("*")]).terms(source, "pt").found(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(parts))
    assert all(part.back == text[part.start : part.end] != "" for part in parts)


TBX = """<?xml version="1.0"?><tbx><text><body>
<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>central bank</term></termSec><termSec><term>bank of issue</term></termSec>
</langSec><langSec xml:lang="pt"><termSec><term>banco  central</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>alone</term></termSec></langSec></conceptEntry></body></text></tbx>"""
OLD_TBX = """<martif><text><body><termEntry id="7"><langSet xml:lang="en"><tig><term>tax</term></tig></langSet>
<langSet xml:lang="pt-br"><ntig><termGrp><term>imposto</term></termGrp></ntig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize(
    ("name", "content", "entries"),
    [
        ("a.csv", "term,pt,keep,exact\ntax,imposto,,\nBBC,,yes,x\n\n", 2),
        ("a.csv", '\ufeffterm;pt\r\n"tax; fee";taxa\r\n', 1),
        ("A.TSV", "source\tpt\tes\ntax\timposto\t\n", 1),
        ("a.csv", "en,pt\ntax,imposto\ntax,imposto\n", 1),
        ("a.tbx", TBX, 3),
        ("a.tbx", OLD_TBX, 2),
    ],
)
def test_files_are_read(tmp_path: Path, name: str, content: str, entries: int) -> None:
    (tmp_path / name).write_text(content, "utf-8", newline="")
    assert len(load_glossary(tmp_path / name).entries) == entries


def test_a_spreadsheet_s_utf_16_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes("term\tpt\ntax\tação\n".encode("utf-16"))
    assert load_glossary(tmp_path / "a.tsv").entries == (Entry("tax", {"pt": "ação"}),)


def test_tbx_speaks_of_every_direction(tmp_path: Path) -> None:
    (tmp_path / "a.tbx").write_text(TBX)
    glossary = load_glossary(tmp_path / "a.tbx")
    assert [part.back for part in glossary.terms("en", "pt").found("the bank of issue")] == ["banco central"]
    assert [part.back for part in glossary.terms("pt", "en").found("o Banco Central")] == ["central bank"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.csv", "term,pt\ntax,imposto\nTax,taxa\n", r"line 3: 'Tax' has another translation than in line 2"),
        ("a.csv", "term,pt,keep\nBBC,Bebeci,yes\n", r"line 2: 'BBC' has both keep and a translation"),
        ("a.csv", "term,pt,keep\nBBC,,\n", r"line 2: 'BBC' has neither keep nor a translation"),
        ("a.csv", "term,pt\ntax\n", r"line 2: 'tax' has neither"),
        ("a.csv", "term,pt\n,imposto\n", r"line 2: no term"),
        ("a.csv", "term,pt\ntax,a,b\n", r"line 2: 3 cells under 2 columns"),
        ("a.csv", "term,pt,keep\ntax,,perhaps\n", r"line 2: keep is yes or no, not 'perhaps'"),
        ("a.csv", 'term,pt\ntax,"imposto\n', r"line 2: unexpected end of data"),
        ("a.csv", "term,portugese\ntax,imposto\n", r"line 1: the column 'portugese' is none of .* unknown language"),
        ("a.csv", "term,pt,pt\ntax,a,b\n", r"line 1: two columns are named pt"),
        ("a.csv", "keep,pt\nyes,a\n", r"line 1: the head has no column named term"),
        ("a.csv", "term,pt,language\ntax,imposto,xx9\n", r"line 2: .*unknown language code 'xx9'"),
        ("a.csv", "term,pt\n...,a\n", r"line 2: the term '\.\.\.' has no letter"),
        ("a.csv", 'term,pt\n"ta\nx",a\n', r"line 3: 'ta\\nx' has control characters"),
        ("a.csv", f"term,pt\n{'x' * 201},a\n", r"line 2: a term of 201 characters"),
        ("a.csv", "", r"no term in it"),
        ("a.csv", "term,pt\n", r"no term in it"),
        ("a.tbx", "<tbx>", r"line 1: not well-formed XML"),
        ("a.tbx", "<html/>", r"line 1: no TBX"),
        ("a.tbx", '<!DOCTYPE a [<!ENTITY x "y">]><martif/>', r"declares XML entities"),
        ("a.tbx", TBX.replace('lang="pt"', 'lang="klingon"'), r"line 2, c1: unknown language code"),
        ("a.tbx", TBX.replace('xml:lang="pt"', ""), r"line 2, c1: unknown language code ''"),
        ("a.xls", "", r"a glossary is a \.csv, \.tsv or \.tbx file"),
    ],
)
def test_broken_rows_are_named(tmp_path: Path, name: str, content: str, complaint: str) -> None:
    (tmp_path / name).write_text(content, "utf-8", newline="")
    with pytest.raises(BadSetting, match=complaint):
        load_glossary(tmp_path / name)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"term,pt\na,b\nacao,a\xe7\xe3o\n", r"line 3: not utf-8 text"),
        (b"\xff\xfet", r"line 1: not utf-16 text"),
        (b"x" * 10_000_001, r"10,000,001 bytes"),
    ],
)
def test_broken_bytes_are_named(tmp_path: Path, data: bytes, complaint: str) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(BadSetting, match=complaint):
        load_glossary(tmp_path / "a.csv")


def test_no_file_is_a_bad_setting(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="cannot be read: No such file"):
        load_glossary(tmp_path / "a.csv")


def test_a_job_takes_the_user_s_file_and_its_results_are_others(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("term,pt\ntax,imposto\n")
    jobs = [
        folder_job(FolderStore(tmp_path), tmp_path / "out", Settings(targets=("pt",)), glossary=path)
        for path in (None, tmp_path / "a.csv")
    ]
    assert jobs[0].chain.identity() != jobs[1].chain.identity()
    assert jobs[1].chain.glossary.entries == (Entry("tax", {"pt": "imposto"}),)
