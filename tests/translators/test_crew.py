"""Processes that translate: the same answers as one, nobody's text to another, and nothing lost where one dies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from claimwire.errors import BadSetting, TryLater
from claimwire.translators import crew, neural, weights
from claimwire.translators.chain import Chain
from claimwire.translators.crew import Crew, Hand
from claimwire.translators.firefox import Firefox
from claimwire.translators.weights import Weights

TEXTS = [f"The council spent {n} pounds on bridge {n}." for n in range(100, 160)]


@pytest.fixture
def model() -> Weights:
    found = weights.installed("en", "pt")
    assert found
    return found


@pytest.fixture
def hand() -> Iterator[Hand]:
    one = Hand()
    yield one
    one.close()


@pytest.fixture
def crowd() -> Iterator[Crew]:
    """Two hands, hired at once."""
    two = Crew(2, alone=1)
    yield two
    two.close()


def children() -> list[int]:
    """Hands of this process, as Linux lists them."""
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return [int(child) for child in listed if "hand.py" in Path(f"/proc/{child}/cmdline").read_text()]


def test_several_processes_answer_as_one(crowd: Crew, model: Weights) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda text: crowd(model, text), TEXTS))
    assert found == Firefox().translate(TEXTS, "en", "pt")


def test_hands_take_over_once_there_is_enough_to_do(model: Weights) -> None:
    two = Crew(2, alone=len(TEXTS[0]) + 1)
    two(model, TEXTS[0])
    assert not children()
    two(model, TEXTS[1])
    until = time.monotonic() + 60
    while len(children()) < 2:
        assert time.monotonic() < until
        two(model, TEXTS[2])
    two.close()
    assert not children()


def test_a_hand_that_dies_is_started_again(hand: Hand, model: Weights) -> None:
    before = hand(model, TEXTS[0])
    for child in children():
        os.kill(child, 9)
    assert hand(model, TEXTS[0]) == before


def test_a_hand_keeps_its_models_apart(hand: Hand, model: Weights) -> None:
    other = weights.installed("pt", "en")
    assert other
    portuguese = hand(model, TEXTS[0])
    assert portuguese.startswith("O conselho gastou 100 libras")
    assert "spent 100 pounds on" in hand(other, portuguese)
    assert hand(model, TEXTS[0]) == portuguese


def test_a_model_that_breaks_the_library_is_for_later(hand: Hand, model: Weights, tmp_path: Path) -> None:
    broken = tmp_path / "lex.bin"
    assert model.shortlist
    broken.write_bytes(model.shortlist.read_bytes()[:1000])
    with pytest.raises(TryLater, match="broke down"):
        hand(msgspec.structs.replace(model, shortlist=broken, known={}), TEXTS[0])
    assert hand(model, TEXTS[0])


def test_files_are_checked_before_a_hand_sees_them(hand: Hand, model: Weights, tmp_path: Path) -> None:
    other = tmp_path / model.model.name
    other.write_bytes(b"x")
    known = {other: model.known[model.model]}
    with pytest.raises(BadSetting, match="is not the file"):
        hand(msgspec.structs.replace(model, model=other, known=known), TEXTS[0])


def test_a_text_that_the_model_reads_in_part_is_read_to_its_end(hand: Hand, model: Weights) -> None:
    letters = "".join(chr(97 + n * n * 7 % 26) + " " * (n % 5 == 0) for n in range(240))
    assert hand(model, letters) == neural.loaded(model)(letters)


def test_the_engine_hands_its_segments_out() -> None:
    engine = Firefox(workers="2")
    assert engine.limits.at_once == 2
    rows = Chain([engine]).translate(TEXTS, "en", "pt")
    assert [row.text for row in rows] == Firefox().translate(TEXTS, "en", "pt")
    assert engine.identity() == Firefox().identity()
    crew.forget()


@pytest.mark.parametrize("workers", ["0", "-1", "two", "65"])
def test_a_wrong_number_of_workers_is_a_bad_setting(workers: str) -> None:
    with pytest.raises(BadSetting, match="CLAIMWIRE_FIREFOX_WORKERS must be a whole number from 1 to 64"):
        Firefox(workers=workers)
