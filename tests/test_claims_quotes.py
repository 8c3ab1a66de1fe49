"""Quotations: found in the marks of many languages, and never beyond their paragraph."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims.quotations.quotes import quotations

MARKED = st.lists(
    st.sampled_from([*"“”„«»\"'‘’「」『』‹› .,:\n", "\n\n", "it", "Ana", "我", "\ud800"]), max_size=60
).map("".join)


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“A.” b “C.”", ["“A.”", "“C.”"]),
        ('"A," he said, "b."', ['"A,"', '"b."']),
        ("„A“, sagte er.", ["„A“"]),
        ("„A”, mówi.", ["„A”"]),
        ("”A”, sade han.", ["”A”"]),
        ("«A», dit-il.", ["«A»"]),
        ("« A », dit-il.", ["« A »"]),
        ("»A«, sagde han.", ["»A«"]),
        ("「甲」と『乙』", ["「甲」", "『乙』"]),
        ("王伟说：“甲乙。”", ["“甲乙。”"]),
        ("ویر نے کہا، “الف ب”", ["“الف ب”"]),
        ("“A ‘b’ c,” he said.", ["“A ‘b’ c,”"]),
        ('"He said, "Go,"" she told me.', ['"He said, "Go,""']),
        ('"The "new" bridge," he said. "It is."', ['"The "new" bridge,"', '"It is."']),
        ("«A “b” c»", ["«A “b” c»"]),
        ("‘Don’t go,’ he said.", ["‘Don’t go,’"]),
        ("‘The workers’ hall,’ he said.", ["‘The workers’ hall,’"]),
        ("He wrote 'yes' twice.", ["'yes'"]),
        ('He said ("no") twice.', ['("no")'[1:-1]]),
    ],
)
def test_marks_in_pairs(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ’90s were the workers’ years, rock ’n’ roll's too.",
        "It's Ana's and the others' house.",
        "A board of 5'10\" by 6 feet.",
        'The pipe is 4" wide.',
        "He said that” and left.",
        "",
        "\n\n\n\n",
    ],
)
def test_an_apostrophe_an_inch_or_a_stray_closer_opens_nothing(text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is open, said Ana Lima on Monday. Rain fell in June.",
        'Ana Lima said: "The bridge is open. Rain fell in June.\n\nNobody came.',
        'He said "we go. Then she said "we stay" and left.',
        "Ana Lima said the “bridge is open.\n\nRain fell. “Nobody came,” she said.",
        "“ “ “ “ a",
    ],
)
def test_a_mark_that_nothing_closes_swallows_nothing(text: str) -> None:
    assert all(len(each) < 20 for each in quoted(text))


def test_a_speech_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "Ana said. “We go.\n\n“We stay.”"
    assert [(each.start, each.closed) for each in quotations(text)] == [(10, False), (19, True)]


@pytest.mark.parametrize("piece", ["“a ", '"a ', "'a ", "‘a ", "“a” ", "'a' ", "«a»", "「", "a'b ", "“a\n\n"])
def test_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        quotations(piece * times)
        return time.process_time() - began

    seconds(1000)
    assert seconds(40_000) < 40 * max(seconds(4000), 0.01)


@given(text=MARKED | st.text(max_size=200))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_quotations_are_in_order_apart_and_inside_a_paragraph(text: str) -> None:
    end = 0
    for each in quotations(text):
        assert end <= each.start < each.end <= len(text)
        assert "\n\n" not in text[each.start : each.end]
        end = each.end
