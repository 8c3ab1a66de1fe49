"""A request that cannot end in time is not begun: who began it would pay, and never see the answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claimwire.errors import Passing
from claimwire.ports import Limits
from claimwire.translators.dispatch import Dispatcher
from claimwire.translators.meter import Meter
from claimwire.translators.patience import Deadline
from tests.translators.asking import Time
from tests.translators.test_dispatch import PAIR, Echo

GIVEN = 10.0  # seconds


class Slow(Echo):
    """Takes so many seconds an answer, by the test's clock."""

    def __init__(self, *seconds: float) -> None:
        super().__init__(Limits(), self._answer)
        self.time, self._seconds = Time(), list(seconds)
        self.dispatcher = Dispatcher(self, Meter(), self.time.clock)

    def _answer(self, texts: Sequence[str]) -> list[str | None]:
        self.time.at += self._seconds.pop(0) if len(self._seconds) > 1 else self._seconds[0]
        return list(texts)

    def run(self, count: int, given: float = GIVEN) -> dict[str, str]:
        """Why some of so many texts, each a request, have no answer in the time given."""
        end, before = self.time.at + given, len(self.requests)
        texts = [f"t{before + number}" for number in range(count)]
        return self.dispatcher.run(texts, PAIR, Deadline(self.time.clock, end), lambda *_: True)


def test_what_cannot_end_in_time_is_not_begun() -> None:
    engine = Slow(3)
    assert engine.run(5) == dict.fromkeys(["t3", "t4"], "out of time: echo takes longer for an answer")
    assert (len(engine.requests), engine.time.at) == (3, 9)


def test_one_answer_may_be_slower_than_those_before() -> None:
    engine = Slow(1, 3, 1)
    assert sorted(engine.run(9)) == ["t5", "t6", "t7", "t8"]  # 3.75 s are asked for since the second
    assert engine.time.at == 7


def test_slowness_is_forgotten() -> None:
    engine = Slow(4, 0.1)
    assert engine.run(17, 10 * GIVEN) == {}
    assert engine.run(40, 1) == {
        f"t{number}": "out of time: echo takes longer for an answer" for number in range(26, 57)
    }


def test_an_engine_slower_than_a_whole_run_is_asked_again() -> None:
    engine = Slow(4 * GIVEN)
    assert (engine.run(1), engine.run(1)) == ({}, {})
    assert len(engine.requests) == 2


def test_without_a_deadline_all_is_begun() -> None:
    engine = Slow(1000)
    assert engine.run(5, float("inf")) == {}


@pytest.mark.parametrize("seconds", [5, 0.1])
def test_failures_say_nothing_of_how_long_an_answer_takes(seconds: float) -> None:
    engine = Slow(0.1)

    def fail(_: Sequence[str]) -> list[str | None]:
        engine.time.at += seconds
        engine.answer = engine._answer
        raise Passing("cut off", 0)

    engine.answer = fail
    assert engine.run(1) == {}
    assert engine.run(1, 0.2) == {}
