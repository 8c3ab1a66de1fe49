"""What a chain's answers are remembered by, and looked up by: people's own first, then the engine's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, runtime_checkable

from msgspec import Struct

from claimwire.models import HUMAN, Key, Translated
from claimwire.ports import Engine, Memory

Pair = tuple[str, str]


@runtime_checkable
class Mannered(Protocol):
    """An engine whose identity holds more than concerns every pair, such as the models of all pairs."""

    def manner(self) -> str:
        """Its options and versions that hold for every pair; what serves one pair is in ``model``."""


def human(text: str, source: str, target: str) -> Key:
    """The key of a person's own translation, whatever engine and glossary are in use."""
    return Key(text=text, source=source, target=target, engine=HUMAN)


class Recall(Struct, frozen=True):
    """The memory as a chain asks it. Without one, nothing is known and nothing kept; ``kept`` hears of each answer that is."""

    memory: Memory | None
    protection: int
    glossary: str = ""
    kept: Callable[[], None] = lambda: None

    def human(self, texts: Iterable[str], pair: Pair) -> dict[str, Translated]:
        """What people wrote for these texts."""
        return self.known({text: human(text, *pair) for text in texts})

    def keys(self, engine: Engine, texts: Iterable[str], pair: Pair) -> dict[str, Key]:
        """The key of each text's answer by this engine, with the model and options that it has now."""
        source, target = pair
        common = Key(
            text="",
            source=source,
            target=target,
            engine=engine.name,
            model=engine.model(source, target),
            options=engine.manner() if isinstance(engine, Mannered) else engine.identity(),
            glossary=self.glossary,
            protection=self.protection,
        )
        return {text: common.of(text) for text in texts}

    def known(self, keys: Mapping[str, Key]) -> dict[str, Translated]:
        """By text, what is remembered under its key."""
        found = self.memory.get(list(keys.values())) if self.memory and keys else {}
        return {text: found[key] for text, key in keys.items() if key in found}

    def keep(self, key: Key, row: Translated) -> None:
        """Remember an answer."""
        if self.memory:
            self.memory.put({key: row})
            self.kept()
