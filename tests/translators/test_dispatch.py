"""Requests to one engine: packing, order, patience, deadlines; every engine of the chain is asked this way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.errors import Passing, TryLater
from claimwire.ports import Limits
from claimwire.translators.dispatch import Dispatcher
from claimwire.translators.meter import Meter
from claimwire.translators.packing import measure, pack
from claimwire.translators.patience import TRIES, Clock, Deadline
from tests.translators.asking import Time, answers

PAIR = ("en", "pt")
TEXTS = st.lists(st.text("ab é漢🎉., \n", min_size=1, max_size=60).map(str.strip).filter(bool), max_size=8, unique=True)


class Echo:
    """Answers with what a function makes of a request's texts."""

    name = "echo"
    shareable = True

    def __init__(self, limits: Limits, answer: Callable[[Sequence[str]], list[str | None]] | None = None) -> None:
        self.limits = limits
        self.answer = answer or (lambda texts: [text.upper() for text in texts])
        self.requests: list[list[str]] = []

    def identity(self) -> str:
        return "echo 1"

    def supports(self, source: str, target: str) -> bool:
        return True

    def model(self, source: str, target: str) -> str:
        return "echo/1"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        self.requests.append(list(segments))
        return self.answer(segments)


def run(engine: Echo, texts: Sequence[str], time: Time | None = None, seconds: float = 1e9) -> dict[str, str]:
    """Why some texts have no answer."""
    clock = time.clock if time else Clock()
    return Dispatcher(engine, Meter(), clock).run(texts, PAIR, Deadline(clock, clock.now() + seconds), lambda *_: True)


@settings(max_examples=150, derandomize=True)
@given(TEXTS, st.integers(4, 50), st.sampled_from(["characters", "bytes", "url", "weight"]), st.integers(1, 4))
def test_requests_fit_and_hold_all(texts: list[str], size: int, kind: str, together: int) -> None:
    limits = Limits(size=size, measure=kind, texts=together)  # type: ignore[arg-type]
    requests = pack(texts, limits)
    for request in requests:
        assert len(request) <= together
        assert len(request) == 1 or sum(measure(piece.text, limits) for piece in request) <= size
        assert all(piece.text.strip() == piece.text != "" for piece in request)
    for number, text in enumerate(texts):
        pieces = [piece for request in requests for piece in request if piece.segment == number]
        assert "".join(piece.before + piece.text + piece.after for piece in pieces) == text


@settings(max_examples=100, derandomize=True)
@given(TEXTS, st.integers(4, 50), st.booleans(), st.integers(1, 4))
def test_an_engine_that_changes_nothing_gives_the_texts_back(
    texts: list[str], size: int, lines: bool, at_once: int
) -> None:
    texts = [" ".join(text.split()) for text in texts]
    engine = Echo(Limits(size=size, lines=lines, at_once=at_once), list)
    assert answers(engine, texts) == {text: text for text in texts}


def test_lines_that_do_not_come_back_are_asked_one_by_one_and_no_more_tried() -> None:
    engine = Echo(Limits(size=20, lines=True), lambda texts: [text.replace("\n", " ") for text in texts])
    assert answers(engine, [f"word {number}" for number in range(12)]) == {f"word {n}": f"word {n}" for n in range(12)}
    assert sum("\n" in texts[0] for texts in engine.requests) == 2


def test_one_piece_without_an_answer_leaves_the_segment_without() -> None:
    engine = Echo(Limits(size=4, again=False), lambda texts: [None if text == "two" else text for text in texts])
    assert answers(engine, ["one two", "six"]) == {"one two": None, "six": "six"}


def test_texts_that_are_asked_alone_share_no_request() -> None:
    engine = Echo(Limits(texts=5, lines=True, at_once=1))
    Dispatcher(engine, Meter(), Clock()).run(["a", "b"], PAIR, Deadline(), lambda *_: None, alone=True)
    assert engine.requests == [["a"], ["b"]]


def test_what_passes_is_tried_again_after_the_wait_that_the_service_names() -> None:
    failures = [Passing("429", 7), Passing("500"), Passing("reset")]

    def answer(texts: Sequence[str]) -> list[str | None]:
        if failures:
            raise failures.pop(0)
        return list(texts)

    time = Time()
    assert run(Echo(Limits(), answer), ["a"], time) == {}
    assert time.slept == [7, 0.5, 1.0]  # half of 2 x 0.25 x 2^attempt; no wait for a turn


def test_patience_ends() -> None:
    def fail(_: Sequence[str]) -> list[str | None]:
        raise Passing("HTTP 500")

    engine = Echo(Limits(), fail)
    assert run(engine, ["a"], Time()) == {"a": "HTTP 500"}
    assert len(engine.requests) == TRIES


def test_an_engine_that_says_it_is_out_of_order_is_not_asked_again() -> None:
    def fail(_: Sequence[str]) -> list[str | None]:
        raise TryLater("quota used up")

    engine = Echo(Limits(), fail)
    assert run(engine, ["a", "b"], Time()) == {"a": "quota used up", "b": "quota used up"}
    assert len(engine.requests) == 1


def test_an_engine_that_has_rested_gets_one_request_to_show_itself() -> None:
    healthy = threading.Event()

    def answer(texts: Sequence[str]) -> list[str | None]:
        if not healthy.is_set():
            raise TryLater("down")
        return list(texts)

    time, engine = Time(), Echo(Limits(), answer)
    dispatcher = Dispatcher(engine, Meter(), time.clock)

    def ask() -> dict[str, str]:
        return dispatcher.run(["a"], PAIR, Deadline(time.clock), lambda *_: True)

    assert ask() == ask() == {"a": "down"}
    healthy.set()
    assert ask() == {"a": "down"}
    time.at += 31
    assert ask() == {}
    assert len(engine.requests) == 2


def test_no_time_is_left() -> None:
    engine = Echo(Limits())
    assert "out of time" in run(engine, ["a"], Time(), 0)["a"]
    assert engine.requests == []


def test_a_wait_beyond_the_deadline_is_not_begun() -> None:
    def fail(_: Sequence[str]) -> list[str | None]:
        raise Passing("busy", 60)

    time = Time()
    assert run(Echo(Limits(), fail), ["a"], time, 10) == {"a": "out of time: busy"}
    assert time.at == 0


def test_so_many_requests_a_second() -> None:
    time = Time()
    run(Echo(Limits(per_second=4)), [str(number) for number in range(20)], time)
    assert time.at == pytest.approx(4, abs=0.01)  # the first second's worth at once


def test_requests_travel_at_once_and_answers_find_their_segments() -> None:
    together = threading.Barrier(4, timeout=10)

    def answer(texts: Sequence[str]) -> list[str | None]:
        together.wait()  # passes only where four requests are under way at one time
        return [text * 2 for text in texts]

    texts = [f"t{number}" for number in range(16)]
    assert answers(Echo(Limits(at_once=4), answer), texts) == {text: text * 2 for text in texts}


def test_an_engine_that_threads_may_not_share_gets_one_request_at_a_time() -> None:
    busy = threading.Lock()

    def answer(texts: Sequence[str]) -> list[str | None]:
        assert busy.acquire(blocking=False)
        busy.release()
        return list(texts)

    engine = Echo(Limits(at_once=8), answer)
    engine.shareable = False
    assert len(answers(engine, [f"t{number}" for number in range(200)])) == 200


def test_no_more_is_asked_for_ahead_of_what_is_taken_than_travels_at_once() -> None:
    engine, ahead = Echo(Limits(at_once=4)), list[int]()

    def take(text: str, answer: str | None) -> None:
        sleep(0.005)  # as one does who writes it down far away
        ahead.append(len(engine.requests) - len(ahead))

    Dispatcher(engine, Meter(), Clock()).run([f"t{number}" for number in range(40)], PAIR, Deadline(), take)
    assert len(ahead) == 40
    assert max(ahead) <= 4
