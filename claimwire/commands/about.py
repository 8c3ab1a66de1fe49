"""``claimwire schema`` and ``claimwire version``."""

from __future__ import annotations

from typing import Annotated

import typer

from claimwire.errors import BadSetting
from claimwire.terminal.answers import answer
from claimwire.version import __version__

SCHEMAS = ("digest", "notice")
SchemaOf = Annotated[str, typer.Argument(metavar="[WHAT]", help="digest or notice.")]


def schema(of: SchemaOf = "digest") -> None:
    """Print the JSON Schema of digest.json, or of a notice.

    Examples:
        claimwire schema
        claimwire schema notice
    """
    import msgspec

    from claimwire.models import Digest, Notice

    if of not in SCHEMAS:
        raise BadSetting(f"no schema of {of!r}: choose {' or '.join(SCHEMAS)}")
    found = msgspec.json.schema(Digest if of == "digest" else Notice)
    answer(found, msgspec.json.format(msgspec.json.encode(found), indent=2).decode())


def version() -> None:
    """Print the version.

    Examples:
        claimwire version
    """
    answer({"version": __version__}, f"claimwire {__version__}")
