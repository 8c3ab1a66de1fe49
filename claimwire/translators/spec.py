"""The language of the setting ``engine``: ``firefox,google`` asks one after the other, ``firefox+google:pt`` goes through a language."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Sequence

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.ports import Engine, Memory
from claimwire.translators.pivot import ENGLISH, Pivot

PIVOT = "pivot"


def engines(spec: str, known: Collection[str], make: Callable[[str], Engine], memory: Memory | None) -> list[Engine]:
    """The engines that a setting names, each made once.

    ``pivot`` goes through English, and ``pivot:pt`` through Portuguese, by the engines that are named without a way of their own;
    ``firefox+apertium:pt`` by these two. Raises BadSetting for what nobody knows.
    """
    names = list(dict.fromkeys(name for name in (part.strip() for part in spec.split(",")) if name)) or [spec]
    wanted = {name: _sides(name) for name in names}
    single = dict.fromkeys(each for sides, _ in wanted.values() for each in sides if each != PIVOT)
    for each in single:
        _check(each, known)
    made = {each: make(each) for each in single}
    plain = [made[name] for name in names if name in made]
    return [made[name] if name in made else _pivot(*wanted[name], made, plain, memory) for name in names]


def _sides(name: str) -> tuple[list[str], str]:
    """``a+b:pt`` -> (["a", "b"], "pt")."""
    engines, colon, via = name.partition(":")
    sides = [side.strip() for side in engines.split("+")]
    if len(sides) > 2 or (colon and len(sides) == 1 and sides != [PIVOT]) or (len(sides) == 2 and PIVOT in sides):
        raise BadSetting(f"{name!r} is no way: write pivot, pivot:pt, firefox+apertium or firefox+apertium:pt")
    return sides, via if colon else ENGLISH


def _pivot(
    sides: Sequence[str], via: str, made: dict[str, Engine], plain: Sequence[Engine], memory: Memory | None
) -> Engine:
    first, second = ([made[side]] for side in sides) if len(sides) == 2 else (plain, [])
    return Pivot(first, second, codes.canonical(via), memory)


def _check(name: str, known: Collection[str]) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        raise BadSetting(f"unknown engine {name!r}{hint}: known are {', '.join(sorted({*known, PIVOT}))}")
