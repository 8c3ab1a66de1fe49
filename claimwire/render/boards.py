"""Boards -> HTML: one template a kind, style and script inside, allowed by their hashes and by nothing else."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimwire.render import assets, telling
from claimwire.render.attributes import direction, passage
from claimwire.render.board import Frame, Listing, Roll
from claimwire.render.words import own_name, words

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
    say = words(board.language)
    return (
        _environment()
        .get_template(template)
        .render(
            board=board,
            say=say,
            ui=say.mark,
            own=passage(say.code),
            tell=telling.teller(say),
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


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimwire.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"direction": direction, "passage": passage, "own_name": own_name}
    environment.filters["plain"] = lambda sentence, say: telling.plain(say, sentence)
    return environment
