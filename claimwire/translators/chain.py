"""Several engines as one: asks the next where one fails, believes nothing unchecked, pays for nothing twice, hides nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from claimwire import codes
from claimwire.errors import BadSetting, TryLater
from claimwire.models import Translated
from claimwire.ports import Engine, Memory
from claimwire.translators.checks import faults, warnings
from claimwire.translators.dispatch import Dispatcher
from claimwire.translators.keys import Recall
from claimwire.translators.meter import Meter
from claimwire.translators.patience import Clock, Deadline
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

    ``name`` is the setting that builds it; ``meter`` counts the characters sent to each engine; ``recall`` is the memory, keyed.
    A chain may be shared by threads.
    """

    def __init__(self, engines: Sequence[Engine], memory: Memory | None = None, clock: Clock = Clock()) -> None:  # noqa: B008 (frozen)
        self.engines = tuple(engines)
        self.name = ",".join(engine.name for engine in engines)
        self.recall = Recall(memory, PROTECTION)
        self.meter = Meter()
        self._dispatchers = {engine.name: Dispatcher(engine, self.meter, clock) for engine in engines}
        self._clock = clock

    def identity(self) -> str:
        """Everything that may change an answer: the engines' identities in their order, and our own version of protection."""
        return "; ".join([*(engine.identity() for engine in self.engines), f"protection={PROTECTION}"])

    def supports(self, source: str, target: str) -> bool:
        """Whether any engine does; a text that is in the target language already always is."""
        return codes.same(source, target) or any(engine.supports(source, target) for engine in self.engines)

    def translate(
        self, segments: Sequence[str], source: str, target: str, seconds: float = math.inf
    ) -> list[Translated]:
        """One translation a segment, in order, within so many seconds.

        A segment that nobody could translate comes back as the best that was had (at worst, itself) with warnings that say why.

        Raises:
            BadSetting: no engine supports the pair.
            TryLater: some segment was asked of every engine, and each of them is out of order, or the time is over. What was
                answered by then is in the memory.
        """
        if codes.same(source, target):
            return [Translated(text=segment) for segment in segments]
        wanted = dict.fromkeys(plain(segment) for segment in segments if not same_everywhere(segment, source))
        deadline = Deadline(self._clock, self._clock.now() + seconds)
        done = self._ask_all(list(wanted), source, target, deadline) if wanted else {}
        return [done.get(plain(segment), Translated(text=segment)) for segment in segments]

    def _ask_all(self, texts: list[str], source: str, target: str, deadline: Deadline) -> dict[str, Translated]:
        engines = [engine for engine in self.engines if engine.supports(source, target)]
        if not engines:
            raise BadSetting(self._nobody(source, target))
        work = Work(texts)
        work.done.update(self.recall.human(texts, (source, target)))
        for engine in engines:
            try:
                late = self._ask(engine, work, (source, target), deadline)
            except TryLater as error:  # it cannot even be got ready: the rest goes to the next one
                late = dict.fromkeys(work.missing(), str(error))
            work.postponed(engine.name, late)
        return work.result(len(engines))

    def _ask(self, engine: Engine, work: Work, pair: tuple[str, str], deadline: Deadline) -> dict[str, str]:
        """Why, for each text that the engine was too much out of order to answer."""
        model, keys = engine.model(*pair), self.recall.keys(engine, work.missing(), pair)
        work.done.update(self.recall.known(keys))

        def usable(text: str, answer: str | None) -> bool:
            wrong = faults(text, answer, *pair)
            said = (*_notes(engine, *pair), *warnings(text, answer or "", *pair))
            row = Translated(text=answer or "", engine=engine.name, model=model, warnings=said)
            work.answered(text, row, wrong)
            if not wrong:
                self.meter.kept(engine.name, text)
                self.recall.keep(keys[text], row)  # at once, so that a crash loses one sentence
            return not wrong

        return self._dispatchers[engine.name].run(work.missing(), pair, deadline, usable)

    def _nobody(self, source: str, target: str) -> str:
        names = ", ".join(engine.name for engine in self.engines)
        advice = [engine.advice(source, target) for engine in self.engines if isinstance(engine, Advising)]
        pair = f"{codes.name(source)} to {codes.name(target)} ({source} to {target})"
        return ". ".join([f"nobody in the chain ({names}) translates {pair}", *advice])


def _notes(engine: Engine, source: str, target: str) -> tuple[str, ...]:
    return engine.notes(source, target) if isinstance(engine, Noting) else ()
