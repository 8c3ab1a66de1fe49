"""sumy's algorithms on our units: their own scores, their limits, and what they do not drag in."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
from msgspec.structs import replace

from claimwire.claims.rankers import RANKERS, Material, sumy
from claimwire.claims.rankers.sumy.stopwords import stopwords
from claimwire.claims.rankers.sumy.summarizers import summarizer
from tests.test_claims_rankers import candidate, material

STORY = material(
    "rain closed the old road", "dogs bark", "rain closed the road in porto", "porto has a road", "fish swim",
    title="road closed in porto",
)  # fmt: skip
every_algorithm = pytest.mark.parametrize("name", sumy.NAMES)


def scores(name: str, case: Material) -> list[float]:
    return [sum(row.values()) for row in RANKERS[name](case)]


def test_all_of_sumys_algorithms_but_the_one_that_draws_lots() -> None:
    assert {"edmundson", "kl", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank"} == set(sumy.NAMES)
    assert set(sumy.NAMES) == set(sumy.MOST) < set(RANKERS)


@pytest.mark.parametrize(
    ("name", "best"),
    [("edmundson", 2), ("lexrank", 2), ("lsa", 2), ("luhn", 2), ("reduction", 2), ("sumbasic", 0), ("textrank", 2)],
)
def test_the_best_unit_of_a_story(name: str, best: int) -> None:
    found = scores(name, replace(STORY, language="und"))
    assert found.index(max(found)) == best


def test_kl_and_sumbasic_tell_the_turn_in_which_each_unit_was_chosen() -> None:
    for name in ("kl", "sumbasic"):
        assert sorted(scores(name, STORY)) == [-4, -3, -2, -1, 0]


@every_algorithm
def test_scores_are_sumys_own_under_its_own_model(name: str) -> None:
    """The same through sumy's public door: its document model, its call, its choice of the best."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(text.split())

    plain = replace(STORY, language="und")
    heading = Sentence(" ".join(STORY.title), Words(), is_heading=True)
    first, *rest = ([Sentence(" ".join(each.words), Words())] for each in STORY.candidates)
    original = summarizer(name)
    if name == "edmundson":
        original.bonus_words, original.stigma_words, original.null_words = STORY.title, ("-",), ("-",)
    best = sorted(range(5), key=lambda at: -scores(name, plain)[at])[:2]
    chosen = original(ObjectDocumentModel(map(Paragraph, [[heading, *first], *rest])), 2)
    assert chosen == tuple([first, *rest][at][0] for at in sorted(best))


@every_algorithm
def test_units_within_the_limit_are_ranked_and_the_rest_follow_in_text_order(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sumy.MOST, name, 40 * 20)
    found = RANKERS[name](material(*(f"rain fell on {number % 9} old roads" for number in range(45))))
    assert [set(row) for row in found] == [{name}] * 40 + [{f"beyond {name}"}] * 5
    within, beyond = ([sum(row.values()) for row in rows] for rows in (found[:40], found[40:]))
    assert min(within) > max(beyond)
    assert beyond == sorted(set(beyond), reverse=True)


@every_algorithm
def test_one_endless_unit_is_read_to_the_limit(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sumy.MOST, name, 50)
    endless = Material([candidate(*["rain"] * 200_000), candidate("rain", "fell")], (), "en")
    assert all(math.isfinite(score) for score in scores(name, endless))


@pytest.mark.parametrize("language", ["en", "ru", "hi", "zh-Hans", "pt-BR", "und", "sw"])
def test_any_language(language: str) -> None:
    for name in sumy.NAMES:
        assert len(scores(name, replace(STORY, language=language))) == 5


@pytest.mark.parametrize(("language", "word"), [("en", "the"), ("pt-BR", "de"), ("ru", "и"), ("hi", "के"), ("sk", "a")])
def test_stop_words_of_sumy_and_of_ours(language: str, word: str) -> None:
    assert word in stopwords(language)
    assert not stopwords("sw")


def test_nltk_stays_out_and_sumys_stemmers_stay_whole() -> None:
    program = """
import sys
from claimwire.claims.rankers import RANKERS
from tests.test_claims_sumy import STORY, sumy
for name in sumy.NAMES: RANKERS[name](STORY)
assert "nltk" not in sys.modules and "sumy.nlp.stemmers" not in sys.modules
import sumy.nlp.stemmers
assert sumy.nlp.stemmers.Stemmer("english")("roads") == "road" and "nltk" in sys.modules
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_rankers_load_sumy_only_when_asked() -> None:
    program = (
        "import sys, claimwire.claims; assert not {'sumy', 'numpy', 'nltk', 'requests'} & set(sys.modules), sys.modules"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
