"""The command line as a user has it: another process, its exit code, its two streams, the folder that it leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from claimwire.models import Digest, Notice
from claimwire.version import __version__
from tests.doubles import segments

ROOT = Path(__file__).parents[1]
STORY = (
    "Ana Lima, the deputy mayor of the city, said the new bridge would open to the public in May.\n\n"
    "The company denied that it had paid the officials.\n"
)
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    work = tmp_path / "work"
    work.mkdir()
    (work / "story.txt").write_text(STORY)
    (work / "other.txt").write_text(f"{STORY}\nThe river rose by two metres on Monday and closed the old road.\n")
    (work / "empty.txt").write_text("")
    return work


@pytest.fixture
def claimwire(home: Path, tmp_path: Path) -> Run:
    """Runs the command in ``home``, with a home and a cache of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CLAIMWIRE", "XDG", "COLUMNS"))}
    env = {
        **kept,
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "COLUMNS": "200",
        "PYTHONPATH": str(ROOT),
    }

    def run(*arguments: str | bytes, cwd: Path = home) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "claimwire", *arguments]
        return subprocess.run(command, cwd=cwd, env=env, check=False, capture_output=True, text=True, encoding="utf-8")

    return run


def digests(output: str) -> list[Digest]:
    return [msgspec.json.decode(line, type=Digest) for line in output.splitlines()]


def test_a_run_shows_claims_and_translation_and_leaves_the_results(claimwire: Run, home: Path, tmp_path: Path) -> None:
    done = claimwire("run", "story.txt", "--to", "pt", "--out", "out/deep")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ana Lima" in done.stdout
    assert "story.txt:1:pt: " in done.stdout
    assert "done before" not in done.stdout
    results = home / "out" / "deep" / "results"
    (article,) = results.iterdir()
    (version,) = (path for path in article.iterdir() if path.is_dir())
    assert {path.name for path in article.iterdir()} == {version.name, "latest.json"}
    assert {path.name for path in version.iterdir()} == {
        *("digest.json", "digest.en.html", "digest.pt.html", "summary.en.md", "summary.pt.md"),
        *("article.en.txt", "article.pt.txt"),
    }
    assert str(Path("out/deep/results") / article.name / version.name / "digest.json") in done.stdout
    assert {path.name for path in (home / "out" / "deep" / "index").iterdir()} >= {"copies", "en", "pt", "speaker"}
    assert len(list((home / "out" / "deep" / "notices").iterdir())) == 1
    assert (tmp_path / "cache" / "claimwire" / "memory.sqlite").is_file()


def test_a_second_run_has_nothing_new_and_a_changed_article_has(claimwire: Run, home: Path) -> None:
    claimwire("run", "story.txt", "--to", "pt")
    again = claimwire("run", "story.txt", "--to", "pt")
    assert (again.returncode, again.stderr) == (0, "")
    assert "(done before, nothing new)" in again.stdout
    (home / "story.txt").write_text(STORY.replace("May", "June"))
    assert "done before" not in claimwire("run", "story.txt", "--to", "pt").stdout


def test_json_is_one_stored_digest_a_line_and_nothing_else(claimwire: Run, home: Path) -> None:
    done = claimwire("run", "story.txt", "other.txt", "--to", "pt", "--to", "en,pt", "--claims", "2", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = digests(done.stdout)
    assert (first.source.key, second.source.key) == ("story.txt", "other.txt")
    for digest in (first, second):
        stored = home / "claimwire-results" / "results" / digest.article_id / digest.version / "digest.json"
        assert msgspec.json.decode(stored.read_bytes(), type=Digest) == digest
        assert digest.targets == ("pt", "en")
        assert [(each.language, each.status) for each in digest.translations] == [("pt", "ready"), ("en", "source")]
        assert digest.article is not None
        assert digest.summary is not None
        assert len(digest.summary.claims) == 2
        assert all(digest.article.text[claim.start : claim.end] == claim.text for claim in digest.summary.claims)
        assert all(segment.text and segment.engine == "firefox" for segment in segments(digest.translations[0]))


def test_a_refused_article_is_3_and_the_others_are_done(claimwire: Run) -> None:
    done = claimwire("run", "empty.txt", "story.txt", "--to", "pt", "--json")
    assert (done.returncode, done.stderr) == (3, "")
    refused, ready = digests(done.stdout)
    assert (refused.status, ready.status) == ("refused", "ready")
    assert refused.reason


def test_without_a_target_nothing_is_translated_and_no_model_is_needed(claimwire: Run, home: Path) -> None:
    done = claimwire("run", "story.txt", "--json")
    (digest,) = digests(done.stdout)
    assert (done.returncode, done.stderr, digest.status) == (0, "", "ready")
    assert (digest.targets, digest.translations) == ((), ())
    assert digest.summary
    assert [claim.speaker and claim.speaker.text for claim in digest.summary.claims] == ["Ana Lima", "The company"]
    (page,) = (home / "claimwire-results" / "results").rglob("*.html")
    assert page.name == "digest.en.html"


def test_a_missing_translation_is_4_and_says_what_to_do(claimwire: Run) -> None:
    done = claimwire("run", "story.txt", "--to", "pt,sw")
    assert (done.returncode, done.stderr) == (4, "")
    assert "no Swahili translation" in done.stdout
    assert "Ana Lima" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nofile.txt", "--to", "pt"], "'nofile.txt' does not exist"),
        (["story.txt", "--to", "portugese"], "unknown language code 'portugese'"),
        (["story.txt", "--to", ","], "no target language"),
        (["story.txt", "--to", "pt", "--engine", "firfox"], "unknown engine 'firfox' (did you mean firefox?)"),
        (["story.txt", "--to", "pt", "--ranker", "best"], "unknown ranker 'best': choose one of neutral, lexrank"),
        ([".DS_Store", "--to", "pt"], ".DS_Store is a folder marker or a system file"),
        ([b"\xff.txt", "--to", "pt"], "rename it without control characters and broken letters"),
        (["\x1b[31m.txt", "--to", "pt"], "rename it without control characters and broken letters"),
    ],
)  # fmt: skip
def test_wrong_use_is_2_and_one_line(claimwire: Run, home: Path, arguments: list[str | bytes], said: str) -> None:
    (home / ".DS_Store").write_bytes(b"x")
    (home / "\x1b[31m.txt").write_text(STORY)
    Path(os.fsdecode(bytes(home) + b"/\xff.txt")).write_text(STORY)
    done = claimwire("run", *arguments, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("claimwire: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["estimate", "story.txt"], "--to"),
        (["run", "--to", "pt"], "FILE"),
        (["run", "story.txt", "--to", "pt", "--claims", "0"], "--claims"),
        (["runn"], "runn"),
    ],
)
def test_a_missing_or_unknown_argument_is_2_and_named(claimwire: Run, arguments: list[str], said: str) -> None:
    done = claimwire(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["two words.txt", "a+b.txt", "100%.txt", "über 💧.txt", "-rf.txt", "[bold]x.txt"])
def test_file_names_of_all_sorts(claimwire: Run, home: Path, name: str) -> None:
    (home / "story.txt").rename(home / name)
    done = claimwire("run", "--to", "en", "--json", "--", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert [digest.source.key for digest in digests(done.stdout)] == [name]
    assert name in claimwire("run", "--to", "en", "--", name).stdout


def test_a_file_from_elsewhere_has_its_whole_path_as_key(claimwire: Run, home: Path) -> None:
    (home / "deep").mkdir()
    done = claimwire("run", "../story.txt", "--to", "en", "--json", cwd=home / "deep")
    assert [digest.source.key for digest in digests(done.stdout)] == [str(home / "story.txt").lstrip("/")]


def test_notices_link_to_files_or_carry_capabilities_where_a_server_is_named(claimwire: Run, home: Path) -> None:
    claimwire("run", "story.txt", "--to", "en", "--out", "plain")
    claimwire("run", "story.txt", "--to", "en", "--out", "served", "--base-url", "https://news.example")
    plain, served = (
        msgspec.json.decode(next((home / out / "notices").iterdir()).read_bytes(), type=Notice)
        for out in ("plain", "served")
    )
    assert all(Path(url.removeprefix("file://")).is_file() for url in plain.urls.values())
    assert all(url.startswith("https://news.example/v1/articles/") and "?k=k1." in url for url in served.urls.values())
    assert (home / "served" / ".claimwire" / "keys.json").stat().st_mode & 0o777 == 0o600


def test_what_an_article_says_is_no_command_to_the_terminal(claimwire: Run, home: Path) -> None:
    (home / "story.txt").write_text(
        f"\x1b[31m[bold]Red[/bold] Ana Lima said \x1b]0;x\x07the bridge was safe.\n\n{STORY}"
    )
    done = claimwire("run", "story.txt", "--to", "en")
    assert "\x1b" not in done.stdout
    assert "[bold]Red[/bold]" in done.stdout


def test_version_and_help(claimwire: Run) -> None:
    assert claimwire("version").stdout == f"claimwire {__version__}\n"
    assert "claimwire run article.html --to pt" in claimwire("--help").stdout
