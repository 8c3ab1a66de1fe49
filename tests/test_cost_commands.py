"""``claimwire engines`` and ``claimwire estimate`` as a user has them, and what ``run`` says was sent."""

from __future__ import annotations

import json
from pathlib import Path

from tests.test_cli import STORY, Run, claimwire, digests, home

__all__ = ["claimwire", "home"]


def test_every_engine_says_what_it_offers_costs_and_lacks(claimwire: Run) -> None:
    found = {each["name"]: each for each in json.loads(claimwire("engines", "--json").stdout)}
    assert {"amazon", "apertium", "deepl", "firefox", "google", "libre", "microsoft", "mymemory"} <= set(found)
    assert found["deepl"]["missing"] == "set CLAIMWIRE_DEEPL_KEY"
    assert found["deepl"]["usd"] > 0
    assert found["deepl"]["priced"] >= "2026-01-01"
    assert "pt" in found["deepl"]["from_english"]
    assert (found["firefox"]["missing"], found["firefox"]["usd"]) == (None, 0.0)
    assert "pt" in found["firefox"]["into_english"]
    assert all(each["tier"] in ("professional", "good", "gist") for each in found.values())
    assert all(each["limits"]["size"] > 0 for each in found.values())


def test_the_table_is_for_people(claimwire: Run) -> None:
    printed = claimwire("engines")
    assert printed.returncode == 0
    assert "CLAIMWIRE_MICROSOFT_KEY" in printed.stdout
    assert "pivot goes over English" in printed.stdout


def test_an_estimate_needs_no_key_and_counts_what_is_remembered(claimwire: Run) -> None:
    def estimated(*more: str) -> dict[str, object]:
        done = claimwire("estimate", "story.txt", "--to", "pt", "--json", *more)
        assert (done.returncode, done.stderr) == (0, "")
        (line,) = done.stdout.splitlines()
        found: dict[str, object] = json.loads(line)
        return found

    paid = estimated("--engine", "deepl")
    assert (paid["article"], paid["target"], paid["segments"], paid["remembered"]) == ("story.txt", "pt", 2, 0)
    assert isinstance(paid["usd"], float)
    assert paid["usd"] > 0
    before = estimated()
    claimwire("run", "story.txt", "--to", "pt")
    after = estimated()
    assert (before["usd"], after["usd"]) == (0.0, 0.0)
    assert (after["characters"], after["remembered"]) == (0, before["characters"])
    shorter = estimated("--engine", "deepl", "--summary-only", "--claims", "1")
    assert int(str(shorter["characters"])) < int(str(paid["characters"]))


def test_an_estimate_of_several_adds_up_and_says_what_is_refused(claimwire: Run) -> None:
    done = claimwire("estimate", "story.txt", "empty.txt", "other.txt", "--to", "pt,en,de", "--engine", "deepl")
    assert done.returncode == 0
    assert done.stderr.startswith("empty.txt: ")
    assert done.stdout.count("story.txt") == 2
    assert "en " not in done.stdout.replace("characters to send", "")


def test_a_run_says_what_was_sent_and_a_second_sends_nothing(claimwire: Run, home: Path) -> None:
    first = claimwire("run", "story.txt", "--to", "pt").stdout
    one, two = STORY.strip().split("\n\n")
    assert f"sent to firefox: {len(one) + len(two)} characters, free of charge" in first
    assert "sent to" not in claimwire("run", "story.txt", "--to", "pt", "--claims", "1").stdout
    story = (home / "story.txt").read_text()
    (home / "story.txt").write_text(story.replace("in May", "in June"))
    changed = claimwire("run", "story.txt", "--to", "pt").stdout
    assert f"sent to firefox: {len(one) + 1} characters" in changed


def test_an_article_over_the_cap_is_4_and_says_why(claimwire: Run) -> None:
    done = claimwire("run", "story.txt", "--to", "pt", "--engine", "amazon", "--max-cost", "0.000001", "--json")
    assert done.returncode == 4
    assert "the cap of 1e-06 USD an article (max-cost): pt" in done.stderr
    (digest,) = digests(done.stdout)
    assert digest.translations[0].status == "unavailable"
    assert "raise the cap" in (digest.translations[0].reason or "")
    assert digest.summary is not None
    assert digest.summary.claims


def test_a_summary_only_run_leaves_no_translated_article(claimwire: Run, home: Path) -> None:
    done = claimwire("run", "other.txt", "--to", "pt", "--summary-only", "--claims", "1", "--json")
    (digest,) = digests(done.stdout)
    assert digest.translations[0].scope == "summary"
    assert None in digest.translations[0].segments
    names = {path.name for path in (home / "claimwire-results").rglob("*.txt")}
    assert names == {"article.en.txt"}
    assert "only the title, the key claims" in claimwire("run", "other.txt", "--to", "pt", "--summary-only").stdout
