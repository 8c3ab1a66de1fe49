"""Watching a folder, by looking at it: that works on every file system and over every network, and a restart is one look more."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from claimwire import layout
from claimwire.commands import faults, inputs, running
from claimwire.commands.asked import Asked
from claimwire.commands.changes import Changes, Mark
from claimwire.commands.told import tell
from claimwire.errors import BadSetting, TryLater
from claimwire.letters import clean
from claimwire.overview import site
from claimwire.terminal.answers import note
from claimwire.terminal.progress import Bar, progress

AGAIN = 30.0  # seconds until an article whose engine is out of order is tried again


class Watcher:
    """One folder and its job. The files that it knows are written down below the results, for the next start."""

    def __init__(self, folder: Path, asked: Asked, env: Mapping[str, str]) -> None:
        self._folder, self._out = folder, asked.out
        self._shared = asked.job(inputs.place(folder / "any").store, env)
        self._book = asked.out / ".claimwire" / f"watched-{layout.digest_hash(str(folder.resolve()))[:16]}.json"
        self._changes = Changes(_read(self._book))
        self._others: set[Path] = set()  # what is no article, said once

    def watch(self, every: float) -> None:
        """Look again and again, until interrupted."""
        note(f"watching {self._folder}; what comes of it is in {self._out / 'index.html'}; Ctrl-C ends it")
        try:
            while True:
                time.sleep(every if self._looked() else AGAIN)
        except KeyboardInterrupt:
            note("stopped; what is left is done at the next start")

    def _looked(self) -> bool:
        try:
            self.round()
        except OSError as error:
            faults.write(f"claimwire: {faults.told(error)[0]}: looked at again in {AGAIN:.0f} s")
            return False
        return True

    def round(self, settle: float | None = None) -> int:
        """One look, and all that is due; the gravest exit code."""
        if settle is not None:
            self._changes.settle = settle
        due = list(self._changes.due(self._scan(), time.monotonic()))
        if not due:
            return 0
        # before anything is done: what is written down and gone at the next start is withdrawn, if ever it was there
        _write(self._book, {*self._changes.known, *(path for path, _ in due)})
        with progress("articles", len(due)) as bar:
            gravest = max(self._act(path, mark, bar) for path, mark in due)
            site.write(self._out)
        _write(self._book, self._changes.known)
        return gravest

    def _scan(self) -> dict[Path, Mark]:
        """Raises OSError where any part cannot be read: an unreadable folder must not look like one emptied."""
        found: dict[Path, Mark] = {}
        others: list[Path] = []
        for path in inputs.walk(self._folder, self._out.resolve(), strict=True):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            if inputs.READ.fullmatch(path.name):
                found[path] = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
            elif path not in self._others:
                others.append(path)
        running.passed_over(others)
        self._others.update(others)
        return found

    def _act(self, path: Path, mark: Mark | None, bar: Bar) -> int:
        try:
            key = inputs.place(path).key
            came = running.outcome(self._shared, key, bar)
        except TryLater as error:
            self._changes.later(path, mark, time.monotonic() + AGAIN)
            faults.write(f"claimwire: {clean(str(path))}: {error}: tried again in {AGAIN:.0f} s")
            return faults.LATER
        except BadSetting as error:  # of this file's name alone: settings were checked at the start
            self._changes.acted(path, mark)
            faults.write(f"claimwire: {error}")
            return faults.USAGE
        self._changes.acted(path, mark)
        with bar.aside():
            tell(key, came, self._out)
        bar.done()
        return running.code(came.digest) if came.digest else 0


def _read(book: Path) -> list[Path]:
    try:
        return [Path(each) for each in msgspec.json.decode(book.read_bytes(), type=list[str])]
    except (FileNotFoundError, msgspec.DecodeError):
        return []


def _write(book: Path, known: Iterable[Path]) -> None:
    book.parent.mkdir(parents=True, exist_ok=True)
    fresh = book.with_suffix(".new")
    fresh.write_bytes(msgspec.json.encode([os.fspath(each) for each in sorted(known)]))
    fresh.replace(book)
