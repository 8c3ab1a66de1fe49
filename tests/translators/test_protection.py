"""What is hidden from an engine, how it comes back, and what is said where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.translators.glossary import Entry, Glossary
from claimwire.translators.plain import plain
from claimwire.translators.protection.addresses import addresses
from claimwire.translators.protection.figures import figures
from claimwire.translators.protection.names import names
from claimwire.translators.protection.parts import Part, apart
from claimwire.translators.protection.placeholders import masked
from claimwire.translators.protection.protecting import Protection
from tests.profiles import PROFILE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a?b=c&d=%20e.", ["https://example.org/a?b=c&d=%20e"]),
        ("(see https://example.org/wiki/Mercury_(planet)), they", ["https://example.org/wiki/Mercury_(planet)"]),
        ("“www.example.org”", ["www.example.org"]),
        ("example.org/news, example.org", ["example.org/news"]),
        ("Mail press+a@mail.example.org, please.", ["press+a@mail.example.org"]),
        ("@someone and @someone@social.example said #MeToo.", ["@someone", "@someone@social.example", "#MeToo"]),
        ("at 5 pm @ the gate, no. #1, a@b", []),
        ("https://пример.рф/путь и", ["https://пример.рф/путь"]),
        ("", []),
    ],
)
def test_addresses(text: str, found: list[str]) -> None:
    assert [part.back for part in addresses(text)] == found


@pytest.mark.parametrize(
    ("text", "source", "target", "back"),
    [
        ("£4.3bn for 1,600 towns", "en", "pt", ["£4,3", "1.600"]),
        ("US$ 5 and $1,234,567.89", "en", "de", ["US$ 5", "$1.234.567,89"]),
        ("1.600,5 €", "de", "en", ["1,600.5 €"]),
        ("12 500 km", "fr", "en", ["12,500"]),
        ("12,500", "en", "fr", ["12\u00a0500"]),
        ("1,600", "en", "ja", ["1,600"]),
        ("the 18th, 2020-21, 3:2, 14h30, 11:20", "en", "pt", ["18", "2020-21", "3:2", "14h30", "11:20"]),
        ("COVID-19, KV62 and A380", "en", "pt", ["COVID-19", "KV62", "A380"]),
        ("version 1.2.3 of 2.11.2024", "en", "pt", ["1.2.3", "2.11.2024"]),
        ("1,23,456", "en", "pt", ["1,23,456"]),
        ("14½-13½", "en", "pt", ["14½", "13½"]),
        ("٤٫٣ و ١٢", "ar", "en", ["٤٫٣", "١٢"]),
        ("no figure at all", "en", "pt", []),
    ],
)
def test_figures_come_back_as_the_target_writes_them(text: str, source: str, target: str, back: list[str]) -> None:
    assert [part.back for part in figures(text, source, target)] == back


def test_names_are_kept_between_languages_of_latin_letters_alone() -> None:
    text = "He met Maria Oliveira at “The Lord of the Rings” in Rio de Janeiro."
    assert [part.back for part in names(text, "en", "pt")] == [
        "The Lord of the Rings",
        "Maria Oliveira",
        "Rio de Janeiro",
    ]
    assert list(names(text, "en", "ru")) == []
    assert list(names('It said: "THANK YOU ALL" and WE ARE HERE.', "en", "pt")) == []


def test_parts_do_not_overlap_and_the_first_group_wins() -> None:
    whole, inside, after = Part(0, 9, "term", "a"), Part(3, 5, "figure", "b"), Part(9, 12, "figure", "c")
    assert apart([whole], [after, inside]) == (whole, after)


WRITTEN = "The 18th of 1,600 in £4.3bn"


@pytest.mark.parametrize(
    ("answer", "restored"),
    [
        ("O DNT1 de DNT2 em DNT3bn", "O 18 de 1.600 em £4,3bn"),
        ("DNT3 DNT2 DNT1th", "£4,3 1.600 18th"),
        ("dnt1 de Dnt2 em DNT3.", "18 de 1.600 em £4,3."),
        ("在DNT1和DNT2的DNT3。", "在18和1.600的£4,3。"),
        ("O DNT1 de DNT2", None),
        ("O DNT1 de DNT2 em DNT3 e DNT3", None),
        ("O DNT1 de DNT2 em DNT3 e DNT4", None),
        ("O DNT1 de DNT2s em DNT3", None),
        ("O DNT1 de XDNT2 em DNT3", None),
        ("O DNT 1 de DNT2 em DNT3", None),
        ("O DNT1 de DNT20 em DNT3", None),
        (f"O DNT1 de DNT{'9' * 5000} em DNT3", None),
        ("", None),
        (None, None),
    ],
)
def test_placeholders_return_once_each_or_the_answer_is_not_read(answer: str | None, restored: str | None) -> None:
    hidden = Protection(Glossary(), "en", "pt").full(WRITTEN, also_names=False)
    assert hidden.text == "The DNT1th of DNT2 in DNT3bn"
    assert hidden.restored(answer) == restored


def test_a_term_s_capital_follows_the_sentence() -> None:
    hidden = Protection(Glossary([Entry("tax", {"pt": "imposto"})]), "en", "pt").light("Tax is due.")
    assert hidden.restored("DNT1 é devido.") == "Imposto é devido."
    assert hidden.restored("É devido o DNT1.") == "É devido o imposto."


def test_what_is_lost_is_named_once() -> None:
    protection = Protection(Glossary([Entry("tax", {"pt": "imposto"}), Entry("BBC", keep=True)]), "en", "pt")
    text = "The tax, the BBC said at https://example.org, is a tax."
    assert protection.lost(text, "O Imposto, disse a BBC em https://example.org.") == ()
    assert protection.lost(text, "A taxa, disseram.") == (
        "glossary: no imposto in the translation for tax",
        "glossary: no BBC in the translation for BBC",
        "address differs: no https://example.org in the translation",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "12",
        "🎉",
        "\u202eabc שלום 12",
        "a" * 200_000,
        "1" * 200_000,
        "@" * 200_000,
        "1," * 100_000,
        "a.b/" * 50_000,
    ],
)
def test_hostile_segments_take_no_time_and_come_back(text: str) -> None:
    protection = Protection(Glossary([Entry("tax", {"pt": "imposto"})]), "en", "pt")
    for hidden in (protection.light(text), protection.full(text, also_names=True)):
        back = hidden.restored(hidden.text)
        assert back is not None
        assert len(back) == len(text)


@PROFILE
@given(st.text("aA1.,£ -@#/:DNTQZKX\u05d0漢\ud800\x00\n", max_size=80))
def test_what_is_hidden_comes_back_where_nothing_changes(text: str) -> None:
    text = plain(text)
    protection = Protection(Glossary([Entry("aa", keep=True)]), "fr", "fr")
    for hidden in (protection.light(text), protection.full(text, also_names=True)):
        assert hidden.restored(hidden.text) == text


@PROFILE
@given(st.text("a1 DNTdntQZ", max_size=40))
def test_no_answer_breaks_the_putting_back(answer: str) -> None:
    hidden = masked("in 5 of 6", [Part(3, 4, "figure", "5"), Part(8, 9, "figure", "6")])
    assert hidden.restored(answer) is None or {"5", "6"} <= set(hidden.restored(answer) or "")
