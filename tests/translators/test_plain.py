from __future__ import annotations

import pytest

from claimwire.translators.plain import plain, same_everywhere, weight
from claimwire.translators.variants import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  one\r\n\ttwo\u00a0three\u2028four ", "one two three four"),
        ("a\x00b\x07c", "abc"),
        ("half \ud83d of one", "half \ufffd of one"),
        ("👩‍👩‍👧 stays", "👩‍👩‍👧 stays"),
        ("\u200fשלום", "\u200fשלום"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "12:30",
        "...",
        "🎉 100 %",
        "https://example.org/a-b?c=d",
        "a.b@example.org",
        "@reuters #news",
        "x" * 250,
    ],
)
def test_nothing_to_translate(text: str) -> None:
    assert same_everywhere(text, "en")


@pytest.mark.parametrize(
    ("text", "source"),
    [("Yes", "en"), ("是", "zh-Hans"), ("see https://a.b", "en"), ("这" * 250, "zh-Hans"), ("Tel.: 12", "de")],
)
def test_something_to_translate(text: str, source: str) -> None:
    assert not same_everywhere(text, source)


def test_weight() -> None:
    assert [weight(text) for text in ("", "abc", "ção", "部长说", "🎉")] == [0, 3, 3, 9, 3]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("pt", ("pt",)),
        ("pt-BR", ("pt-BR", "pt")),
        ("es-419", ("es-419", "es")),
        ("zh-Hans", ("zh-Hans", "zh")),
        ("zh-Hant", ("zh-Hant",)),
        ("sr-Latn-RS", ("sr-Latn-RS", "sr-Latn")),
    ],
)
def test_names_of_a_code(code: str, expected: tuple[str, ...]) -> None:
    assert names(code) == expected
