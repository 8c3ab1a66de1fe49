"""Boards -> HTML: one template a kind, style and script inside, allowed by their hashes and by nothing else."""

from __future__ import annotations

import base64
import datetime
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimwire import codes
from claimwire.render.board import Frame, Listing, Roll


def listing(board: Listing) -> str:
    """What is new."""
    return _page("list.html", board)


def roll(board: Roll) -> str:
    """Who said what."""
    return _page("speakers.html", board)


@cache
def policy() -> str:
    """What such a page may do: its own style and script, by their hashes; nothing from elsewhere, nothing sent anywhere."""
    style, script = (_hash(_asset(name)) for name in ("css", "js"))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _page(template: str, board: Frame) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            board=board,
            direction="rtl" if codes.right_to_left(board.language) else "ltr",
            policy=policy(),
            style=Markup(_asset("css")),  # noqa: S704 - our own files
            script=Markup(_asset("js")),  # noqa: S704 - our own files
        )
    )


@cache
def _asset(kind: str) -> str:
    names = ("base.css", "boards.css") if kind == "css" else ("boards.js",)
    folder = resources.files(__package__) / "assets"
    return "\n".join((folder / name).read_text("utf-8") for name in names)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


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
    environment.globals |= {"long": _long, "short": _short}
    return environment
