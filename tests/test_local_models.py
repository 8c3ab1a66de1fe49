"""Models that the user fetched serve the local cloud's functions, which have a home of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.structure import ROOT
from claimwire.local import deploy, models
from claimwire.translators.firefox import Firefox
from tests.translators.test_firefox import into

CACHE = Path(".cache", "fxtranslate", "models")


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "user"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


def test_a_function_finds_what_the_user_fetched_before_and_after(user: Path, tmp_path: Path) -> None:
    (user / CACHE).mkdir(parents=True)
    models.lend(tmp_path / "cloud")
    into(user / CACHE).rename(user / CACHE / "en-es")
    models.lend(tmp_path / "cloud")
    asked = "from claimwire.translators.firefox import Firefox; print(Firefox(installed=False).supports('en', 'es'))"
    home = {"HOME": str(tmp_path / "cloud" / "home"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", asked], env=home, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_a_cloud_that_goes_leaves_the_users_models(user: Path, tmp_path: Path) -> None:
    (user / CACHE).mkdir(parents=True)
    into(user / CACHE)
    models.lend(tmp_path / "cloud")
    deploy.down(tmp_path / "cloud", purge=True)
    assert not (tmp_path / "cloud").exists()
    assert Firefox(models=user / CACHE, installed=False).supports("en", "pt")


def test_where_the_user_has_none_nothing_is_made_and_a_stale_link_is_made_anew(user: Path, tmp_path: Path) -> None:
    models.lend(tmp_path / "cloud")
    assert not (tmp_path / "cloud").exists()
    (user / CACHE).mkdir(parents=True)
    models.lend(tmp_path / "cloud")
    shutil.rmtree(user / ".cache")
    (tmp_path / "cloud" / "home" / ".cache" / "fxtranslate").unlink()
    (tmp_path / "cloud" / "home" / ".cache" / "fxtranslate").symlink_to(tmp_path / "gone")
    (user / CACHE).mkdir(parents=True)
    models.lend(tmp_path / "cloud")
    assert (tmp_path / "cloud" / "home" / CACHE).is_dir()
