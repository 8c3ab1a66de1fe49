"""What goes into a function's zip, read from package.toml."""

from __future__ import annotations

import functools
import re
from fnmatch import translate
from importlib import resources

import msgspec
from msgspec import Struct


class Rules(Struct, frozen=True, rename="kebab"):
    """See package.toml for what each list means."""

    leave: tuple[str, ...]
    runtime: tuple[str, ...]
    weights: tuple[str, ...]
    sources: tuple[str, ...]
    own_leave: tuple[str, ...]
    prune: tuple[str, ...]
    keep: tuple[str, ...]

    def wants(self, path: str) -> bool:
        """Whether a dependency's file, by its posix path from the zip's root, is carried."""
        return _any(self.keep).match(path) is not None or _any(self.prune).match(path) is None

    def wants_own(self, path: str) -> bool:
        """Whether a file of ours is carried."""
        return _any((*self.own_leave, "*.pyc")).match(path) is None


@functools.cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(translate(pattern) for pattern in patterns))


def text() -> bytes:
    """The rules as written; a change of them is a change of every zip."""
    return resources.files("claimwire.local").joinpath("package.toml").read_bytes()


@functools.cache
def load() -> Rules:
    """The rules."""
    return msgspec.toml.decode(text(), type=Rules)
