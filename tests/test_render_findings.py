"""Findings, caveats and reasons in the language of a page: all that the product can say, with nothing of it lost."""

from __future__ import annotations

import string
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from claimwire import render
from claimwire.render.finding import ENGLISH, Findings
from claimwire.render.telling import plain, teller
from claimwire.render.told import spoken
from claimwire.render.words import words
from tests import findings

ROOT = Path(__file__).parents[1]
CODES = [code for code in spoken() if code != "en"]


def table(code: str) -> dict[str, str]:
    folder = resources.files(render).joinpath("findings")
    files = [folder.joinpath(name).read_text("utf-8") for name in (f"{code}.toml", f"refused.{code}.toml")]
    sections = [section for file in files for section in tomllib.loads(file).values()]
    found = {key: told for section in sections for key, told in section.items()}
    assert len(found) == sum(map(len, sections))  # no sentence twice
    return found


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", CODES)
def test_no_language_lacks_a_sentence_or_loses_an_argument(code: str) -> None:
    ours = table(code)
    assert ours.keys() == table("de").keys()
    for key, told in ours.items():
        assert gaps(told) == gaps(key), key
        assert told.strip() == told != "", key


SAID = {template: list(findings.filled(template)) for template in findings.every()}


def test_the_product_s_sentences_are_found_in_its_code() -> None:
    assert {"the answer is far too short", "number differs: no {} in the translation, it has {}"} <= SAID.keys()
    assert {"Results are read only.", "Not in this language. There are: {}."} <= SAID.keys()
    assert "The Word document has no main part: save it again, or upload the article as text or html." in SAID
    assert {"the cap of {} USD a month (month-max-cost)", "name differs: {} is {} elsewhere"} <= SAID.keys()
    assert {"through {}, by two translations", "not translated: {}", "quality: {}, by rules ({})"} <= SAID.keys()
    assert {"the answer lost what was protected in it", "the article's language was not recognised"} <= SAID.keys()
    assert len(SAID) > 90


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_that_the_product_can_say_is_said_in_every_language(code: str) -> None:
    known = Findings(words(code))
    every = [sentence for sentences in SAID.values() for sentence in sentences]
    unknown = [each for each in (*every, *findings.words(), *findings.met()) if known.parts(each)[0].kind == ENGLISH]
    assert unknown == []


@pytest.mark.parametrize("code", CODES)
def test_arguments_are_shown_as_they_stand(code: str) -> None:
    sentence = "number differs: no 4.3, <b>7</b> in the translation, it has ٥"
    shown = str(teller(words(code))(sentence))
    assert "<bdi>4.3, &lt;b&gt;7&lt;/b&gt;</bdi>" in shown
    assert "<bdi>٥</bdi>" in shown
    assert shown.startswith(f'<span lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">')
    assert "\u2068٥\u2069" in plain(words(code), sentence)


def test_the_page_of_the_docs_shows_a_line_as_it_is() -> None:
    docs = (ROOT / "docs/pages.md").read_text("utf-8")
    [(key, told)] = tomllib.loads(docs.partition("```toml\n")[2].partition("```")[0]).items()
    assert table("de")[key] == told


def test_languages_are_named_in_the_page_s() -> None:
    say = words("fr")
    assert "attendue\u00a0: Chinois (Hant)\u202f; trouvée\u00a0: Anglais" in plain(
        say, "the answer is not in Chinese (Hant) but in English"
    ).replace("\u2068", "").replace("\u2069", "")


def test_sentences_of_older_digests_are_known_too() -> None:
    for old, new in (("nobody in the chain", "no engine in use"),):
        told = [plain(words("de"), f"{start} (firefox) translates English to Thai (en to th)") for start in (old, new)]
        assert told[0] == told[1] != ""
        assert "Englisch → Thailändisch" in told[0]


def test_reasons_of_engines_are_told_one_by_one() -> None:
    shown = teller(words("de"))("not translated: firefox: the answer is empty; google: HTTP 503: <i>")
    assert shown == (
        '<span lang="de" dir="ltr">nicht übersetzt: <bdi>firefox</bdi>: die Übersetzung ist leer; '
        '<bdi>google</bdi>: <span lang="en" dir="ltr">HTTP 503: &lt;i&gt;</span></span>'
    )


@pytest.mark.parametrize("sentence", ["something new: <b>", "x" * 3000, "", "{lost}", "the answer is empty\n"])
def test_what_is_not_known_stays_and_is_marked_as_english(sentence: str) -> None:
    shown = teller(words("ru"))(sentence)
    assert shown.startswith('<span lang="en" dir="ltr">')
    assert shown.count("<") == 2
    assert plain(words("ru"), sentence) == sentence


def test_english_and_languages_without_phrases_keep_the_stored_words() -> None:
    for code in ("en", "sv"):
        assert teller(words(code))("the answer is empty") == '<span lang="en" dir="ltr">the answer is empty</span>'


def test_hostile_text_takes_no_time() -> None:
    sentence = "the answer is not in " + " but in " * 200 + "the answer is not in " * 40
    assert Findings(words("de")).parts(sentence)
