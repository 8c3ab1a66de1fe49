"""Language codes: BCP-47 inside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire import codes, layout
from claimwire.errors import BadSetting

TAGS = st.lists(st.sampled_from(["en", "PT", "zh", "iw", "no", "Hant", "latn", "BR", "419", "٤١٩", "-", "_", "x", " "]))


@pytest.mark.parametrize(
    ("code", "canonical"),
    [
        ("PT_br", "pt-BR"),
        ("pt", "pt"),
        (" es\n", "es"),
        ("es-419", "es-419"),
        ("zh-cn", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh-hk", "zh-Hant"),
        ("zh-hant-cn", "zh-Hant"),
        ("iw", "he"),
        ("no", "nb"),
        ("tl", "fil"),
        ("cmn-Hant", "zh-Hant"),
        ("prs-AF", "fa-AF"),
        ("yue-HK", "yue-HK"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("en-GB-oxendict", "en-GB"),
    ],
)
def test_canonical(code: str, canonical: str) -> None:
    assert codes.canonical(code) == canonical


@pytest.mark.parametrize(
    ("code", "near"),
    [("portugese", "pt"), ("Spanish", "es"), ("enn", "en"), ("chinese", "zh"), ("ruu", "ru")],
)
def test_an_unknown_code_is_named_with_what_is_near(code: str, near: str) -> None:
    with pytest.raises(
        BadSetting, match=rf"unknown language code '{code}': use a BCP-47 code .*\(near it: .*\b{near}\b"
    ):
        codes.canonical(code)


@pytest.mark.parametrize("code", ["", "-", "e", "en--", "../en", "en/..", "q1", "日本語", "en-٤١٩", "xx"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(BadSetting, match="unknown language code"):
        codes.canonical(code)


@given(text=TAGS.map("".join) | st.text(max_size=12))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_a_canonical_code_stays_and_fits_into_file_names(text: str) -> None:
    try:
        code = codes.canonical(text)
    except BadSetting:
        return
    assert codes.canonical(code) == code
    assert layout.FILE.fullmatch(f"digest.{code}.html")


@pytest.mark.parametrize("code", codes.NAMES)
def test_every_known_language_is_canonical_has_a_name_in_ascii_and_a_file_name(code: str) -> None:
    assert codes.base(codes.canonical(code)) == code
    assert codes.name(code).isascii()
    assert layout.FILE.fullmatch(f"article.{code}.txt")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("pt", "pt-BR", True),
        ("pt-PT", "pt-BR", True),
        ("zh-Hans", "zh-Hant", False),
        ("zh-Hans", "zh", True),
        ("sr-Latn", "sr-Cyrl", False),
        ("en", "es", False),
        ("und", "und", False),
    ],
)
def test_same(one: str, other: str, same: bool) -> None:
    assert codes.same(one, other) is same
    assert codes.same(other, one) is same


@pytest.mark.parametrize(
    ("code", "name"), [("pt", "Portuguese"), ("pt-BR", "Portuguese (BR)"), ("zh-Hans", "Chinese (Hans)"), ("qq", "qq")]
)
def test_names(code: str, name: str) -> None:
    assert codes.name(code) == name


@pytest.mark.parametrize(
    ("code", "rtl"),
    [
        ("ar", True),
        ("he-IL", True),
        ("ur", True),
        ("az-Arab", True),
        ("ar-Latn", False),
        ("ckb", True),
        ("dv", True),
        ("yi", True),
        ("en", False),
        ("", False),
    ],
)
def test_direction(code: str, rtl: bool) -> None:
    assert codes.right_to_left(code) is rtl


@pytest.mark.parametrize(
    ("code", "unspaced"),
    [("zh-Hant", True), ("ja", True), ("yue", True), ("bo", True), ("th", True), ("ko", False), ("en", False)],
)
def test_spacing(code: str, unspaced: bool) -> None:
    assert codes.unspaced(code) is unspaced
