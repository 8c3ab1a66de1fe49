"""What went wrong, in one line that says what to do, and the exit code that scripts go by."""

from __future__ import annotations

import sqlite3
import sys
from typing import Final

import typer

from claimwire.errors import ClaimwireError, Refused, TryLater

FOUND, USAGE, REFUSED, INCOMPLETE, LATER = 1, 2, 3, 4, 5
BUG, INTERRUPTED, NO_READER = 70, 130, 141
CODES: Final = {
    0: "all well",
    FOUND: "`doctor` found something to mend; or this machine stood in the way: a file, the disk, AWS's answer",
    USAGE: "wrong use, or a setting that cannot be",
    REFUSED: "an article was refused; the others are done",
    INCOMPLETE: "a translation is missing",
    LATER: "try later: a service or an engine is out of order",
    BUG: "an error in claimwire itself",
    INTERRUPTED: "interrupted by Ctrl-C",
    NO_READER: "whoever read the output stopped reading, as `head` does",
}
REPORT = "this is an error in claimwire: please report it, with what `--debug` prints"


def told(error: Exception) -> tuple[str, int]:
    """The line, and the exit code."""
    if isinstance(error, ClaimwireError):
        return str(error), LATER if isinstance(error, TryLater) else REFUSED if isinstance(error, Refused) else USAGE
    if isinstance(error, typer.TyperException):
        return usage(error), USAGE
    if isinstance(error, OSError | sqlite3.OperationalError):
        return _machine(error), FOUND
    if type(error).__module__.startswith("botocore"):
        return _aws(error)
    return f"{type(error).__name__}: {' '.join(str(error).split())}: {REPORT}", BUG


def usage(error: typer.TyperException) -> str:
    """Wrong use: what is wrong, what was perhaps meant, and where help is."""
    parameter, context = getattr(error, "param", None), getattr(error, "ctx", None)
    text = error.message if isinstance(getattr(error, "possibilities", None), list | tuple) else error.format_message()
    if parameter is not None and hasattr(error, "param_type"):
        text = f"missing {_name(parameter)}: {parameter.help}"
    near = getattr(error, "possibilities", None)
    advice = f" (did you mean {' or '.join(near)}?)" if near else ""
    line = f"{text[:1].lower()}{text[1:]}".rstrip(".")
    return f"{line}{advice}\ntry: {context.command_path if context else 'claimwire'} --help"


def _name(parameter: object) -> str:
    from claimwire.commands.manual import label

    return label(parameter)


def _machine(error: OSError | sqlite3.OperationalError) -> str:
    name = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
    what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{name}{what}: see to the file, the folder or the disk, and run it again"


def _aws(error: Exception) -> tuple[str, int]:
    from claimwire.aws.faults import passing

    advice = (
        "try again in a minute" if passing(error) else "`claimwire doctor --stack NAME` checks credentials and rights"
    )
    return f"AWS: {' '.join(str(error).split())}: {advice}", LATER if passing(error) else FOUND


def write(text: str) -> None:
    """On standard error, whatever its encoding."""
    safe = text.encode(sys.stderr.encoding or "utf-8", "backslashreplace").decode(sys.stderr.encoding or "utf-8")
    print(safe, file=sys.stderr)
