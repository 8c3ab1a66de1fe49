"""Whom an index entry names, and what it calls an article that was refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

import claimwire
from claimwire import index
from claimwire.index import Entry
from claimwire.models import Digest, Source
from claimwire.ports import Stat
from claimwire.render.basis import pronouns
from tests.doubles import article, digest

STAT = Stat(key="k", size=1, etag="e", modified="2026-11-23T10:00:00.000000Z")
NAMED = "Ana Lima, the minister, said the bridge would open in May."


def test_a_pronoun_that_may_be_anybody_s_is_no_speaker() -> None:
    found = digest(
        article(f"{NAMED}\n\nTwo men were held on Monday.\n\nThey said the fire was theirs.", title="Fire"), "pt"
    )
    assert found.summary
    assert "They" in {claim.speaker.text for claim in found.summary.claims if claim.speaker}
    assert index.speakers(found) == ("Ana Lima",)


def test_pages_know_the_pronouns_that_the_claims_stage_knows() -> None:
    for path in (Path(claimwire.__file__).parent / "claims" / "lexicons").glob("*.toml"):
        known = tomllib.loads(path.read_text("utf-8")).get("pronouns", {}).values()
        assert {word.casefold() for words in known for word in words} == pronouns().get(path.stem, set()), path.stem


def test_one_that_certainly_stands_for_a_name_is_that_name() -> None:
    found = digest(article(f"{NAMED}\n\nShe said it was safe.", title="Bridge"), "pt")
    assert index.speakers(found) == ("Ana Lima",)


def test_a_refused_article_is_called_by_its_file() -> None:
    refused = Digest(
        status="refused",
        article_id="a" * 32,
        version="b" * 32,
        source=Source(bucket="bucket", key="uploads/desk/broken.pdf", size=1, sha256="0"),
        producer="",
        fingerprint="",
        targets=("pt",),
        reason="The PDF is damaged.",
    )
    entries = [
        msgspec.json.decode(body, type=Entry)
        for key, body in index.entries(refused, STAT).items()
        if key.startswith("index/pt/")
    ]
    assert [entry.title for entry in entries] == ["broken.pdf"]
