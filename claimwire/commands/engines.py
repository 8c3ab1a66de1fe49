"""``claimwire engines``: which engines there are, what they cost, and what is missing to use each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
import typer

from claimwire.commands.options import AsJson
from claimwire.errors import BadSetting
from claimwire.terminal.answers import table

if TYPE_CHECKING:
    from claimwire.ports import Engine, Limits
    from claimwire.translators.about import About

_FEW = 8
_WAYS = "pivot goes over English by the engines named before it (firefox,pivot); firefox+apertium:pt over Portuguese, by these two."


def engines(context: typer.Context, as_json: AsJson = False) -> None:
    """List the translation engines: languages from and into English, limits, price, quality, what is missing to use each.

    Examples:
        claimwire engines
        claimwire engines --json
    """
    from claimwire import wiring

    found = [_about(name, make) for name, make in sorted(wiring.engines(context.obj).items())]
    if as_json:
        typer.echo(msgspec.json.encode(found))
        return
    heads = ("engine", "from English", "into English", "a request", "USD per million characters", "quality")
    table(heads, map(_row, found))
    for each in found:
        if each.missing:  # below the table: what to do must be readable in 80 columns
            typer.echo(f"missing for {each.name}: {each.missing}")
    typer.echo(_WAYS)


def _row(each: About) -> list[str]:
    languages = [_languages(each.from_english), _languages(each.into_english)]
    return [each.name, *languages, _request(each.limits), _price(each), each.tier or ""]


def _about(name: str, make: Callable[[], Engine]) -> About:
    from claimwire.translators.about import About, about

    try:
        return about(make())
    except BadSetting as error:
        return About(name=name, missing=str(error))


def _languages(found: Sequence[str]) -> str:
    return ", ".join(found) if len(found) <= _FEW else str(len(found))


def _request(limits: Limits | None) -> str:
    if limits is None:
        return ""
    unit = {"url": "bytes in a URL", "weight": "characters"}.get(limits.measure, limits.measure)
    return f"{limits.size:,} {unit}, {limits.at_once} at once"


def _price(each: About) -> str:
    if each.usd is None:
        return "unknown"
    return "free" if not each.usd else f"{each.usd:.2f} ({each.priced})"
