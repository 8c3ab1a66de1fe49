"""The public Python API, as its docstring shows it, and the schema of what it gives."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import claimwire
from claimwire import pipeline
from claimwire.models import SCHEMA
from claimwire.translators.chain import Chain
from tests.doubles import Phrasebook

ROOT = Path(__file__).parents[1]
DATA = (
    b"Bridge opens in May\n\nAna Lima, the deputy mayor of the city, said the new bridge would open to the public in May.\n\n"
    b"The company denied that it had paid the officials.\n"
)
BOOK = Chain([Phrasebook()])


def test_the_verbs_one_after_another() -> None:
    article = claimwire.read(DATA, "story.txt")
    language = claimwire.detect(article.text, hint=article.declared_language)
    sentences = claimwire.segment(article.text, language)
    summary = claimwire.summarise(article, language, claims=5)
    texts = claimwire.translate([claim.text for claim in summary.claims], language.code, "pt")
    assert language.code == "en"
    assert "".join(sentence.text for sentence in sentences).replace(" ", "") == "".join(article.text.split())
    assert {claim.speaker.text for claim in summary.claims if claim.speaker} == {"Ana Lima", "The company"}
    assert all(article.text[claim.start : claim.end] == claim.text for claim in summary.claims)
    assert [text.engine for text in texts] == ["firefox"] * len(summary.claims)
    assert any("ponte" in text.text for text in texts)


def test_all_of_it_at_once_is_the_same() -> None:
    digest = claimwire.process(DATA, "story.txt", ["PT_br", "en"], engine=BOOK)
    article = claimwire.read(DATA, "story.txt")
    language = claimwire.detect(article.text)
    assert digest.article == article
    assert digest.language == language
    assert digest.summary == claimwire.summarise(article, language)
    assert digest.sentences == tuple(claimwire.segment(article.text, language))
    assert [(each.language, each.status) for each in digest.translations] == [("pt-BR", "ready"), ("en", "source")]
    assert len(digest.translations[0].segments) == len(digest.sentences)


def test_a_digest_survives_json_and_repeats_byte_for_byte() -> None:
    digest = claimwire.process(DATA, "story.txt", "pt", engine=BOOK)
    data = msgspec.json.encode(digest)
    assert msgspec.json.decode(data, type=claimwire.Digest) == digest
    assert msgspec.json.encode(claimwire.process(DATA, "story.txt", "pt", engine=BOOK)) == data


def test_a_digest_is_the_same_in_every_process() -> None:
    script = (
        "import sys, claimwire, msgspec; from tests.test_api import BOOK, DATA;"
        "sys.stdout.buffer.write(msgspec.json.encode(claimwire.process(DATA, 'story.txt', 'pt', engine=BOOK)))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, cwd=ROOT, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert answers == {msgspec.json.encode(claimwire.process(DATA, "story.txt", "pt", engine=BOOK))}


@pytest.mark.parametrize(
    ("change", "changes"),
    [
        ({}, False),
        ({"targets": "es"}, True),
        ({"claims": 4}, True),
        ({"ranker": "lexrank"}, True),
        ({"name": "b.txt"}, False),
    ],
)
def test_a_version_belongs_to_bytes_and_settings(change: dict[str, object], changes: bool) -> None:
    given: dict[str, object] = {"data": DATA, "name": "a.txt", "targets": "pt", "engine": BOOK}
    one, other = (pipeline.process(**values) for values in (given, given | change))  # type: ignore[arg-type]  # by name
    assert (one.version != other.version) is changes
    assert (one.article_id != other.article_id) is ("name" in change)


def test_a_digest_holds_no_clock_and_no_path_of_ours() -> None:
    text = msgspec.json.encode(claimwire.process(DATA, "story.txt", "pt", engine=BOOK)).decode()
    assert str(ROOT) not in text
    assert "://" not in text


def test_what_cannot_be_read_is_refused_and_what_is_unknown_is_named() -> None:
    with pytest.raises(claimwire.Refused):
        claimwire.process(b"", "a.txt", "pt", engine=BOOK)
    for wrong in ({"targets": ""}, {"targets": "xx"}, {"ranker": "best"}, {"detector": "best"}, {"engine": "best"}):
        given: dict[str, object] = {"targets": "pt", "engine": BOOK, **wrong}
        with pytest.raises(claimwire.BadSetting):
            pipeline.process(DATA, "a.txt", **given)  # type: ignore[arg-type]  # by name


def test_an_article_in_no_known_language_has_claims_and_no_translation() -> None:
    digest = claimwire.process("ᚠᚢᚦ ᚨᚱᚲ ᚷᚹᚺ.\n\nᚾᛁᛃ ᛈᛇ.".encode(), "a.txt", "pt", engine=BOOK)
    assert digest.language is not None
    assert digest.language.code == "und"
    assert digest.summary is not None
    assert digest.summary.claims
    assert [each.status for each in digest.translations] == ["unavailable"]


def test_everything_public_is_exported_and_has_a_docstring() -> None:
    assert sorted(claimwire.__all__) == claimwire.__all__
    for name in claimwire.__all__:
        assert inspect.getdoc(getattr(claimwire, name)), name


def test_importing_it_loads_nothing_heavy() -> None:
    script = "import sys, claimwire; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert not {"boto3", "botocore", "sumy", "nltk", "numpy", "langdetect", "deep_translator", "trafilatura"} & {
        *loaded.split()
    }


@pytest.mark.parametrize("of", ["digest", "notice"])
def test_the_published_schema_is_fresh(of: str) -> None:
    """Write them anew with: make schema."""
    printed = subprocess.run(
        [sys.executable, "-m", "claimwire", "schema", of], cwd=ROOT, check=True, capture_output=True
    ).stdout
    assert (ROOT / "docs" / f"{of}.schema.json").read_bytes() == printed


def test_the_schema_names_every_field_of_a_digest() -> None:
    schema = json.loads((ROOT / "docs" / "digest.schema.json").read_text("utf-8"))
    digest = msgspec.to_builtins(claimwire.process(DATA, "story.txt", "pt", engine=BOOK))
    described = schema["$defs"]["Digest"]["properties"]
    assert digest.keys() == described.keys()
    assert described["schema"]["default"] == digest["schema"] == SCHEMA
