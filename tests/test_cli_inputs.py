"""What ``claimwire run`` reads: files, folders, patterns, standard input; and the examples of its help, run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.structure import ROOT
from tests.commandline import COMMANDS, examples
from tests.test_cli import STORY, Run, claimwire, digests, home

__all__ = ["claimwire", "home"]


def keys(output: str) -> list[str]:
    return [digest.source.key for digest in digests(output)]


@pytest.fixture
def desk(home: Path) -> Path:
    """A folder as desks have them: articles, pictures, hidden files, a folder in a folder, an older run's results."""
    for name in ("b.txt", "a.TXT", "deep/c.md", ".hidden.txt", ".git/d.txt", "~$e.docx", "photo.jpg", "notes.bin"):
        (home / "desk" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "desk" / name).write_text(STORY)
    (home / "desk" / "out" / "results").mkdir(parents=True)
    (home / "desk" / "out" / "results" / "old.txt").write_text(STORY)
    return home / "desk"


def test_a_folder_is_walked_in_order_and_what_is_no_article_is_passed_over(claimwire: Run, desk: Path) -> None:
    done = claimwire("run", "desk", "--to", "en", "--out", "desk/out", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert keys(done.stdout) == ["desk/a.TXT", "desk/b.txt", "desk/deep/c.md"]
    said = claimwire("run", "desk", "--to", "en", "--out", "desk/out").stderr
    assert said == "passed over 2 by their endings: notes.bin, photo.jpg\n"


def test_the_results_of_an_earlier_run_are_no_articles(claimwire: Run, desk: Path) -> None:
    assert claimwire("run", "b.txt", "--to", "en", "--out", "first", cwd=desk).returncode == 0
    done = claimwire("run", ".", "--to", "en", "--out", "second", "--json", cwd=desk)
    assert keys(done.stdout) == ["a.TXT", "b.txt", "deep/c.md", "out/results/old.txt"]


def test_what_is_named_is_read_whatever_its_ending_and_each_once(claimwire: Run, desk: Path) -> None:
    done = claimwire("run", "desk/notes.bin", "desk/b.txt", "desk/deep", "desk/b.txt", "--to", "en", "--json")
    assert keys(done.stdout) == ["desk/notes.bin", "desk/b.txt", "desk/deep/c.md"]


def test_a_pattern_is_read_where_the_shell_did_not(claimwire: Run, desk: Path) -> None:
    assert keys(claimwire("run", "desk/*.txt", "--to", "en", "--json").stdout) == ["desk/b.txt"]
    assert keys(claimwire("run", "desk/**/*.md", "--to", "en", "--json").stdout) == ["desk/deep/c.md"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("desk/*.html", "'desk/*.html' fits no file: name a file, a folder, a pattern"),
        ("desk/out/none", "'desk/out/none' does not exist: name a file, a folder, a pattern"),
        ("desk/.git/..", "no article there"),
    ],
)
def test_nothing_to_read_is_wrong_use(claimwire: Run, desk: Path, given: str, said: str) -> None:
    for name in ("b.txt", "a.TXT", "deep/c.md", "out/results/old.txt"):
        (desk / name).unlink()
    done = claimwire("run", given, "--to", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def piped(data: bytes, *words: str, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "claimwire", "run", *words]
    done = subprocess.run(command, input=data, capture_output=True, cwd=cwd, env=env, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_standard_input_is_an_article_under_the_name_that_it_is_given(home: Path, tmp_path: Path) -> None:
    page = f"<html><body><article><p>{'</p><p>'.join(STORY.split(chr(10) * 2))}</p></article></body></html>".encode()
    done = piped(page, "-", "--to", "en", "--name", "story.html", "--json", cwd=home, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (digest,) = digests(done.stdout)
    assert digest.source.key == "story.html"
    assert digest.article is not None
    assert digest.article.format == "html"
    assert "<p>" not in digest.article.text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("-", "story.txt", "--to", "en"), 2, "- stands alone"),
        (("-", "--to", "en", "--name", "../x.txt"), 2, "is a path: give a file's name alone"),
        (("-", "--to", "en"), 3, ""),
    ],
)
def test_an_empty_pipe_is_refused_and_nonsense_is_wrong_use(
    home: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = piped(b"", *words, cwd=home, home=tmp_path)
    assert done.returncode == code
    assert said in done.stderr


def test_an_engine_that_is_not_set_up_is_wrong_use_and_named(claimwire: Run) -> None:
    done = claimwire("run", "story.txt", "--to", "pt", "--engine", "libre", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "CLAIMWIRE_LIBRE_URL" in done.stderr


OFFLINE = ("run", "watch", "pages", "estimate", "engines", "memory", "schema", "version", "doctor")
ELSEWHERE = ("incoming", "s3://", "--stack", "--online", "import people")  # endless, or beyond this machine


def _runs(path: str, line: str) -> bool:
    return path.split(maxsplit=1)[0] in OFFLINE and not any(part in line for part in ELSEWHERE)


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with the samples, and the program on the path."""
    folder = tmp_path_factory.mktemp("newcomer")
    shutil.copytree(
        ROOT / "examples",
        folder / "examples",
        ignore=shutil.ignore_patterns("wire", "*.py", "*.ru.*", "*.zh.*", "*.ar.*"),
    )
    program = folder / "bin" / "claimwire"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m claimwire "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}:{os.environ['PATH']}"
    return folder, {
        **os.environ,
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "c"),
        "PATH": path,
        "PYTHONPATH": str(ROOT),
    }


@pytest.mark.parametrize(("path", "line"), [each for each in examples() if _runs(*each)])
def test_examples_do_what_they_say(newcomer: tuple[Path, dict[str, str]], path: str, line: str) -> None:
    folder, env = newcomer
    if path == "pages":
        for name in ("claimwire-results", "digests"):
            _bash(f"claimwire run examples/grain-corridor.en.txt --to en --out {name}", folder, env)
    done = _bash(line, folder, env)
    assert done.returncode in ((0, 3, 4) if "examples/ " in line or "watch" in line else (0,)), done.stderr
    assert done.stdout
    assert "Traceback" not in done.stderr


def _bash(line: str, folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, cwd=folder, env=env, check=False)


def test_most_commands_that_need_no_cloud_have_an_example_that_was_run() -> None:
    run = {path for path, line in examples() if _runs(path, line)}
    assert {path for path in COMMANDS if path.split()[0] in OFFLINE} - run == {"memory import"}
