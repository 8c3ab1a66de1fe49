"""Pages that only say something: not ready yet, deleted, not here. In the reader's language where we have its words."""

from __future__ import annotations

import re
from importlib import resources

from msgspec import Struct

from claimwire import codes
from claimwire.render import assets
from claimwire.render.page import environment
from claimwire.render.telling import teller
from claimwire.render.words import words

_STYLES = ("base.css", "told.css")
_CODE = re.compile(r"([a-z]{2})\.toml")


class Told(Struct, frozen=True, kw_only=True):
    """What to say. ``kind``: ``waiting`` (looks again after ``seconds``), ``deleted``, ``nothing`` or ``other``.

    ``line`` is what programs are told, in English.
    """

    kind: str
    line: str
    language: str
    seconds: int = 0


def render(told: Told) -> tuple[str, str]:
    """The page as HTML, and the policy that it goes out with."""
    say = words(told.language)
    style, script = assets.inline(*_STYLES), assets.inline("told.js") if told.kind == "waiting" else ""
    policy = assets.policy(style, script)
    direction = "rtl" if codes.right_to_left(say.code) else "ltr"
    template = environment().get_template("told.html")
    shown = {"told": told, "say": say, "tell": teller(say), "direction": direction, "style": style, "script": script}
    return template.render(**shown, policy=policy), policy


def spoken() -> list[str]:
    """The languages whose words we have, English first."""
    folder = resources.files(__package__).joinpath("phrases")
    found = [match[1] for file in folder.iterdir() if (match := _CODE.fullmatch(file.name))]
    return sorted(found, key=lambda code: (code != "en", code))
