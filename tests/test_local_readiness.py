"""A local cloud whose functions are silent."""

from __future__ import annotations

import socket

import pytest

from claimwire.errors import TryLater
from claimwire.local import readiness
from claimwire.local.state import Cloud


def test_a_function_that_does_not_answer_in_time_is_told_of_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        told = dict.fromkeys(Cloud.__struct_fields__, "")
        cloud = Cloud(**{**told, "base_url": f"http://127.0.0.1:{silent.getsockname()[1]}"})
        with pytest.raises(TryLater, match=r"did not answer within 0.1 s: run the same command again"):
            readiness.await_results(cloud, 0.1)
