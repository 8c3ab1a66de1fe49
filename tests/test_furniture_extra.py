"""A user's own rules: they work, in their call alone; and what is wrong with a file is said, with its place."""

from __future__ import annotations

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimwire.errors import BadSetting
from claimwire.readers import read
from claimwire.readers.furniture import load_extra
from claimwire.readers.furniture.cost import MOST, cost

RULES = """
said = ["gezegd"]
[words]
desk = '''(?:north|south) desk'''

[[remove]]
reason = "house line"
start = ["from our ( evening| morning|) desk"]
line = '''the <desk> wishes you .{1,40}'''

[[keep]]
line = '''^a word on our figures'''
"""
LINES = ["Port opens", "The port opened on Monday.", "From our morning desk", "The north desk wishes you well"]
TEXT = "\n\n".join(LINES).encode()
HOUSE = ["From our morning desk", "The north desk wishes you well"]


def test_extra_rules_remove_and_only_in_the_call_that_has_them(rules_file: Path) -> None:
    rules = load_extra(rules_file)
    with ThreadPoolExecutor(4) as pool:
        tasks = [pool.submit(read, TEXT, "a.txt", rules=rules if number % 2 else None) for number in range(40)]
    for number, task in enumerate(tasks):
        found = [line.text for line in task.result().removed if line.reason == "house line"]
        assert found == (HOUSE if number % 2 else [])


@pytest.fixture
def rules_file(tmp_path: Path) -> Path:
    file = tmp_path / "house.toml"
    file.write_text(RULES.replace("( evening| morning|)", "(evening |morning |)"))
    return file


def test_ours_stand_beside_them_and_the_identity_is_the_file_s_hash(rules_file: Path) -> None:
    rules = load_extra(rules_file)
    assert rules.identity == hashlib.sha256(rules_file.read_bytes()).hexdigest()
    assert rules.why_remove("Advertisement") == "advertisement"
    assert rules.keep("A word on our figures")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[remove]]\nreason = 'x'\nwhole = 'a", "house.toml: "),
        ("[[remove]]\nreason = 'x'\nwhole = ['a']\ncolour = 'red'", "colour"),
        ("[[drop]]\nreason = 'x'", "drop"),
        ("\n\n[[remove]]\nwhole = ['a']", "line 3, [[remove]] 1: it has no reason"),
        ("[[remove]]\nreason = 'x'", "neither phrases nor a line"),
        ("[[remove]]\nreason = 'x'\nwhole = ['a']\n\n[[remove]]\nreason = 'x'\nline = 'a('", "line 5, [[remove]] 2: "),
        ("[[bar]]\nreason = 'x'\nwhole = ['a (b']", "brackets that do not match"),
        (
            "[[bar]]\nreason = 'x'\nwhole = ['(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)']",
            "over 1000 phrases",
        ),
        ("[[bar]]\nreason = 'x'\nhas = ['ab']", "at least 3 letters"),
        ("[[remove]]\nreason = 'x'\nline = '(a+)+b'", "too slow"),
        ("[[keep]]\nline = '.*a.*b.*c.*d'", "too slow"),
        ("[[keep]]\nwhole = ['a']", "takes a line alone"),
        ("[[remove]]\nreason = 'x'\nstart = ['a']\nrest = 'poem'", "poem"),
    ],
)
def test_a_wrong_file_is_named_with_the_place(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "house.toml"
    file.write_text(text)
    with pytest.raises(BadSetting) as fault:
        load_extra(file)
    assert complaint in str(fault.value)
    assert "house.toml" in str(fault.value)


def test_a_file_that_is_not_there_or_no_text_is_a_bad_setting(tmp_path: Path) -> None:
    (tmp_path / "raw.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("none.toml", "raw.toml"):
        with pytest.raises(BadSetting, match=name):
            load_extra(tmp_path / name)
    (tmp_path / "huge.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(BadSetting, match="at most"):
        load_extra(tmp_path / "huge.toml")


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "(a|a)*b", "(.{0,60} ){0,9}", ".*.*.*", "(?:a{1,30}){1,9}x", "(?=(a+)+b)a"]
)
def test_patterns_that_try_too_often_are_dear(pattern: str) -> None:
    assert cost(pattern) > MOST


@pytest.mark.parametrize(
    "pattern", ["a{1,9}", "(?>(?:a|b)c?){1,40}", ".{0,200}", "read (?:more|on).{0,100}", "(?:a|b)*+c"]
)
def test_patterns_that_do_not_are_cheap_and_quick_on_a_hostile_line(pattern: str) -> None:
    import re

    begun = time.process_time()
    re.fullmatch(pattern, "ab" * 250 + "!")
    assert cost(pattern) <= MOST
    assert time.process_time() - begun < 1
