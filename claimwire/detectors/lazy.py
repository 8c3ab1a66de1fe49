"""What takes time to load is loaded when first needed, once, whichever thread comes first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Generic, TypeVar

from claimwire import extras
from claimwire.errors import BadSetting

Loaded = TypeVar("Loaded")


class Lazy(Generic[Loaded]):
    """Calls ``load`` on first use and keeps what it returns, until told to ``forget`` it."""

    def __init__(self, load: Callable[[], Loaded]) -> None:
        self._load = load
        self._loading = threading.Lock()
        self._loaded: Loaded | None = None

    def __call__(self) -> Loaded:
        """The loaded thing."""
        if self._loaded is None:
            with self._loading:
                if self._loaded is None:
                    self._loaded = self._load()
        return self._loaded

    def forget(self) -> None:
        """Drop it, so that the next call loads it anew."""
        self._loaded = None


def package(module: str, detector: str, extra: str = "") -> Path:
    """Where the package of ``module`` is installed, without importing it; raises BadSetting, with what to install."""
    found = find_spec(module)
    if found is None or found.origin is None:
        raise BadSetting(f"detector {detector!r} needs the Python module {module}: {extras.install(extra)}")
    return Path(found.origin).parent
