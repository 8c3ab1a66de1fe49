"""Translators: one file an engine, this table, and the chain that checks what they answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from claimwire.errors import BadSetting
from claimwire.ports import Engine, Memory
from claimwire.translators.apertium import Apertium
from claimwire.translators.chain import Chain
from claimwire.translators.deepl import DeepL
from claimwire.translators.firefox import Firefox
from claimwire.translators.glossary import Glossary
from claimwire.translators.google import Google
from claimwire.translators.libre import Libre
from claimwire.translators.microsoft import Microsoft
from claimwire.translators.mymemory import MyMemory
from claimwire.translators.spec import engines

Factory = Callable[[], Engine]

ENGINES: dict[str, Factory] = {
    "apertium": Apertium,
    "deepl": DeepL,
    "firefox": Firefox,
    "google": Google,
    "libre": Libre,
    "microsoft": Microsoft,
    "mymemory": MyMemory,
}


@runtime_checkable
class Needing(Protocol):
    """An engine that cannot be used without some settings."""

    name: str

    def needs(self) -> tuple[str, ...]:
        """The names of those that are missing."""


def build(
    spec: str,
    memory: Memory | None = None,
    extra: Mapping[str, Factory] = {},
    glossary: Glossary = Glossary(),  # noqa: B008 (never changed)
    *,
    ready: bool = True,
) -> Chain:
    """The chain that a setting such as ``firefox,google`` names: engines in the order in which they are asked.

    Args:
        spec: names of engines, parted by commas; a name may be a way over two engines (``spec``).
        memory: where translations are kept, if anywhere.
        extra: engines of other rooms, by name; they win over ours.
        glossary: the user's own words.
        ready: whether the engines must have all that they need; an estimate needs no key.

    Raises:
        BadSetting: an engine that nobody knows, or none at all; the text lists the known ones. Or one that lacks a setting.
    """
    table = {**ENGINES, **extra}

    def make(name: str) -> Engine:
        engine = table[name]()
        if ready and isinstance(engine, Needing) and (missing := engine.needs()):
            raise BadSetting(f"the engine {engine.name} cannot be used without the setting {' and '.join(missing)}")
        return engine

    return Chain(engines(spec, table, make, memory), memory, glossary=glossary)
