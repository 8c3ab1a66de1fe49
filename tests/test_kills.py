"""Workers killed by SIGKILL at steps of a job; ``python -m bench.kills`` does it twenty times at every one."""

from __future__ import annotations

import pytest

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
