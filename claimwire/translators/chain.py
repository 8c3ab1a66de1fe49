"""Several engines as one: asks the next where one fails, believes nothing unchecked, pays for nothing twice, hides nothing."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, runtime_checkable

import msgspec

from claimwire import codes
from claimwire.errors import BadSetting, TryLater
from claimwire.models import Key, Translated
from claimwire.ports import Engine, Memory
from claimwire.translators import allowance
from claimwire.translators.attempts import Attempts
from claimwire.translators.dispatch import Dispatcher
from claimwire.translators.glossary import Glossary
from claimwire.translators.keys import Recall
from claimwire.translators.meter import Meter
from claimwire.translators.naming import consistent
from claimwire.translators.patience import Clock, Deadline
from claimwire.translators.plain import plain, same_everywhere
from claimwire.translators.protection.protecting import VERSION, Protection
from claimwire.translators.purse import Purse
from claimwire.translators.verdict import Found, Judge, Noting
from claimwire.translators.work import Work

__all__ = ["Advising", "Chain", "Noting"]

Languages = tuple[str, str]


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

    def __init__(
        self,
        engines: Sequence[Engine],
        memory: Memory | None = None,
        clock: Clock = Clock(),  # noqa: B008 (frozen)
        glossary: Glossary = Glossary(),  # noqa: B008 (never changed)
    ) -> None:
        self.engines, self.glossary = tuple(engines), glossary
        self.name = ",".join(engine.name for engine in engines)
        self.recall = Recall(memory, VERSION)
        self.meter = Meter()
        self._dispatchers = {engine.name: Dispatcher(engine, self.meter, clock) for engine in engines}
        self._clock = clock

    def using(self, glossary: Glossary | None = None, kept: Callable[[], None] | None = None) -> Chain:
        """The same engines, memory and counts, with other words, or telling of each answer that is remembered."""
        other = copy.copy(self)
        other.glossary = glossary or self.glossary
        other.recall = msgspec.structs.replace(self.recall, kept=kept or self.recall.kept)
        return other

    def identity(self) -> str:
        """Everything that may change an answer: the engines' identities in their order, our own version of protection, the glossary."""
        own = [f"protection={VERSION}", *([f"glossary={self.glossary.identity}"] if self.glossary.identity else [])]
        return "; ".join([*(engine.identity() for engine in self.engines), *own])

    def supports(self, source: str, target: str) -> bool:
        """Whether any engine does; a text that is in the target language already always is."""
        return codes.same(source, target) or any(engine.supports(source, target) for engine in self.engines)

    def translate(
        self,
        segments: Sequence[str],
        source: str,
        target: str,
        seconds: float = math.inf,
        purse: Purse = Purse(),  # noqa: B008 (without a cap it never changes)
    ) -> list[Translated]:
        """One translation a segment, in order, within so many seconds and what the purse holds.

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
        with allowance.within(deadline):  # that an engine asks its service for its languages too
            done = self._ask_all(list(wanted), (source, target), deadline, purse) if wanted else {}
        rows = [done.get(plain(segment), Translated(text=segment)) for segment in segments]
        return consistent(segments, rows, source, target)

    def keys(self, engine: Engine, texts: Iterable[str], pair: Languages) -> dict[str, Key]:
        """What each text's answer by this engine is remembered by. Of the glossary, only what the text has in it counts."""
        said = Protection(self.glossary, *pair).said
        keys = self.recall.keys(engine, texts, pair)
        return {text: msgspec.structs.replace(key, glossary=said(text)) for text, key in keys.items()}

    def given(self, texts: Iterable[str], pair: Languages) -> dict[str, Translated]:
        """What needs no engine: texts that the glossary settles, and those that people translated."""
        settled = Protection(self.glossary, *pair).settled
        words = {text: Translated(text=said) for text in texts if (said := settled(text)) is not None}
        return words | self.recall.human(texts, pair)

    def _ask_all(self, texts: list[str], pair: Languages, deadline: Deadline, purse: Purse) -> dict[str, Translated]:
        engines = [engine for engine in self.engines if engine.supports(*pair)]
        if not engines:
            raise BadSetting(self._nobody(*pair))
        work = Work(texts, self.given(texts, pair))
        for engine in engines:
            try:
                late = self._ask(engine, work, pair, deadline, purse)
            except TryLater as error:  # it cannot even be got ready: the rest goes to the next one
                late = dict.fromkeys(work.missing(), str(error))
            work.postponed(engine.name, late)
        return work.result(len(engines))

    def _ask(self, engine: Engine, work: Work, pair: Languages, deadline: Deadline, purse: Purse) -> dict[str, str]:
        """Why, for each text that the engine was too much out of order to answer."""
        texts = work.missing()
        judge, keys = Judge(engine, pair, Protection(self.glossary, *pair)), self.keys(engine, texts, pair)
        known = {text: judge.whole(text, row.text) for text, row in self.recall.known(keys).items()}
        self.meter.recalled(len(known))
        for text, found in known.items():
            work.answered(text, found)
        if refusal := purse.take(engine, [text for text in work.missing() if text not in known], pair):
            work.refused(engine.name, refusal)
            return {}
        counted = set(known)
        self.meter.asking(text for text in texts if text not in known)

        def keep(text: str, found: Found) -> None:
            work.answered(text, found)
            self.meter.came(text)
            if not found.faults and text not in counted:
                counted.add(text)
                self.meter.kept(engine.name, text)
            if found.lasting and text not in known:
                self.recall.keep(keys[text], found.row)

        late = Attempts(self._dispatchers[engine.name], judge, deadline, known).run(texts, keep)
        purse.give_back(engine, late, pair)
        return late

    def _nobody(self, source: str, target: str) -> str:
        names = ", ".join(engine.name for engine in self.engines)
        advice = [engine.advice(source, target) for engine in self.engines if isinstance(engine, Advising)]
        pair = f"{codes.name(source)} to {codes.name(target)} ({source} to {target})"
        return ". ".join([f"no engine in use ({names}) translates {pair}", *advice])
