"""``pip install .``: the wheel holds the data and the types, its program runs, and mypy --strict sees its types in a user's code."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.commandline import ROOT

BUILT_FROM = ("pyproject.toml", "README.md", "LICENSE", "requirements.txt", "infra", "claimwire")
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
USER = '''
import claimwire
from claimwire.models import Claim, Digest


def speakers(digest: Digest) -> list[str]:
    """A user's own code: mypy would say so, if an ignored line were no error."""
    claims: tuple[Claim, ...] = digest.summary.claims if digest.summary else ()
    digest.article.clams  # type: ignore[union-attr]
    claimwire.process("text", "story.txt", ["pt"])  # type: ignore[arg-type]
    return [claim.speaker.text for claim in claims if claim.speaker]


found: list[str] = speakers(claimwire.process(b"text", "story.txt", ["pt"]))
'''


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, as setuptools writes into what it builds from."""
    folder = tmp_path_factory.mktemp("wheel")
    (folder / "source").mkdir()
    for name in BUILT_FROM:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / "source" / name)
    run([*PIP, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "./source"], folder)
    (built,) = folder.glob("claimwire-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path) -> Path:
    """A fresh environment with the wheel; what it needs is this environment's, which is faster than fetching it."""
    venv = wheel.parent / "venv"
    run([sys.executable, "-m", "venv", "--without-pip", str(venv)], wheel.parent)
    (site,) = venv.glob("lib/python*/site-packages")
    (site / "needed.pth").write_text(sysconfig.get_path("purelib"))
    program = venv / "bin" / "python"
    run([*PIP, "--python", str(program), "install", "--no-deps", "--no-index", str(wheel)], wheel.parent)
    return program


def test_the_wheel_holds_all_data_and_the_mark_of_types(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        held = {name for name in opened.namelist() if name.startswith("claimwire/")}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "claimwire").rglob("*")
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(ROOT).parts)
    }
    assert "claimwire/py.typed" in held
    assert there - held == set()


def test_what_is_installed_is_the_wheel_and_its_program_runs(python: Path, tmp_path: Path) -> None:
    place = run([str(python), "-c", "import claimwire; print(claimwire.__file__)"], tmp_path)
    assert Path(place.strip()).is_relative_to(python.parents[1])
    (tmp_path / "story.txt").write_text("Ana Lima, the deputy mayor, said the bridge was safe.")
    shown = run([str(python.with_name("claimwire")), "run", "story.txt", "--to", "pt"], tmp_path)
    assert "story.txt:1: Ana Lima (reported)" in shown


def test_mypy_sees_the_types_in_a_users_code(python: Path, tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(USER)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(python), "user.py"]
    assert "no issues found" in run(mypy, tmp_path)
