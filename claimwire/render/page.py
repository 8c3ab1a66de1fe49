"""``digest.<lang>.html``: the claims first, then the article with each in its place. Reads in full without its script; all escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimwire.capabilities import Links
from claimwire.render.certainty import certainty
from claimwire.render.content import content
from claimwire.render.frame import frame
from claimwire.render.wording import View
from claimwire.render.words import words


def render(view: View, link: Links) -> str:
    """The page as HTML."""
    say, template = words(view.language), environment().get_template("digest.html")
    return template.render(**frame(view, say, link), **content(view), **certainty(view, say))


@cache
def environment() -> Environment:
    """The templates: all that is filled in is escaped, and nothing may be missing."""
    return Environment(
        loader=PackageLoader("claimwire.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
