"""What an upload or its folder asks for: less than the stack's settings, never more."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from claimwire import job, prefixes, wishes
from claimwire.directory import FolderStore
from claimwire.errors import BadSetting, Refused
from claimwire.models import Digest
from claimwire.ports import Stat
from claimwire.settings import Settings
from claimwire.task import Job
from tests.test_job import KEY, TEXT, World

STACK = Settings(targets=("pt", "es", "de"), claims=5)


class Labelled(FolderStore):
    """A folder whose objects have metadata and tags, as a bucket's have."""

    metadata: Mapping[str, str] = {}
    labels: Mapping[str, str] = {}

    def stat(self, key: str) -> Stat | None:
        found = super().stat(key)
        return found and msgspec.structs.replace(found, metadata=self.metadata)

    def tags(self, key: str, version: str | None = None) -> dict[str, str]:
        return dict(self.labels)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def labelled(world: World, metadata: Mapping[str, str] = {}, labels: Mapping[str, str] = {}, rules: str = "") -> Job:
    store = Labelled(world.root / "articles", "articles")
    store.metadata, store.labels = metadata, labels
    made = world.job(targets=STACK.targets)
    return dataclasses.replace(made, sources=store, prefixes=prefixes.parsed(rules, made.settings))


def digest(made: Job, key: str = KEY) -> Digest:
    found = job.run(made, key).digest
    assert found is not None
    return found


def test_metadata_wins_over_tags_and_everything_else_is_left_alone() -> None:
    metadata = {"claimwire-targets": " pt ", "Claimwire-Claims": "3", "author": "x"}
    assert wishes.told(metadata, {"claimwire-claims": "2", "claimwire-language": "de"}) == {
        "targets": "pt",
        "claims": "3",
        "language": "de",
    }


def test_wishes_narrow() -> None:
    found = wishes.narrowed(STACK, {"targets": "de,pt", "claims": "2", "language": "pt-br", "summary-only": "TRUE"})
    assert (found.targets, found.claims, found.language, found.detector) == (("pt", "de"), 2, "pt-BR", "declared")
    assert found.summary_only
    assert wishes.narrowed(STACK, {}) == STACK


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("targets", "fr", "pt, es, de"),
        ("targets", "pt,fr", "not fr"),
        ("targets", "", "no target language"),
        ("targets", "portuguese!", "portuguese"),
        ("claims", "6", "from 1 to this stack's 5"),
        ("claims", "0", "whole number"),
        ("claims", "many", "'many'"),
        ("claims", "²", "whole number"),
        ("claims", "-1", "whole number"),
        ("language", "", "language"),
        ("language", "klingon-language", "klingon"),
        ("summary-only", "perhaps", "true or false"),
        ("colour", "red", "claimwire-targets"),
        ("", "x", "no such setting"),
    ],
)
def test_nonsense_and_more_than_there_is_are_refused_by_name(name: str, value: str, word: str) -> None:
    with pytest.raises(Refused, match=f"claimwire-{name} ") as refusal:
        wishes.narrowed(STACK, {name: value})
    assert word in str(refusal.value)


def test_a_stack_that_translates_summaries_only_stays_so() -> None:
    with pytest.raises(Refused, match="claimwire-summary-only"):
        wishes.narrowed(msgspec.structs.replace(STACK, summary_only=True), {"summary-only": "false"})


def test_the_longest_prefix_holds() -> None:
    rules = prefixes.parsed("wire/ claims=3 targets=pt,es; wire/de/ language=de ;; a%20b/ targets=pt;", STACK)
    assert prefixes.of(rules, "wire/x.txt") == {"claims": "3", "targets": "pt,es"}
    assert prefixes.of(rules, "wire/de/x.txt") == {"language": "de"}
    assert prefixes.of(rules, "a b/x.txt") == {"targets": "pt"}
    assert prefixes.of(rules, "sport/x.txt") == {}
    assert prefixes.parsed("", STACK) == {}


@pytest.mark.parametrize(
    "text", ["wire/", "wire/ claims", "wire/ claims=", "wire/ =3", "wire/ claims=9", "x/ colour=red"]
)
def test_a_broken_rule_is_named(text: str) -> None:
    with pytest.raises(BadSetting, match=f"CLAIMWIRE_PREFIXES: .*{text.split(maxsplit=1)[0]}"):
        prefixes.parsed(text, STACK)


def test_an_upload_is_processed_as_it_asks(world: World) -> None:
    world.upload()
    found = digest(labelled(world, {"claimwire-targets": "es"}, {"claimwire-claims": "1"}))
    assert found.summary is not None
    assert (found.targets, len(found.summary.claims)) == (("es",), 1)


def test_an_upload_may_say_its_language(world: World) -> None:
    world.upload()
    found = digest(labelled(world, {"claimwire-language": "de"}))
    assert found.language is not None
    assert found.language.code == "de"


def test_what_the_upload_says_wins_over_its_folder_and_both_over_the_stack(world: World) -> None:
    rules = "wire/ targets=pt,es claims=1"
    world.upload()
    found = digest(labelled(world, {"claimwire-targets": "de"}, rules=rules))
    assert found.summary is not None
    assert (found.targets, len(found.summary.claims)) == (("de",), 1)


@pytest.mark.parametrize("where", ["metadata", "labels"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("targets", "tlh-klingon,,?"),
        ("claims", "3.5"),
        ("language", "\x00"),
        ("summary-only", "🙂"),
        ("x" * 200, "y" * 2000),
    ],
    ids=["targets", "claims", "language", "summary-only", "a long name"],
)
def test_nonsense_in_metadata_and_in_tags_is_refused_by_name(world: World, where: str, name: str, value: str) -> None:
    world.upload()
    refused = digest(labelled(world, **{where: {f"claimwire-{name}": value}}))  # type: ignore[arg-type]  # one of both
    assert (refused.status, world.engine.asked) == ("refused", 0)
    assert f"claimwire-{name}" in (refused.reason or "")


def test_what_is_not_ours_in_metadata_and_tags_is_left_alone(world: World) -> None:
    world.upload()
    odd = {"": "", "claimwire": "?", "x-claimwire-targets": "tlh", "🙂": "\x00"}
    assert digest(labelled(world, odd, odd)).status == "ready"


def test_nonsense_is_refused_and_mended_by_a_new_upload_of_the_same_bytes(world: World) -> None:
    world.upload()
    refused = digest(labelled(world, {"claimwire-claims": "lots"}))
    assert (refused.status, world.engine.asked) == ("refused", 0)
    assert "claimwire-claims" in (refused.reason or "")
    assert TEXT not in (refused.reason or "")
    mended = digest(labelled(world, {"claimwire-claims": "2"}))
    assert mended.status == "ready"
    current = world.current()
    assert current is not None
    assert current.version == mended.version
