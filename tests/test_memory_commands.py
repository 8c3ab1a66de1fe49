"""``claimwire memory`` as a user has it, with articles run before and after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.doubles import segments
from tests.test_cli import STORY, Run, claimwire, digests, home

__all__ = ["claimwire", "home"]
SENTENCE = "The company denied that it had paid the officials."
SAID = "A empresa negou ter pago aos funcionários."


def translations(output: str) -> dict[str, tuple[str, str]]:
    (digest,) = digests(output)
    return {
        sentence.text: (segment.text, segment.engine)
        for sentence, segment in zip(digest.sentences, segments(digest.translations[0]), strict=True)
    }


def test_a_correction_is_in_every_result_made_after_it(claimwire: Run, home: Path) -> None:
    before = translations(claimwire("run", "story.txt", "--to", "pt", "--json").stdout)
    assert before[SENTENCE][1] == "firefox"
    done = claimwire("memory", "correct", "--from", "en", "--to", "pt", SENTENCE, SAID)
    assert (done.returncode, done.stdout, done.stderr) == (0, "corrected\n", "")
    after = translations(claimwire("run", "story.txt", "--to", "pt", "--json").stdout)
    assert after == before | {SENTENCE: (SAID, "human")}
    marked = [page for page in home.rglob("digest.pt.html") if "corrigidas por pessoas: 1" in page.read_text()]
    assert len(marked) == 1
    assert "done before" in claimwire("run", "story.txt", "--to", "pt").stdout
    assert claimwire("memory", "forget", SENTENCE).stdout == "2 rows forgotten\n"
    assert translations(claimwire("run", "story.txt", "--to", "pt", "--json").stdout) == before


def test_an_article_is_forgotten_whole(claimwire: Run) -> None:
    claimwire("run", "story.txt", "other.txt", "--to", "pt")
    stats = json.loads(claimwire("memory", "stats", "--json").stdout)
    (count,) = stats["counts"]
    assert (count["engine"], count["source"], count["target"], count["rows"]) == ("firefox", "en", "pt", 3)
    assert count["characters"] > len(STORY)
    assert "firefox" in claimwire("memory", "stats").stdout
    assert claimwire("memory", "forget", "--file", "story.txt").stdout == "2 rows forgotten\n"
    assert json.loads(claimwire("memory", "stats", "--json").stdout)["counts"][0]["rows"] == 1
    assert claimwire("memory", "expire", "--days", "1").stdout == "0 rows removed\n"


def test_corrections_travel_as_tmx(claimwire: Run, home: Path) -> None:
    claimwire("run", "story.txt", "--to", "pt")
    claimwire("memory", "correct", "--from", "en", "--to", "pt", SENTENCE, SAID)
    assert claimwire("memory", "export", "people.tmx").stdout == "1 translations written to people.tmx\n"
    assert claimwire("memory", "export", "all.tmx", "--all").stdout == "3 translations written to all.tmx\n"
    claimwire("memory", "forget", SENTENCE)
    assert claimwire("memory", "import", "all.tmx").stdout == "1 corrections taken from all.tmx\n"
    (home / "people.tmx").write_text((home / "people.tmx").read_text().replace("funcionários", "dirigentes"))
    claimwire("memory", "import", "people.tmx")
    after = translations(claimwire("run", "story.txt", "--to", "pt", "--json").stdout)
    assert after[SENTENCE] == (SAID.replace("funcionários", "dirigentes"), "human")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["correct", "--from", "en", "--to", "en-GB", "a", "b"], "one language"),
        (["correct", "--from", "en", "--to", "xx", "a", "b"], "unknown language code 'xx'"),
        (["correct", "--from", "en", "--to", "pt", "a", " "], "empty"),
        (["import", "story.txt"], "no TMX file"),
        (["forget"], "name a text, or an article"),
        (["forget", "text", "--file", "story.txt"], "name a text, or an article"),
        (["forget", "--file", "absent.txt"], "absent.txt does not exist"),
    ],
)
def test_wrong_use_is_2_and_says_what_to_do(claimwire: Run, arguments: list[str], said: str) -> None:
    done = claimwire("memory", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
