"""Workers killed by SIGKILL at steps of a job; ``python -m bench.kills`` does it twenty times at every one."""

from __future__ import annotations

import socket

import pytest

from bench.callers import hung_up
from bench.kills import trial


@pytest.mark.parametrize("step", range(0, 30, 3))
def test_a_kill_loses_nothing_doubles_nothing_and_announces_nothing_early(step: int) -> None:
    reached, wrong = trial(step, 0.001 * (step % 4))
    assert reached
    assert wrong == []


def test_there_are_as_many_steps_as_are_tried() -> None:
    reached, wrong = trial(1_000, 0.0)
    assert not reached
    assert wrong == []


def test_who_hangs_up_before_the_answer_is_noticed() -> None:
    here, there = socket.socketpair()
    with here:
        with there:
            assert not hung_up(here)
            there.send(b"next")
            assert not hung_up(here)
        assert here.recv(9) == b"next"
        assert hung_up(here)
