"""Each library's names of languages, and ours."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable
from importlib import resources

from msgspec import Struct, convert

from claimwire.codes import UNDETERMINED


class Labels(Struct, frozen=True):
    """Our codes of the ``languages`` a library can tell, and its ``labels`` that differ from them; each parted by spaces."""

    languages: str
    labels: dict[str, str]


def shares(library: str, found: Iterable[tuple[str, float]], candidates: frozenset[str]) -> dict[str, float]:
    """A library's shares by label as ours by code: those of labels that mean one language are added up."""
    total: dict[str, float] = {}
    for label, share in found:
        mine = code(library, label, candidates)
        total[mine] = total.get(mine, 0.0) + share
    return total


@functools.lru_cache(maxsize=8192)
def code(library: str, label: str, candidates: frozenset[str]) -> str:
    """Our code for a library's ``label``, out of ``candidates``; ``und`` where it is none of them."""
    named = _table(library).labels.get(label, label)
    return next((each for each in named.split() if each in candidates), UNDETERMINED)


@functools.cache
def _table(library: str) -> Labels:
    table = tomllib.loads(resources.files(__package__).joinpath("labels.toml").read_text("utf-8"))
    return convert(table[library], Labels)


@functools.cache
def known(library: str) -> frozenset[str]:
    """The languages that ``library`` can tell, as we write them."""
    return frozenset(_table(library).languages.split())
