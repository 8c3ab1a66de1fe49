"""What an engine said to one segment, put back together and judged."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import msgspec
from msgspec import Struct

from claimwire.models import Translated
from claimwire.ports import Engine
from claimwire.translators.checks import faults, service, warnings
from claimwire.translators.checks.pair import pair
from claimwire.translators.protection.placeholders import Masked
from claimwire.translators.protection.protecting import Protection

_UNREAD = "the answer lost what was protected in it"


@runtime_checkable
class Noting(Protocol):
    """An engine that has something to say with every answer for a pair."""

    def notes(self, source: str, target: str) -> tuple[str, ...]:
        """The warnings."""


class Found(Struct, frozen=True):
    """An answer: ``faults`` say that it is no translation, ``doubts`` that a reader should look at it; ``row`` warns of the latter."""

    row: Translated
    faults: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    lasting: bool = False
    """Whether it is worth remembering: words, and none of the service's own."""

    @property
    def clean(self) -> bool:
        """Whether there is nothing against it."""
        return not self.faults and not self.doubts

    @property
    def unread(self) -> bool:
        """Whether its placeholders could not be put back."""
        return self.faults == (_UNREAD,)

    def better_than(self, other: Found) -> bool:
        """Whether there is less against it."""
        return self._against() < other._against()

    def _against(self) -> tuple[bool, int, int]:
        return not self.row.text.strip(), len(self.faults), len(self.doubts)

    def doubted(self, reason: str) -> Found:
        """The same with one more doubt."""
        row = msgspec.structs.replace(self.row, warnings=(*self.row.warnings, reason))
        return Found(row, self.faults, (*self.doubts, reason), self.lasting)

    def flagged(self) -> Translated:
        """The row with all that is against it."""
        return msgspec.structs.replace(self.row, warnings=(*self.faults, *self.row.warnings))


class Judge:
    """Judges the answers of one engine for one pair."""

    def __init__(self, engine: Engine, languages: tuple[str, str], protection: Protection) -> None:
        self.pair, self.protection = languages, protection
        self._notes = engine.notes(*languages) if isinstance(engine, Noting) else ()
        self._engine, self._model = engine.name, engine.model(*languages)

    def answer(self, text: str, hidden: Masked, answer: str | None) -> Found:
        """The engine's answer to a text that it saw as ``hidden``."""
        whole = hidden.restored(answer)
        if whole is None and answer is not None:
            return Found(Translated(text="", engine=self._engine, model=self._model), (_UNREAD,))
        return self.whole(text, whole)

    def whole(self, text: str, answer: str | None) -> Found:
        """An answer with everything in its place, such as one from the memory: the checks may know more than they did then."""
        wrong = faults(text, answer, *self.pair)
        lost = self.protection.lost(text, answer) if answer else ()
        doubts = (*lost, *warnings(text, answer or "", *self.pair))
        row = Translated(text=answer or "", engine=self._engine, model=self._model, warnings=(*self._notes, *doubts))
        lasting = bool(row.text.strip()) and service.check(pair(text, row.text, *self.pair)) is None
        return Found(row, wrong, doubts, lasting)
