"""Who says it, in every language with a hand-checked lexicon: own sentences, a file a language (``attribution/<code>.toml``).

A case is the text of one article; its last unit is checked unless ``unit`` gives another place. A key that a case leaves out is
not checked; ``"-"`` says that there is none.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from claimwire.claims.words.lexicon import load
from claimwire.models import Span
from tests.doubles import analysed

FILES = sorted(Path(__file__).with_name("attribution").glob("*.toml"))
CASES = [(file.stem, case) for file in FILES for case in tomllib.loads(file.read_text("utf-8"))["case"]]
LEXICONS = sorted(
    file.name.removesuffix(".toml")
    for file in (resources.files("claimwire.claims") / "lexicons").iterdir()
    if file.name.endswith(".toml")
)


def shown(span: Span | None) -> str:
    return span.text if span else "-"


def told(text: str, code: str, case: dict[str, Any]) -> dict[str, str]:
    """What the engine finds for the keys that the case names."""
    analysis = analysed(text, code)
    at = case.get("unit", -1)
    found: Any = analysis.attributions[at]
    names = {"kind": found.kind, "stance": found.stance, "speaker": shown(found.speaker), "cue": shown(found.cue)}
    if "name" in case:
        names["name"] = shown(analysis.names[at])
    if "addressee" in case:
        names["addressee"] = shown(found.addressee)
    if "content" in case:
        names["content"] = " … ".join(span.text for span in found.content)
    if "hedge" in case:
        names["hedge"] = shown(next(iter(found.hedges), None))
    return {key: value for key, value in names.items() if key in case}


@pytest.mark.parametrize(
    ("code", "case"), [pytest.param(code, case, id=f"{code}-{case['text'][:40]}") for code, case in CASES]
)
def test_a_sentence_and_its_speaker(code: str, case: dict[str, Any]) -> None:
    assert told(case["text"], code, case) == {key: value for key, value in case.items() if key not in ("text", "unit")}


def tables(code: str) -> dict[str, Any]:
    file = resources.files("claimwire.claims") / "lexicons" / f"{code}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("code", LEXICONS)
def test_no_form_is_in_two_stances_or_twice_in_one(code: str) -> None:
    for table in ("cues", "phrases", "postphrases", "pronouns"):
        counts = Counter(form for forms in tables(code).get(table, {}).values() for form in forms)
        assert [form for form, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("code", LEXICONS)
def test_every_form_is_lower_case_with_straight_apostrophes(code: str) -> None:
    data = tables(code)
    lists = [forms for name in data.keys() & {"cues", "phrases", "sets", "pronouns"} for forms in data[name].values()]
    assert [form for forms in lists for form in forms if form != form.lower() or "’" in form] == []


@pytest.mark.parametrize("code", LEXICONS)
def test_a_lexicon_loads(code: str) -> None:
    assert load(code).cues or not tables(code).get("cues")
