"""Which name a mention stands for; a wrong name is worse than none."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims.names import who
from claimwire.claims.names.mention import Mention
from claimwire.claims.names.mentions import mentions
from claimwire.claims.speakers.reading import Reading
from claimwire.claims.words.lexicon import load
from tests.doubles import analysed

NAMED = st.lists(
    st.sampled_from(
        ["Ana Lima", "Lima", "he", "She", "said", "the minister", "Mr", ".", ",", " ", "\n\n", "Police", "Й", "O’"]
    ),
    max_size=50,
).map(" ".join)


def named(text: str) -> Sequence[Mention]:
    reading = Reading(text, load("en"))
    return mentions(text, reading.tokens, reading.lexicon).all


def names(text: str) -> list[str | None]:
    """The resolved name of each unit that has a speaker."""
    found = analysed(text)
    pairs = zip(found.attributions, found.names, strict=True)
    return [name.text if name else None for attribution, name in pairs if attribution.speaker]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Lima built the bridge. Lima said it was safe.", "Ana Lima"),
        ("Ana Lima built the bridge. Ms Lima said it was safe.", "Ana Lima"),
        ("Lima said it was safe. Ana Lima built the bridge.", "Ana Lima"),
        ("Gen. Rui Costa came. Costa said the talks had failed.", "Rui Costa"),
        ("Rui da Costa came. Da Costa’s men left. Costa said the talks had failed.", "Rui da Costa"),
        ("J.K. Palmer came. Palmer said the talks had failed.", "J.K. Palmer"),
        ("Health Minister Eva Horn came. The minister said the ward was full.", "Eva Horn"),
        ("Health Minister Eva Horn came. The Minister said the ward was full.", "Eva Horn"),
        ("The Finance Ministry was closed. The ministry said it was a holiday.", "Finance Ministry"),
    ],
)
def test_a_mention_stands_for_the_fuller_name(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lima met Rui Lima. Lima said the bridge was safe.",
        "Minister Eva Horn met Minister Jan Roth. The minister said the ward was full.",
        "Minister Eva Horn came. A minister said the ward was full.",
        "Ana Lima came. Limão said the bridge was safe.",
        "Residents came. Costa said the bridge was safe.",
        "Ana Lima said the bridge was safe. Rui Costa was there too. She said it was not.",
        "The bridge is safe. She said it would open.",
        "A farmer said the bridge was safe. She said it would open.",
    ],
)
def test_where_two_fit_or_none_there_is_no_name(text: str) -> None:
    assert names(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rui Costa said the bridge was safe. “It is,” he said again.", "Rui Costa"),
        ("Rui Costa said it was safe. He said it again.\n\nHe said it a third time.", "Rui Costa"),
        ("Rui Costa said the bridge was safe. Police said it was closed. He said it would open.", "Rui Costa"),
        ("Rui Costa said it was safe. The Ministry of Health said it was not. He said it would open.", "Rui Costa"),
        ("Rui Costa said it was safe. A police officer said it was not. He said it would open.", None),
        ("The Health Ministry said it was safe. It said that it would open.", "Health Ministry"),
        ("The Health Ministry said it was safe. He said that it would open.", None),
        ("Rui Costa said it was safe. It said that it would open.", None),
        ("Mr Rui Costa said the bridge was safe. She said it would open.", None),
        ("Mrs Ana Lima said the bridge was safe. He said it would open.", None),
        ("Ana Lima, a spokeswoman, said the bridge was safe. He said it would open.", None),
        ("Ana Lima, a spokeswoman, said the bridge was safe. She said it would open.", "Ana Lima"),
        ("Rui Costa said the bridge was safe. They said it would open.", None),
    ],
)
def test_a_pronoun_stands_for_the_last_fitting_speaker_or_for_nobody(text: str, name: str | None) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name", "basis"),
    [
        ("Ana Lima came. Lima said it was safe.", "Ana Lima", "name"),
        ("Kim Jong Pak came. Mr Kim said it was safe.", "Kim Jong Pak", "name"),
        ("Ana Lima came. Ana said it was safe.", "Ana Lima", "name"),
        ("Walid al-Maram came. Maram said it was safe.", "Walid al-Maram", "name"),
        ("North Velmark Foreign Minister Ri Yong Pak came. Ri said it was safe.", "Ri Yong Pak", "name"),
        ("U.S. Secretary of State Ana Lima came. Lima said it was safe.", "Ana Lima", "name"),
        ("Minister Eva Horn came. The Minister said it was safe.", "Eva Horn", "title"),
        ("Minister Eva Horn came. The minister said it was safe.", "Eva Horn", "description"),
        ("Rui Costa said it was safe. He said it was new.", "Rui Costa", "pronoun"),
        ("Rui Costa came to Porto. “It is safe now,” he said.", "Rui Costa", "pronoun"),
        ("Rui West said he liked Ana Lima. “She is good at it,” he said.", "Rui West", "pronoun"),
    ],
)
def test_a_name_comes_with_what_it_rests_on(text: str, name: str, basis: str) -> None:
    found = analysed(text).references[-1]
    assert (found.name and found.name.text, found.basis) == (name, basis)


@pytest.mark.parametrize(
    "text",
    [
        "Rui Costa came. Jan Roth came too. He said it was safe.",
        "Rui Costa said it was safe. Roth Avenue was closed. Jan Roth wept. He said it was not.",
        "Ana Lima and Ana Costa came. Ana said it was safe.",
    ],
)
def test_two_who_may_be_meant_are_nobody(text: str) -> None:
    found = analysed(text).references[-1]
    assert (found.name, found.basis) == (None, None)


def test_a_name_is_an_exact_piece_of_the_text() -> None:
    text = "Ana Lima built the bridge. Lima said it was safe."
    (name,) = [name for name in analysed(text).names if name]
    assert text[name.start : name.end] == name.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bridge Opens In Porto\n\nAna Lima came.", ["Bridge Opens In Porto", "Ana Lima"]),
        ("She met Rui Costa. Ana Lima came.", ["Rui Costa", "Ana Lima"]),
        ("On Monday Ana Lima came.", ["Ana Lima"]),
        ("Gen. J.K. Palmer came.", ["J.K. Palmer"]),
        ("Ana came.", []),
    ],
)
def test_a_name_ends_with_its_sentence_and_its_paragraph(text: str, found: list[str]) -> None:
    assert [mention.span.text for mention in named(text)] == found


@given(text=NAMED | st.text(max_size=200))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_any_text_gives_exact_names(text: str) -> None:
    end = 0
    for mention in named(text):
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end
    assert all(name is None or text[name.start : name.end] == name.text for name in analysed(text).names)


@pytest.mark.parametrize(
    "piece", ["Ana Lima said it rained. He said so. The minister left. Lima said it again. ", "Й ", "AB "]
)
def test_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        voiced = list(analysed(piece).attributions) * times
        began = time.process_time()
        who.resolve(Reading(text, load("en")), voiced, {})
        return time.process_time() - began

    seconds(10)
    assert seconds(4000) < 40 * max(seconds(400), 0.01)
