"""Requests to one engine: packed, at once where it allows, repeated where a failure passes, all before one deadline."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

import msgspec

from claimwire.errors import Passing, TryLater
from claimwire.ports import Engine
from claimwire.translators import allowance
from claimwire.translators.meter import Meter
from claimwire.translators.pace import Pace
from claimwire.translators.packing import Assembly, Request, pack
from claimwire.translators.patience import TRIES, Breaker, Bucket, Clock, Deadline, pause

One = TypeVar("One")
Other = TypeVar("Other")
_MISREAD = 2  # answers in a row without their line ends: the engine does not keep them
Take = Callable[[str, str | None], object]
"""Takes a segment and its answer."""


class Dispatcher:
    """Asks one engine. May be shared by threads."""

    def __init__(self, engine: Engine, meter: Meter, clock: Clock) -> None:
        self.engine = engine
        self._meter, self._clock = meter, clock
        self._breaker = Breaker(clock)
        self._bucket, self._pace = Bucket(clock, engine.limits.per_second), Pace(clock)
        self._misread = 0
        self._turn = threading.Lock() if not engine.shareable else contextlib.nullcontext()

    def run(
        self, texts: Sequence[str], pair: tuple[str, str], deadline: Deadline, take: Take, *, alone: bool = False
    ) -> dict[str, str]:
        """Hand every answer to ``take`` as it comes; ``alone``: each text is a request of its own.

        Returns why, for each text that the engine was too much out of order to answer.
        """
        late: dict[str, str] = {}
        limits = self.engine.limits
        self._pace.within(deadline)
        requests = pack(texts, msgspec.structs.replace(limits, texts=1, lines=False) if alone else limits)
        assembly = Assembly(requests)
        for request, answers, reason in self._all(requests, pair, deadline):
            for piece, answer in zip(request, answers, strict=True):
                whole = assembly.add(piece, answer)
                if reason:
                    late[texts[piece.segment]] = reason
                elif whole and texts[whole[0]] not in late:
                    take(texts[whole[0]], whole[1])
        return late

    def _all(
        self, requests: Sequence[Request], pair: tuple[str, str], deadline: Deadline
    ) -> Iterator[tuple[Request, Sequence[str | None], str]]:
        """Each request with its answers, or with the reason why there are none, as they come."""

        def one(request: Request) -> tuple[Request, Sequence[str | None], str]:
            try:
                return request, self._pieces(request, pair, deadline), ""
            except TryLater as error:
                return request, [None] * len(request), str(error)

        workers = min(self.engine.limits.at_once, len(requests))
        if workers <= 1:
            yield from map(one, requests)
        else:
            yield from _at_once(one, requests, workers)

    def _pieces(self, request: Request, pair: tuple[str, str], deadline: Deadline) -> Sequence[str | None]:
        texts = [piece.text for piece in request]
        if len(texts) == 1 or self.engine.limits.texts > 1:
            return self._patiently(texts, pair, deadline)
        lines = self._lines(texts, pair, deadline) if self._misread < _MISREAD else []
        return lines or [self._patiently([text], pair, deadline)[0] for text in texts]

    def _lines(self, texts: Sequence[str], pair: tuple[str, str], deadline: Deadline) -> list[str]:
        """The answers to several texts sent as lines of one; none where as many lines do not come back."""
        answer = self._patiently(["\n".join(texts)], pair, deadline)[0]
        lines = [line.strip() for line in (answer or "").splitlines()]
        if len(lines) == len(texts) and all(lines):
            self._misread = 0
            return lines
        self._misread += 1
        return []

    def _patiently(self, texts: Sequence[str], pair: tuple[str, str], deadline: Deadline) -> Sequence[str | None]:
        for attempt in range(1, TRIES):
            try:
                return self._ask(texts, pair, deadline)
            except Passing as error:
                deadline.wait(pause(attempt, self._clock, error.retry_after), str(error))
        return self._ask(texts, pair, deadline)

    def _ask(self, texts: Sequence[str], pair: tuple[str, str], deadline: Deadline) -> Sequence[str | None]:
        self._breaker.check()
        deadline.wait(self._bucket.turn(), f"{self.engine.name} takes so many requests a second")
        deadline.spare(self._pace.needed(), f"{self.engine.name} takes longer for an answer")
        self._meter.sent(self.engine.name, texts)
        try:
            with self._turn, allowance.within(deadline), self._pace.timed():
                answers = self.engine.translate(texts, *pair)
        except TryLater as error:
            self._breaker.failed(str(error), for_good=not isinstance(error, Passing))
            raise
        self._breaker.worked()
        return answers


def _at_once(work: Callable[[One], Other], items: Sequence[One], workers: int) -> Iterator[Other]:
    """Results as they come. Where the caller stops, what has not begun never does.

    Nor is more begun than the caller has taken: what is paid for and not yet remembered is lost with the process.
    """
    pool, waiting = ThreadPoolExecutor(workers), iter(items)
    try:
        running = {pool.submit(work, item) for item in islice(waiting, workers)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                running |= {pool.submit(work, item) for item in islice(waiting, 1)}
    finally:
        pool.shutdown(cancel_futures=True)
