"""No request outlives the deadline under which its engine is asked, however long a service may take by itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from claimwire.errors import TryLater
from claimwire.translators.allowance import allowed, within
from claimwire.translators.chain import Chain
from claimwire.translators.libre import Libre
from claimwire.translators.patience import Deadline
from tests.translators.servers import libre, served
from tests.translators.servers.phrases import mark
from tests.translators.servers.serving import HANGS, Call, Sent, serving

SECONDS, ROOM = 1.5, 8.0  # of the deadline; what a busy machine may be late by, and far below any request's own 20 s


def hanging(speak: Callable[[Call], Sent], path: str) -> Callable[[Call], Sent]:
    return lambda call: HANGS if call.path == path else speak(call)


@pytest.mark.parametrize("segments", [1, 40], ids=["one request", "many at once"])
@pytest.mark.parametrize("path", ["/translate", "/languages"])
def test_a_service_that_hangs_holds_a_job_to_its_deadline_and_no_longer(path: str, segments: int) -> None:
    with serving(hanging(libre.speak, path)) as server:
        engine = Libre(url=server.url, key=libre.KEY)
        start = time.monotonic()
        with pytest.raises(TryLater):
            Chain([engine]).translate([f"Sentence number {at}." * 90 for at in range(segments)], "en", "pt", SECONDS)
        assert SECONDS * 0.9 < time.monotonic() - start < SECONDS + ROOM
        assert server.calls


def test_amazon_too() -> None:
    with served("amazon", lambda _: HANGS) as (engine, server):
        start = time.monotonic()
        with pytest.raises(TryLater):
            Chain([engine]).translate(["Hello there, harbour."], "en", "pt", SECONDS)
        assert time.monotonic() - start < SECONDS + ROOM
        assert server.calls


def test_amazon_answers_within_what_is_left() -> None:
    with served("amazon") as (engine, _):
        for seconds in (3.0, 7.0, 60.0):
            with within(Deadline(end=time.monotonic() + seconds)):
                assert engine.translate(["Hello"], "en", "pt") == [mark("Hello")]
            assert allowed(20.0) == 20.0


def test_a_deadline_is_of_its_own_thread_and_ends_with_its_block() -> None:
    elsewhere: list[float] = []
    with within(Deadline(end=time.monotonic() + 19)):
        other = threading.Thread(target=lambda: elsewhere.append(allowed(20.0)))
        other.start()
        other.join()
        assert 9 < allowed(20.0) <= 19
        assert allowed(0.5) == 0.5
        with within(Deadline()):
            assert allowed(20.0) == 20.0
        with within(Deadline(end=time.monotonic() - 5)):
            assert 0 < allowed(20.0) < 0.1
        assert allowed(20.0) <= 19
    assert (allowed(20.0), elsewhere) == (20.0, [20.0])
