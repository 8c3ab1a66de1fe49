"""Several engines as one: asks the next where one fails, believes nothing unchecked, pays for nothing twice, hides nothing."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import msgspec

from claimwire import codes
from claimwire.errors import BadSetting, TryLater
from claimwire.models import Translated
from claimwire.ports import Engine, Memory
from claimwire.translators.checks import faults, warnings
from claimwire.translators.plain import plain, same_everywhere
from claimwire.translators.work import Work

PROTECTION = 0
"""Version of what is done to a segment before an engine sees it and after; part of the memory's key."""


@runtime_checkable
class Noting(Protocol):
    """An engine that has something to say with every answer for a pair."""

    def notes(self, source: str, target: str) -> tuple[str, ...]:
        """The warnings."""


@runtime_checkable
class Advising(Protocol):
    """An engine that can say what to do where it does not support a pair."""

    def advice(self, source: str, target: str) -> str:
        """What it has, and what to do."""


class Chain:
    """Engines in the order in which they are asked, and the memory of what they said.

    ``name`` is the setting that builds it; ``metered`` counts the characters sent to each engine. A chain may be shared by threads.
    """

    def __init__(self, engines: Sequence[Engine], memory: Memory | None = None) -> None:
        self._engines = tuple(engines)
        self.name = ",".join(engine.name for engine in engines)
        self._memory = memory
        self._turns = {engine.name: threading.Lock() for engine in engines if not engine.shareable}
        self._meter = threading.Lock()
        self.metered: dict[str, int] = {engine.name: 0 for engine in engines}

    def identity(self) -> str:
        """Everything that may change an answer: the engines' identities in their order, and our own version of protection."""
        return "; ".join([*(engine.identity() for engine in self._engines), f"protection={PROTECTION}"])

    def supports(self, source: str, target: str) -> bool:
        """Whether any engine does; a text that is in the target language already always is."""
        return codes.same(source, target) or any(engine.supports(source, target) for engine in self._engines)

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[Translated]:
        """One translation a segment, in order.

        A segment that nobody could translate comes back as the best that was had (at worst, itself) with warnings that say why.

        Raises:
            BadSetting: no engine supports the pair.
            TryLater: some segment was asked of every engine, and each of them is out of order.
        """
        if codes.same(source, target):
            return [Translated(text=segment) for segment in segments]
        wanted = dict.fromkeys(plain(segment) for segment in segments if not same_everywhere(segment, source))
        done = self._ask_all(list(wanted), source, target) if wanted else {}
        return [done.get(plain(segment), Translated(text=segment)) for segment in segments]

    def _ask_all(self, texts: list[str], source: str, target: str) -> dict[str, Translated]:
        engines = [engine for engine in self._engines if engine.supports(source, target)]
        if not engines:
            raise BadSetting(self._nobody(source, target))
        work = Work(texts)
        for engine in engines:
            try:
                self._ask(engine, work, source, target)
            except TryLater as error:  # it is out of order: the rest goes to the next one, without waiting for it again
                work.postponed(engine.name, str(error))
        return work.result(len(engines))

    def _ask(self, engine: Engine, work: Work, source: str, target: str) -> None:
        model = engine.model(source, target)
        keys = dict(zip(work.missing(), self._keys(engine, model, source, target, work.missing()), strict=True))
        known = self._memory.get(list(keys.values())) if self._memory else {}
        work.done.update((text, known[key]) for text, key in keys.items() if key in known)
        for text in work.missing():
            answer = self._send(engine, text, source, target)
            wrong = faults(text, answer, source, target)
            said = (*_notes(engine, source, target), *warnings(text, answer or "", source, target))
            row = Translated(text=answer or "", engine=engine.name, model=model, warnings=said)
            work.answered(text, row, wrong)
            if self._memory and not wrong:  # at once, so that a crash loses one sentence
                self._memory.put({keys[text]: row})

    def _send(self, engine: Engine, text: str, source: str, target: str) -> str | None:
        with self._meter:
            self.metered[engine.name] += len(text)
        with self._turns.get(engine.name) or contextlib.nullcontext():
            return engine.translate([text], source, target)[0]

    def _keys(self, engine: Engine, model: str, source: str, target: str, texts: list[str]) -> list[str]:
        start = (engine.identity(), model, source, target, PROTECTION)
        return [hashlib.sha256(msgspec.json.encode((*start, text))).hexdigest() for text in texts]

    def _nobody(self, source: str, target: str) -> str:
        names = ", ".join(engine.name for engine in self._engines)
        advice = [engine.advice(source, target) for engine in self._engines if isinstance(engine, Advising)]
        pair = f"{codes.name(source)} to {codes.name(target)} ({source} to {target})"
        return ". ".join([f"nobody in the chain ({names}) translates {pair}", *advice])


def _notes(engine: Engine, source: str, target: str) -> tuple[str, ...]:
    return engine.notes(source, target) if isinstance(engine, Noting) else ()
