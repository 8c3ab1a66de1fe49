"""What an upload asks for itself, or its folder for it: less than the stack's settings, never more."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import msgspec

from claimwire import codes
from claimwire.errors import BadSetting, Refused
from claimwire.settings import Settings, targets_of

PREFIX = "claimwire-"
"""Begins the names of metadata (``x-amz-meta-claimwire-targets``) and tags."""


GLOSSARY = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
GLOSSARY_NAMES = "up to 64 lower-case letters, digits, hyphens and underscores, a letter or digit first"


def told(*sources: Mapping[str, str]) -> dict[str, str]:
    """The wishes among metadata or tags, without their prefix; an earlier source wins."""
    found: dict[str, str] = {}
    for source in reversed(sources):
        names = {name.lower(): value for name, value in source.items()}
        found |= {name.removeprefix(PREFIX): value.strip() for name, value in names.items() if name.startswith(PREFIX)}
    return found


def narrowed(settings: Settings, wishes: Mapping[str, str]) -> Settings:
    """The settings with the wishes kept. Raises Refused, which names the wish, for what is nonsense or more than there is."""
    for name, value in sorted(wishes.items()):
        if name not in _WISHES:
            raise refused(name, f"there is no such setting; there are {', '.join(PREFIX + known for known in _WISHES)}")
        settings = msgspec.structs.replace(settings, **_WISHES[name](settings, value))
    return settings


def _targets(settings: Settings, value: str) -> dict[str, object]:
    try:
        asked = targets_of(value)
    except BadSetting as error:
        raise refused("targets", str(error)) from error
    more = [code for code in asked if code not in settings.targets]
    if more:
        raise refused("targets", f"this stack translates into {', '.join(settings.targets)}, not {', '.join(more)}")
    return {"targets": tuple(code for code in settings.targets if code in asked)}


def _language(_: Settings, value: str) -> dict[str, object]:
    try:
        return {"language": codes.canonical(value), "detector": "declared"}
    except BadSetting as error:
        raise refused("language", str(error)) from error


def _claims(settings: Settings, value: str) -> dict[str, object]:
    number = int(value) if value.isdecimal() and len(value) < 10 else 0
    if not 1 <= number <= settings.claims:
        raise refused("claims", f"a whole number from 1 to this stack's {settings.claims} is meant, not {value!r}")
    return {"claims": number}


def _summary_only(settings: Settings, value: str) -> dict[str, object]:
    if value.lower() not in ("true", "false"):
        raise refused("summary-only", f"true or false is meant, not {value!r}")
    if value.lower() == "false" and settings.summary_only:
        raise refused("summary-only", "this stack translates summaries only")
    return {"summary_only": value.lower() == "true"}


def _glossary(_: Settings, value: str) -> dict[str, object]:
    if not GLOSSARY.fullmatch(value):
        raise refused("glossary", f"{value!r} is no name of a glossary: {GLOSSARY_NAMES}")
    return {"glossary": value}


def refused(name: str, reason: str) -> Refused:
    """The refusal of a wish."""
    return Refused(f"The upload's setting {PREFIX}{name} cannot be kept: {reason}.")


_WISHES: dict[str, Callable[[Settings, str], dict[str, object]]] = {
    "targets": _targets,
    "language": _language,
    "claims": _claims,
    "summary-only": _summary_only,
    "glossary": _glossary,
}
