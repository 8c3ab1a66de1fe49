"""The manners of a command line: streams, colours, pipes, interrupts, exit codes, completion."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.structure import ROOT
from claimwire.commands import faults
from claimwire.errors import BadSetting, Passing, Refused, TryLater
from tests.commandline import in_terminal
from tests.test_cli import STORY, Run, claimwire, digests, home

__all__ = ["claimwire", "home"]
PROGRAM = [sys.executable, "-m", "claimwire"]


def env(tmp_path: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
    own = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    return {**kept, **own, "TERM": "xterm-256color", "COLUMNS": "80", **more}


@pytest.mark.parametrize(
    ("arguments", "line", "hint"),
    [
        (["rnu"], "no command 'rnu' (did you mean run?)", "claimwire --help"),
        (["eng"], "no command 'eng' (did you mean engines?)", "claimwire --help"),
        (["memory", "forgett"], "no command 'forgett' (did you mean forget?)", "claimwire memory --help"),
        (["story.txt"], "there is a file of that name: claimwire run story.txt --to pt", "claimwire --help"),
        (["run", "story.txt", "--too", "pt"], "no such option: --too (did you mean --to", "claimwire run --help"),
        (["estimate", "story.txt"], "missing --to LANG: Target language", "claimwire estimate --help"),
        (["run", "--to", "pt"], "missing FILE...: Articles", "claimwire run --help"),
        (["run", "story.txt", "--to"], "option '--to' requires an argument", "claimwire --help"),
        (["run", "story.txt", "--to", "pt", "--claims", "0"], "--claims", "claimwire run --help"),
        (["version", "now"], "unexpected extra argument", "claimwire version --help"),
    ],
)
def test_wrong_use_is_one_line_and_a_hint(claimwire: Run, arguments: list[str], line: str, hint: str) -> None:
    done = claimwire(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    said, tried = done.stderr.splitlines()
    assert said.startswith("claimwire: ")
    assert line in said
    assert tried == f"try: {hint}"


@pytest.mark.parametrize("arguments", [[], ["memory"]])
def test_without_a_command_there_is_help_and_wrong_use(claimwire: Run, arguments: list[str]) -> None:
    done = claimwire(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: claimwire")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadSetting("x"), 2),
        (Refused("x"), 3),
        (TryLater("x"), 5),
        (Passing("x"), 5),
        (PermissionError(13, "Permission denied", "a.txt"), 1),
        (KeyError("x"), 70),
    ],
)
def test_every_error_has_a_line_and_a_code_that_is_written_down(error: Exception, code: int) -> None:
    line, found = faults.told(error)
    assert (found, "\n" in line) == (code, False)
    assert found in faults.CODES
    assert f"| {code} |" in (ROOT / "docs" / "commands.md").read_text()


@pytest.mark.parametrize("debug", [False, True])
def test_an_error_of_our_own_is_one_line_and_with_debug_its_trace(tmp_path: Path, debug: bool) -> None:
    script = (
        "from claimwire import cli\n"
        "@cli.app.command()\n"
        "def broken() -> None:\n"
        "    raise KeyError('deep inside')\n"
        "cli.main()\n"
    )
    words = ["broken", *(["--debug"] if debug else [])]
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, env=env(tmp_path), check=False
    )
    assert (done.returncode, done.stdout) == (70, "")
    assert ("Traceback" in done.stderr) == debug
    assert done.stderr.splitlines()[-1].startswith("claimwire: KeyError: 'deep inside': this is an error in claimwire")


def test_what_this_machine_refuses_is_1_and_named(claimwire: Run, home: Path) -> None:
    (home / "taken").write_text("a file where a folder should be")
    done = claimwire("run", "story.txt", "--to", "en", "--out", "taken/out")
    assert done.returncode == 1
    assert "taken" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["schema"], ["version"], ["engines", "--json"]])
def test_a_reader_that_goes_is_no_error(tmp_path: Path, words: list[str]) -> None:
    with subprocess.Popen(
        [*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env(tmp_path), cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == faults.NO_READER


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "version"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=env(tmp_path),
            cwd=ROOT,
            check=False,
        )
    said = "claimwire: No space left on device: see to the file, the folder or the disk, and run it again\n"
    assert (done.returncode, done.stderr) == (1, said)


def interrupted(words: Sequence[str], tmp_path: Path, cwd: Path) -> tuple[int, str]:
    """A command that reads a pipe that stays open, and gets Ctrl-C as soon as it does."""
    with subprocess.Popen(
        [*PROGRAM, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=env(tmp_path), cwd=cwd, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as process:  # fmt: skip
        waiting = Path(f"/proc/{process.pid}/wchan")
        until = time.monotonic() + 60
        while "pipe" not in waiting.read_text() and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        return process.returncode, errors


def test_ctrl_c_is_130_and_one_line(tmp_path: Path, home: Path) -> None:
    assert interrupted(["run", "-", "--to", "en"], tmp_path, home) == (130, "claimwire: interrupted\n")


@pytest.mark.parametrize(
    ("words", "more", "coloured"),
    [
        ((), {}, True),
        (("--no-color",), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals_and_can_be_done_without(
    tmp_path: Path, home: Path, words: tuple[str, ...], more: dict[str, str], coloured: bool
) -> None:
    code, shown = in_terminal(["run", "story.txt", "--to", "pt", "--quiet"], home, env(tmp_path))
    assert (code, shown) == (0, "")
    code, shown = in_terminal(["run", "story.txt", "--to", "pt", *words], home, env(tmp_path, **more))
    assert code == 0
    assert ("\x1b[1m" in shown) == coloured
    assert "Ana Lima, the deputy mayor of the city" in shown
    if more.get("TERM") == "dumb":
        assert "\x1b" not in shown


def test_progress_is_for_terminals_alone(tmp_path: Path, home: Path, claimwire: Run) -> None:
    _, shown = in_terminal(["run", "story.txt", "other.txt", "--to", "pt"], home, env(tmp_path))
    assert "0/2" in shown
    assert "2/2" in shown
    done = claimwire("run", "story.txt", "other.txt", "--to", "pt")
    assert done.stderr == ""


@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_is_as_wide_as_it_says(tmp_path: Path, home: Path, columns: int) -> None:
    _, shown = in_terminal(["run", "story.txt", "--to", "pt", "--no-color"], home, env(tmp_path, COLUMNS=str(columns)))
    rules = [line for line in shown.splitlines() if line.startswith("─")]
    assert rules
    assert {len(line) for line in rules} == {columns}


def test_tables_in_a_pipe_are_fields_parted_by_tabs(claimwire: Run) -> None:
    head, *rows = claimwire("estimate", "story.txt", "other.txt", "--to", "pt").stdout.splitlines()
    assert head.split("\t") == ["article", "to", "engine", "characters to send", "remembered", "USD"]
    assert [row.split("\t")[0] for row in rows] == ["story.txt", "other.txt", "all"]


def test_quiet_leaves_the_result_alone(claimwire: Run, home: Path) -> None:
    done = claimwire("run", "story.txt", "empty.txt", "--to", "en", "-q")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("claimwire: empty.txt was refused: ")
    assert (home / "claimwire-results" / "results").is_dir()


@pytest.mark.parametrize(
    ("shell", "more"),
    [
        ("bash", {"COMP_WORDS": "claimwire est", "COMP_CWORD": "1"}),
        ("zsh", {"_TYPER_COMPLETE_ARGS": "claimwire est"}),
        ("fish", {"_TYPER_COMPLETE_ARGS": "claimwire est", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}),
    ],
)
def test_completion_prints_itself_and_completes(tmp_path: Path, shell: str, more: dict[str, str]) -> None:
    def asked(instruction: str, **also: str) -> str:
        given = env(tmp_path, _CLAIMWIRE_COMPLETE=f"{instruction}_{shell}", **also)
        return subprocess.run(PROGRAM, capture_output=True, text=True, env=given, check=True, cwd=ROOT).stdout

    assert "_CLAIMWIRE_COMPLETE" in asked("source")
    assert "estimate" in asked("complete", **more)


def test_completion_works_in_a_real_bash(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "claimwire"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m claimwire "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(_CLAIMWIRE_COMPLETE=source_bash claimwire)"; COMP_WORDS=(claimwire memory for); COMP_CWORD=2; '
        '_claimwire_completion claimwire; echo "${COMPREPLY[@]}"'
    )
    given = env(tmp_path, PATH=f"{program.parent}:{os.environ['PATH']}")
    done = subprocess.run(["/bin/bash", "-c", script], capture_output=True, text=True, env=given, check=True, cwd=ROOT)
    assert done.stdout.split() == ["forget"]


def test_the_json_of_every_kind_of_stream_is_utf_8(tmp_path: Path, home: Path) -> None:
    (home / "story.txt").write_text(STORY.replace("Ana Lima", "Núria Čapek"))
    given = env(tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")
    done = subprocess.run(
        [*PROGRAM, "run", "story.txt", "--to", "en", "--json"], capture_output=True, env=given, cwd=home, check=True
    )
    (digest,) = digests(done.stdout.decode("utf-8"))
    assert digest.article is not None
    assert "Núria Čapek" in digest.article.text
    plain = subprocess.run(
        [*PROGRAM, "run", "story.txt", "--to", "en"], capture_output=True, env=given, cwd=home, check=False
    )
    assert (plain.returncode, plain.stderr) == (0, b"")
