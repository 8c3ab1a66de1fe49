"""What a code may be served by, and what must then be said."""

from __future__ import annotations

from claimwire import codes


def names(code: str) -> tuple[str, ...]:
    """The codes under which an engine may know a language, nearest first: ``pt-BR`` -> ``pt-BR, pt``.

    A region may be dropped, a script may not: a model for ``zh`` writes simplified characters and cannot serve ``zh-Hant``.
    """
    parts = [part for part in code.split("-") if part != "Hans" and not _region(part)]
    return tuple(
        dict.fromkeys((code, "-".join(part for part in code.split("-") if not _region(part)), "-".join(parts)))
    )


def notes(target: str) -> tuple[str, ...]:
    """The warning that goes with a target whose own variant nobody here writes."""
    if codes.base(target) == "pt" and target not in {"pt", "pt-BR"}:
        return ("variant: Brazilian Portuguese",)
    return ()


def _region(part: str) -> bool:
    return (len(part) == 2 and part.isupper()) or part.isdigit()
