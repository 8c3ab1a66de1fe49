"""Settings, typed and checked, from any mapping: the environment of a function, or the options of a command."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.layout import digest_hash
from claimwire.models import SCHEMA

PREFIX = "CLAIMWIRE_"
MAX_CLAIMS = 50
MAX_WORDS = 5_000
FULL_TEXT_UP_TO = 100_000
_RANGES = {
    "claims": (1, MAX_CLAIMS),
    "words": (0, MAX_WORDS),
    "epoch": (0, 999_999_999),
    "full_text_up_to": (1, 999_999_999),
}


class Settings(Struct, frozen=True, kw_only=True):
    """What a deployment, or a command, asks of every article.

    ``claims`` and ``words`` bound a summary (0 words: any number); ``order`` is ``rank`` or ``text``. ``furniture`` is the hash of a user's
    own rules, empty without; ``glossary`` the name of a registered one. ``summary_only``: title, claims and caveats are translated, and no
    more; as always in articles of more than ``full_text_up_to`` characters. ``max_cost`` and ``month_max_cost``: US dollars that
    translating one article, and all of a calendar month, may cost, or any sum.
    """

    targets: tuple[str, ...]
    engine: str = "firefox"
    claims: int = 5
    words: int = 0
    order: str = "rank"
    ranker: str = "neutral"
    detector: str = "auto"
    furniture: str = ""
    language: str = ""
    glossary: str = ""
    epoch: int = 0
    summary_only: bool = False
    full_text_up_to: int = FULL_TEXT_UP_TO
    max_cost: float | None = None
    month_max_cost: float | None = None

    def fingerprint(self, engine_identity: str) -> str:
        """Changes with all that changes a result: these settings, the engines behind the name, the digest's shape.

        A glossary counts by its content, which is in the engines' identity, and not by its name.
        """
        nameless = msgspec.structs.replace(self, glossary="")
        return digest_hash(str(SCHEMA), engine_identity, msgspec.json.encode(nameless, order="sorted").decode())


def targets_of(text: str) -> tuple[str, ...]:
    """``"pt, es"`` -> ``("pt", "es")``, canonical, each once; raises BadSetting."""
    found = dict.fromkeys(codes.canonical(part) for part in text.replace(",", " ").split())
    if not found:
        raise BadSetting("no target language: name at least one, such as pt or pt,es")
    return tuple(found)


def from_mapping(values: Mapping[str, str]) -> Settings:
    """Settings from ``CLAIMWIRE_TARGETS``, ``CLAIMWIRE_ENGINE`` and so on; an absent or empty value is the default.

    Raises BadSetting, which names the setting at fault.
    """
    given = {field: values.get(PREFIX + field.upper(), "").strip() for field in Settings.__struct_fields__}
    fields: dict[str, object] = {field: value for field, value in given.items() if value}
    for field, (low, high) in _RANGES.items():
        if field in fields:
            fields[field] = _whole(PREFIX + field.upper(), given[field], low, high)
    for field, convert in {"summary_only": _yes, "max_cost": _dollars, "month_max_cost": _dollars}.items():
        if field in fields:
            fields[field] = convert(PREFIX + field.upper(), given[field])
    try:
        fields["targets"] = targets_of(given["targets"])
    except BadSetting as error:
        raise BadSetting(f"{PREFIX}TARGETS: {error}") from error
    return msgspec.convert(fields, Settings)


@contextmanager
def blaming(name: str) -> Iterator[None]:
    """A BadSetting that names no variable of the environment is raised again with this one's name."""
    try:
        yield
    except BadSetting as error:
        if PREFIX in str(error):
            raise
        raise BadSetting(f"{name}: {error}") from error


def _yes(name: str, value: str) -> bool:
    if value not in ("true", "false"):
        raise BadSetting(f"{name} must be true or false, not {value!r}")
    return value == "true"


def _dollars(name: str, value: str) -> float:
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value, re.ASCII):
        raise BadSetting(f"{name} must be a number of US dollars such as 0.50, not {value!r}")
    return float(value)


def _whole(name: str, value: str, low: int, high: int) -> int:
    number = int(value) if value.isdecimal() and len(value) < 10 else -1
    if not low <= number <= high:
        raise BadSetting(f"{name} must be a whole number from {low} to {high}, not {value!r}")
    return number
