"""Boards -> HTML: one template a kind, style and script inside, allowed by their hashes and by nothing else."""

from __future__ import annotations

import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimwire import codes
from claimwire.render import assets
from claimwire.render.board import Frame, Listing, Roll

_FEW = 5  # languages that stand in a row; more are folded


def listing(board: Listing) -> str:
    """What is new."""
    return _page("list.html", board)


def roll(board: Roll) -> str:
    """Who said what."""
    return _page("speakers.html", board)


@cache
def policy() -> str:
    """What such a page may do: its own style and script, by their hashes; nothing from elsewhere, nothing sent anywhere."""
    return assets.policy(_style(), _script())


def _page(template: str, board: Frame) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            board=board,
            days=len(board.days) > 1 or any(way.url for way in board.days),
            many=len(board.languages) > _FEW,
            policy=policy(),
            style=_style(),
            script=_script(),
        )
    )


def _style() -> Markup:
    return assets.inline("base.css", "boards.css")


def _script() -> Markup:
    return assets.inline("boards.js")


def _direction(code: str) -> str:
    return "rtl" if codes.right_to_left(code) else "ltr"


def _long(day: str) -> str:
    moment = datetime.date.fromisoformat(day)
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def _short(day: str) -> str:
    moment = datetime.date.fromisoformat(day)
    return f"{moment.day} {moment:%b}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimwire.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"long": _long, "short": _short, "direction": _direction}
    return environment
