"""Registered glossaries: whose words an article is translated with, what they change, and what is refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimwire import job, wishes
from claimwire.directory import FolderStore
from claimwire.errors import BadSetting
from claimwire.glossaries import Glossaries
from claimwire.models import Digest
from claimwire.settings import Settings
from claimwire.task import Job
from tests.test_job import KEY, World, digest_of

DESK = b"term,pt\nunion,sindicato\n"
SPORT = b"term,pt\nunion,liga\n"


class Tagged(FolderStore):
    """A folder whose objects have the tags that are given here."""

    given: dict[str, str] = {}  # noqa: RUF012 (set on the instance)

    def tags(self, key: str, version: str | None = None) -> dict[str, str]:
        return self.given


@pytest.fixture
def world(tmp_path: Path) -> World:
    found = World(tmp_path)
    found.upload()
    found.out.put("glossaries/desk.csv", DESK, "text/csv")
    found.out.put("glossaries/sport.csv", SPORT, "text/csv")
    return found


def made(world: World, default: str = "", tag: str = "", prefixes: Mapping[str, Mapping[str, str]] = {}) -> Job:
    sources = Tagged(world.root / "articles", "articles")
    sources.given = {"claimwire-glossary": tag} if tag else {}
    glossaries = Glossaries(world.out)
    return dataclasses.replace(
        world.job(glossary=default), sources=sources, glossaries=glossaries, prefixes=dict(prefixes)
    )


def said(digest: Digest) -> str:
    return " ".join(segment.text for segment in digest.translations[0].segments if segment)


def test_the_stacks_own_glossary_holds_where_the_upload_names_none(world: World) -> None:
    assert "sindicato" in said(digest_of(job.run(made(world, "desk"), KEY)))
    assert "union" in said(digest_of(job.run(made(world), KEY)))


def test_an_upload_and_a_prefix_name_a_registered_one_and_the_upload_wins(world: World) -> None:
    assert "liga" in said(digest_of(job.run(made(world, "desk", "sport"), KEY)))
    rules = {"wire/": {"glossary": "sport"}}
    assert "liga" in said(digest_of(job.run(made(world, prefixes=rules), KEY)))
    assert "sindicato" in said(digest_of(job.run(made(world, tag="desk", prefixes=rules), KEY)))


def test_the_version_hangs_on_what_is_in_a_glossary_and_not_on_its_name(world: World) -> None:
    here = made(world, "desk")
    first, plain = digest_of(job.run(here, KEY)).version, digest_of(job.run(made(world), KEY)).version
    assert first != plain
    world.out.put("glossaries/copy.csv", DESK, "text/csv")
    assert digest_of(job.run(made(world, "copy"), KEY)).version == first
    world.out.put("glossaries/desk.csv", DESK + b"port,porto\n", "text/csv")
    changed = digest_of(job.run(here, KEY))  # by the same worker, which remembers the glossary as it was
    assert changed.version not in {first, plain}
    assert "porto" in said(changed)


def test_a_glossary_that_moved_to_another_format_is_found(world: World) -> None:
    here = made(world, "desk")
    job.run(here, KEY)
    world.out.delete("glossaries/desk.csv")
    world.out.put("glossaries/desk.tsv", b"term\tpt\nunion\tgremio\n", "text/plain")
    assert "gremio" in said(digest_of(job.run(here, KEY)))


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("dsek", "there is no glossary 'dsek'; there are: desk, sport"),
        ("../x", "'../x' is no name of a glossary"),
        ("Desk", "'Desk' is no name of a glossary"),
    ],
)
def test_a_name_that_there_is_not_is_refused_with_those_that_there_are(world: World, tag: str, told: str) -> None:
    digest = digest_of(job.run(made(world, "desk", tag), KEY))
    assert digest.status == "refused"
    assert told in (digest.reason or "")
    assert "claimwire-glossary" in (digest.reason or "")


def test_without_any_the_refusal_says_so(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.upload()
    digest = digest_of(job.run(made(world, tag="desk"), KEY))
    assert "there is no glossary 'desk'; none is registered" in (digest.reason or "")


def test_the_stacks_own_that_is_missing_is_no_fault_of_the_article(world: World) -> None:
    with pytest.raises(BadSetting, match="CLAIMWIRE_GLOSSARY: there is no glossary 'gone'; there are: desk, sport"):
        job.run(made(world, "gone"), KEY)
    assert world.current() is None


def test_a_broken_one_and_two_of_one_name_are_told_by_file(world: World) -> None:
    world.out.put("glossaries/broken.csv", b"term,pt\n,\nx", "text/csv")
    with pytest.raises(BadSetting, match=r"glossaries/broken\.csv"):
        job.run(made(world, "broken"), KEY)
    world.out.put("glossaries/desk.tsv", b"term\tpt\nunion\tgremio\n", "text/plain")
    with pytest.raises(BadSetting, match="two glossaries are named 'desk'"):
        job.run(made(world, "desk"), KEY)


def test_a_wish_changes_the_glossary_alone() -> None:
    settings = Settings(targets=("pt",), glossary="desk")
    assert wishes.narrowed(settings, {"glossary": "sport"}) == Settings(targets=("pt",), glossary="sport")
