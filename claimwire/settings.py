"""Settings, typed and checked, from any mapping: the environment of a function, or the options of a command."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from claimwire import codes
from claimwire.errors import BadSetting
from claimwire.layout import digest_hash
from claimwire.models import SCHEMA

PREFIX = "CLAIMWIRE_"
MAX_CLAIMS = 50


class Settings(Struct, frozen=True, kw_only=True):
    """What a deployment, or a command, asks of every article."""

    targets: tuple[str, ...]
    engine: str = "firefox"
    claims: int = 5
    ranker: str = "neutral"
    detector: str = "langdetect"
    epoch: int = 0

    def fingerprint(self, engine_identity: str) -> str:
        """Changes with all that changes a result: these settings, the engines behind the name, the digest's shape."""
        return digest_hash(str(SCHEMA), engine_identity, msgspec.json.encode(self, order="sorted").decode())


def targets_of(text: str) -> tuple[str, ...]:
    """``"pt, es"`` -> ``("pt", "es")``, canonical, each once; raises BadSetting."""
    found = dict.fromkeys(codes.canonical(part) for part in text.replace(",", " ").split())
    if not found:
        raise BadSetting("no target language: name at least one, such as pt or pt,es")
    return tuple(found)


def from_mapping(values: Mapping[str, str]) -> Settings:
    """Settings from ``CLAIMWIRE_TARGETS``, ``CLAIMWIRE_ENGINE`` and so on; an absent or empty value is the default."""
    given = {field: values.get(PREFIX + field.upper(), "").strip() for field in Settings.__struct_fields__}
    fields: dict[str, object] = {field: value for field, value in given.items() if value}
    fields["targets"] = targets_of(given["targets"])
    try:
        settings = msgspec.convert(fields, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise BadSetting(f"setting {PREFIX}*: {error}") from error
    if not 1 <= settings.claims <= MAX_CLAIMS:
        raise BadSetting(f"{PREFIX}CLAIMS must be from 1 to {MAX_CLAIMS}, not {settings.claims}")
    return settings
