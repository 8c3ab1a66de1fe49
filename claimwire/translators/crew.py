"""Processes that translate with one model each: the library holds Python's lock, so that threads gain nothing."""

from __future__ import annotations

import functools
import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from claimwire.errors import ClaimwireError, TryLater
from claimwire.translators import neural
from claimwire.translators.pipe import Broken, Pipe
from claimwire.translators.plain import weight
from claimwire.translators.weights import Weights, verify

# A hand needs 0.1 to 0.25 s to start and load its model. In that time one process translates some 1,000 characters: shorter texts are done
# before a hand has come.
ALONE = 2_000
"""So much is translated in this process before others are started, by ``plain.weight``."""
_SECONDS = 120.0  # for LIMIT characters, which take 0.1 s: a hand that is silent for so long is lost
_PROGRAM = Path(__file__).with_name("hand.py")

Run = Callable[[Weights, str], str]


class Hand:
    """One process. It is started again where it dies, once a text."""

    def __init__(self) -> None:
        # -P: our folder has modules by the names of the standard library's
        self._pipe = Pipe([[sys.executable, "-P", str(_PROGRAM)]], _SECONDS, greeting=True)

    def __call__(self, weights: Weights, text: str) -> str:
        """Translate up to ``neural.LIMIT``; raises TryLater."""
        verify(weights)
        return neural.whole(_Remote(self._pipe, weights), text)

    def close(self) -> None:
        """End the process."""
        self._pipe.close()


class _Remote:
    """What ``neural.whole`` asks of the library's own object."""

    def __init__(self, pipe: Pipe, weights: Weights) -> None:
        files = (weights.model, weights.source_vocabulary, weights.target_vocabulary, weights.shortlist)
        self._pipe, self._files = pipe, [str(each) if each else None for each in files]

    def translate(self, text: str) -> str:
        return self._ask(text, whole=True)

    def translate_long(self, text: str) -> str:
        return self._ask(text, whole=False)

    def _ask(self, text: str, *, whole: bool) -> str:
        question = json.dumps({"files": self._files, "text": text, "whole": whole}).encode()
        for _ in range(2):
            try:
                found = json.loads(self._pipe.ask(question))
            except Broken:
                continue
            if found:
                return str(found[0])
        raise TryLater("the firefox engine broke down on a segment")


class Crew:
    """So many hands, and this process until they are there. May be shared by threads."""

    def __init__(self, size: int, alone: int = ALONE) -> None:
        self.size = size
        self._alone, self._seen = alone, 0
        self._lock = threading.Lock()
        self._here = ThreadPoolExecutor(1, "firefox")  # a model never leaves the thread that made it
        self._free: queue.SimpleQueue[Run] = queue.SimpleQueue()
        self._free.put(self._ourselves)
        self._hands: list[Hand] = []
        self._closed = False

    def __call__(self, weights: Weights, text: str) -> str:
        """Translate up to ``neural.LIMIT`` in whichever process is free. Raises BadSetting, TryLater."""
        self._called(weights, text)
        run = self._free.get()
        try:
            return run(weights, text)
        finally:
            if run != self._ourselves or not self._hands:
                self._free.put(run)

    def hands(self) -> int:
        """How many have come."""
        return len(self._hands)

    def close(self) -> None:
        """End all processes, those that are on their way too."""
        with self._lock:
            self._closed = True
        self._here.shutdown()
        for hand in self._hands:
            hand.close()

    def _called(self, weights: Weights, text: str) -> None:
        with self._lock:
            before, self._seen = self._seen, self._seen + weight(text)
        if before < self._alone <= self._seen:
            for _ in range(self.size):
                threading.Thread(target=self._hire, args=(weights,), daemon=True).start()

    def _hire(self, weights: Weights) -> None:
        """A hand that has its model; where it cannot be had, the others do its work."""
        hand = Hand()
        try:
            hand(weights, "…")
        except ClaimwireError:
            hand.close()
            return
        with self._lock:
            if self._closed:
                hand.close()
                return
            self._hands.append(hand)
        self._free.put(hand)

    def _ourselves(self, weights: Weights, text: str) -> str:
        return self._here.submit(lambda: neural.loaded(weights)(text)).result()


def crew(size: int) -> Crew:
    """The crew of that size in this process; a forked one has its own."""
    return _crew(size, os.getpid())


@functools.cache
def _crew(size: int, _process: int) -> Crew:
    return Crew(size)


def forget() -> None:
    """Let every crew go; their processes end."""
    _crew.cache_clear()
