"""``claimwire backfill FOLDER``: processes, crashes, Ctrl-C; ``python -m bench.backfill folder`` does it with 5,000 articles."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from bench.backfill_folder import Bench, crashed, workers
from bench.storm_cloud import Switch
from claimwire.cli import app
from claimwire.errors import BadSetting
from tests.translators.servers.serving import serving

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def switch() -> Switch:
    return Switch()


@pytest.fixture
def here(tmp_path: Path, switch: Switch) -> Iterator[Bench]:
    with serving(switch) as engine:
        yield Bench(tmp_path, 15, 2, engine.url)


def said(output: str) -> dict[str, str]:
    """The table that it prints, as a pipe gets it."""
    return dict(line.split("\t") for line in output.splitlines() if "\t" in line)


def test_each_article_once_through_two_crashes(here: Bench, switch: Switch) -> None:
    told: list[str] = []
    second, third = (said(output) for output in crashed(here, told.append))
    assert len(told) == 2
    assert int(second["done before"]) >= 10 - 2  # of those announced, what two workers had not marked yet
    assert int(second["done before"]) + int(second.get("done", 0)) == 15
    assert third == {"articles": "15", "done before": "15"}
    assert here.faults() == []
    sent, distinct = switch.paid()
    assert 0 < distinct <= sent <= 1.3 * distinct  # two kills of two workers: four of fifteen may be paid twice


def test_ctrl_c_finishes_what_is_in_work_and_says_what_is_left(here: Bench) -> None:
    command = here.begin()
    here.until(3)
    os.kill(command.pid, signal.SIGINT)
    told = said(command.communicate()[0])
    assert command.returncode == 130
    assert int(told["done"]) + int(told["left for the next run"]) == 15
    assert len(here.noticed()) == int(told["done"])
    assert workers(command) == []
    assert said(here.begin().communicate()[0])["done before"] == told["done"]
    assert here.faults() == []


def run(*words: str) -> str:
    done = CliRunner().invoke(app, ["backfill", *words], obj={"CLAIMWIRE_DEEPL_KEY": "a:fx"}, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(3):
        text = f"The port authority said on Friday that {number} ships would return to the harbour by Monday.\n" * 4
        (tmp_path / "in" / f"{number}.txt").write_text(text)
    return tmp_path


def test_an_estimate_and_a_dry_run_do_nothing(folder: Path) -> None:
    assert "3 articles (each was read)" in run("in", "--to", "pt", "--engine", "deepl", "--estimate")
    assert "3 articles" in run("in", "--to", "pt", "--dry-run")
    assert not (folder / "claimwire-results").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["in", "--to", "pt", "--engine", "deepl"], "--max-cost 0.0. allows that"),
        (["in", "--to", "pt", "--engine", "deepl", "--max-cost", "0"], "more than --max-cost 0"),
        (["in"], "need a language"),
        (["nowhere", "--to", "pt"], "does not exist"),
        ([], "name what to do"),
        (["in", "--to", "pt", "--engine", "nonsense"], "nonsense"),
    ],
)
def test_what_is_refused_before_anything_is_sent(folder: Path, words: list[str], says: str) -> None:
    with pytest.raises(BadSetting, match=says):
        run(*words)
    assert not list(folder.glob("claimwire-results/results"))


def test_two_at_a_time_do_not_fill_one_folder(folder: Path) -> None:
    (folder / "out" / ".claimwire").mkdir(parents=True)
    with FileLock(folder / "out" / ".claimwire" / "backfill.lock"), pytest.raises(BadSetting, match="another backfill"):
        run("in", "--to", "pt", "--out", "out", "--any-cost")
