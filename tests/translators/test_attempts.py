"""When an engine is asked again, how, and which of its answers is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from claimwire.errors import Passing, TryLater
from claimwire.ports import Limits
from claimwire.translators.chain import Chain
from claimwire.translators.glossary import Entry, Glossary
from tests.translators.asking import Time
from tests.translators.spoken import spoken
from tests.translators.test_chain import ONE, TWO, Scripted

BOTH = "The fund has £4.3bn for 1,600 towns, the ministry said on Monday."


def without(lost: str, answer: Callable[[str], str] = spoken) -> Callable[[str], str | None]:
    return lambda text: answer(text.replace(lost, ""))


def test_a_segment_that_lost_a_figure_is_asked_again_with_figures_hidden() -> None:
    engine = Scripted("a", without("£4.3bn"))
    (found,) = Chain([engine]).translate([BOTH], "en", "pt")
    assert engine.asked == [BOTH, BOTH.replace("£4.3", "DNT1").replace("1,600", "DNT2")]
    assert "£4,3bn" in found.text
    assert "1.600" in found.text
    assert found.warnings == ()


def test_the_first_answer_stays_where_the_second_is_no_better() -> None:
    engine = Scripted(
        "a", lambda text: spoken(text.replace("£4.3bn", "")) if "£" in text else spoken(text).replace("DNT1", "DNT2")
    )
    (found,) = Chain([engine]).translate([BOTH], "en", "pt")
    assert found.text == spoken(BOTH.replace("£4.3bn", ""))
    assert any("number differs" in warning for warning in found.warnings)


def test_what_no_mask_would_help_is_not_asked_again() -> None:
    engine = Scripted("a", lambda text: text)
    assert Chain([engine]).translate([ONE], "en", "pt")[0].warnings == ("the answer is the source text",)
    assert engine.asked == [ONE]


def test_an_engine_that_may_answer_otherwise_is_asked_the_same_again() -> None:
    answers = iter(["", spoken(ONE)])
    engine = Scripted("a", lambda _: next(answers))
    engine.limits = Limits()
    (found,) = Chain([engine]).translate([ONE], "en", "pt")
    assert (found.text, found.warnings, engine.asked) == (spoken(ONE), (), [ONE, ONE])


def test_a_segment_in_doubt_is_shown_to_the_next_engine_too_and_the_better_answer_wins() -> None:
    engines = [Scripted("a", without("£4.3bn", lambda text: spoken(text.replace("DNT1", "")))), Scripted("b", spoken)]
    (found,) = Chain(engines).translate([BOTH], "en", "pt")
    assert (found.engine, found.warnings) == ("b", ())
    engines = [Scripted("a", without("4.3", lambda text: spoken(text.replace("DNT1", "")))), Scripted("b", str)]
    (found,) = Chain(engines).translate([BOTH], "en", "pt")
    assert found.engine == "a"
    assert found.warnings


def test_a_doubt_is_no_reason_to_fail_where_the_next_engine_is_out_of_order() -> None:
    def late(_: str) -> str | None:
        raise TryLater("HTTP 429")

    engines = [Scripted("a", lambda text: spoken(text.replace("£4.3", "").replace("DNT1", ""))), Scripted("b", late)]
    (found,) = Chain(engines).translate([BOTH], "en", "pt")
    assert found.engine == "a"


def test_a_second_request_that_fails_leaves_the_first_answer() -> None:
    def once(text: str) -> str | None:
        if "DNT" in text:
            raise Passing("HTTP 500")
        return spoken(text.replace("£4.3bn", ""))

    (found,) = Chain([Scripted("a", once)], clock=Time().clock).translate([BOTH], "en", "pt")
    assert found.text == spoken(BOTH.replace("£4.3bn", ""))
    assert found.warnings


def test_addresses_are_hidden_from_the_first() -> None:
    text = "Write to press@example.org or see https://example.org/a_b?c=d, the office of @someone said."
    engine = Scripted("a", spoken)
    (found,) = Chain([engine]).translate([text], "en", "pt")
    assert engine.asked == ["Write to DNT1 or see DNT2, the office of DNT3 said."]
    assert (found.text, found.warnings) == (spoken(text), ())


def test_where_a_placeholder_is_lost_the_segment_is_asked_bare_and_what_is_missing_is_named() -> None:
    text = "The paper is at https://example.org/a for everyone, the office said."
    engine = Scripted("a", lambda asked: spoken(asked.replace("DNT1", "").replace("https://example.org/a", "")))
    (found,) = Chain([engine]).translate([text], "en", "pt")
    assert engine.asked == [text.replace("https://example.org/a", "DNT1"), text]
    assert found.warnings == ("address differs: no https://example.org/a in the translation",)


def test_two_segments_that_differ_in_what_is_hidden_alone_are_one_question() -> None:
    texts = [f"The whole report is at https://example.org/{n} since Monday." for n in (1, 2)]
    engine = Scripted("a", spoken)
    assert [each.text for each in Chain([engine]).translate(texts, "en", "pt")] == [spoken(text) for text in texts]
    assert engine.asked == ["The whole report is at DNT1 since Monday."]


@pytest.mark.parametrize(
    "text",
    [
        "The code DNT1 stands for itself, and DNT2 at https://example.org/a does too.",
        "The code DNT1QZ1KX1 stands for itself, and https://example.org/a does too.",
        "The code \u27e61\u27e7 stands for itself, and __PH1__ does too.",
    ],
)
def test_our_own_placeholders_in_a_text_are_words_like_others(text: str) -> None:
    (found,) = Chain([Scripted("a", spoken)]).translate([text], "en", "pt")
    assert (found.text, found.warnings) == (spoken(text), ())


def test_glossary_terms_come_back_as_they_must() -> None:
    glossary = Glossary([Entry("central bank", {"pt": "banco central"}), Entry("Claimwire", keep=True)])
    engine = Scripted("a", spoken)
    chain = Chain([engine], glossary=glossary)
    found = chain.translate(["Claimwire wrote that the central bank will act soon.", "CLAIMWIRE!", ONE], "en", "pt")
    assert engine.asked == ["DNT1 wrote that the DNT2 will act soon.", ONE]
    assert found[0].text == "Claimwire escreveu que o banco central vai agir em breve."
    assert (found[1].text, found[1].engine) == ("CLAIMWIRE!", "")
    assert chain.identity() == f"a 1; protection=1; glossary={glossary.identity}"


def test_another_glossary_asks_again_only_for_the_segments_that_it_touches() -> None:
    one, other = (Glossary([Entry("minister", {"pt": word})]) for word in ("ministro", "ministra"))
    engine = Scripted("a", spoken)
    keys = [Chain([engine], glossary=glossary).keys(engine, [ONE, TWO], ("en", "pt")) for glossary in (one, other)]
    assert keys[0][ONE] != keys[1][ONE]
    assert keys[0][TWO] == keys[1][TWO] == Chain([engine]).keys(engine, [TWO], ("en", "pt"))[TWO]


class Mixing(Scripted):
    """Gives the answers to a list of texts in another order."""

    limits = Limits(texts=10)

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        found = super().translate(segments, source, target)
        return [found[1], found[0], *found[2:]] if len(found) > 2 else found


def test_answers_in_each_other_s_places_are_asked_for_again_alone() -> None:
    texts = [
        "In 1987 Maria Oliveira won 42 races for Braganza, the club said.",
        "Of 9,310 ships that left Rotterdam in 2011, Kofi Mensah saw 77 sink.",
        ONE,
        TWO,
    ]
    engine = Mixing("a", spoken)
    found = Chain([engine]).translate(texts, "en", "pt")
    assert [each.text for each in found] == [spoken(text) for text in texts]
    assert [each.warnings for each in found] == [()] * 4
    assert engine.asked == [*texts, *texts[:2]]


def test_an_answer_that_stays_in_another_s_place_says_so() -> None:
    one, other = "In 1987 Maria Oliveira won 42 races for Braganza, the club said.", ONE
    engine = Scripted("a", lambda text: spoken(other if "Oliveira" in text else {other: one}.get(text, text)))
    found = Chain([engine]).translate([one, other, TWO], "en", "pt")
    assert any("fits the text of segment 2 better" in warning for warning in found[0].warnings)
    assert any("fits the text of segment 1 better" in warning for warning in found[1].warnings)


def test_a_fault_of_language_is_not_hidden_behind_placeholders() -> None:
    engine = Scripted("a", lambda _: "Министр уйдёт в отставку в понедельник, 12 марта, сообщила партия.")
    (found,) = Chain([engine]).translate(["The minister will resign on Monday 12 March, the party said."], "en", "pt")
    assert len(engine.asked) == 1
    assert found.warnings
