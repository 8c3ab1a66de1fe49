"""Settings of engines: ``CLAIMWIRE_DEEPL_KEY`` is the option ``key`` of the engine ``deepl``."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping

import msgspec

from claimwire.errors import BadSetting
from claimwire.ports import Engine, Limits
from claimwire.settings import PREFIX

PACE = ("at_once", "per_second")
"""Options that every remote engine has: requests at one time, and how many a second."""


def setting(engine: str, option: str) -> str:
    """The name under which an option is set."""
    return f"{PREFIX}{engine}_{option}".upper()


def configured(name: str, maker: Callable[..., Engine], values: Mapping[str, str]) -> Engine:
    """The engine with its options from ``values``, which may hold much else; an empty value is as good as none.

    Raises BadSetting for an option that the engine does not have, or a value that it does not take.
    """
    prefix = setting(name, "")
    given = {key.removeprefix(prefix).lower(): value.strip() for key, value in values.items() if key.startswith(prefix)}
    given = {option: value for option, value in given.items() if value}
    known: tuple[str, ...] = getattr(maker, "options", ())
    for option in given:
        if option not in known:
            raise BadSetting(_unknown(name, option, known))
    return maker(**given)


def _unknown(name: str, option: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(option, known, n=1)
    hint = f": did you mean {setting(name, near[0])}?" if near else ""
    others = ", ".join(setting(name, each) for each in known) or "no setting at all"
    return f"unknown setting {setting(name, option)}{hint or f': {name} knows {others}'}"


def one_of(name: str, option: str, value: str, choices: Collection[str]) -> str:
    """The value, if it is one of the choices; raises BadSetting."""
    if value and value not in choices:
        raise BadSetting(f"{setting(name, option)} must be one of {', '.join(choices)}, not {value!r}")
    return value


def paced(name: str, limits: Limits, at_once: str, per_second: str) -> Limits:
    """The limits with the user's own pace, where one is set; raises BadSetting."""
    if at_once:
        limits = msgspec.structs.replace(limits, at_once=whole(name, "at_once", at_once, 256))
    if per_second:
        limits = msgspec.structs.replace(limits, per_second=_rate(name, per_second))
    return limits


def whole(name: str, option: str, value: str, most: int = 1_000_000) -> int:
    """The value as a whole number from 1; raises BadSetting."""
    number = int(value) if value.isdecimal() and len(value) < 10 else 0
    if not 1 <= number <= most:
        raise BadSetting(f"{setting(name, option)} must be a whole number from 1 to {most}, not {value!r}")
    return number


def _rate(name: str, value: str) -> float:
    try:
        rate = float(value)
    except ValueError:
        rate = 0.0
    if not 0 < rate <= 1_000:
        raise BadSetting(f"{setting(name, 'per_second')} must be a number up to 1000, not {value!r}")
    return rate
