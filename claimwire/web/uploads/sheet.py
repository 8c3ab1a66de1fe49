"""The upload page's HTML, whole in itself, and the policy by which a browser runs this script, this style, and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimwire.render import assets
from claimwire.render.attributes import passage
from claimwire.render.telling import teller
from claimwire.render.told import spoken
from claimwire.render.words import Words, own_name
from claimwire.web.uploads import formats
from claimwire.web.uploads.reader import Reader

_SCRIPTS = ("cards.js", "sending.js", "page.js")
_SECTIONS = ("states", "stages", "problems")


def render(who: Reader, told: Mapping[str, object], **values: object) -> str:
    """The page in its reader's language; ``told`` goes to its script, beside the words and the formats."""
    endings = formats.endings()
    said = {
        "lang": who.language,
        "words": {**who.table["script"], **{name: who.table[name] for name in _SECTIONS}, **_shared(who.say)},
        "own": {code: own_name(code) for code in spoken()},
        "endings": list(endings),
        "types": [*endings.values(), *formats.also()],
        **told,
    }
    shared = {"who": who, "say": who.say, "tell": teller(who.say), "spoken": spoken(), "told": _data(said)}
    return _environment().get_template("upload.html").render(style=_style(), script=_script(), **shared, **values)


def policy(bucket: str) -> str:
    """The page's Content-Security-Policy; ``bucket`` is where its forms go, and nowhere else may anything be sent."""
    return (
        f"default-src 'none'; style-src {_hash(_style())}; script-src {_hash(_script())}; connect-src 'self' {bucket}; "
        f"form-action 'self' {bucket}; base-uri 'none'; frame-ancestors 'none'"
    )


def _shared(say: Words) -> dict[str, str]:
    """Words of the script's that other pages have too."""
    return {"untranslated": say("not_translated"), "colon": say("colon")}


def _data(value: object) -> str:
    """JSON that may stand inside a script element: no ``<`` ends it or opens another."""
    return msgspec.json.encode(value).decode().replace("<", "\\u003c")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _style() -> Markup:
    return Markup("\n").join((assets.inline("base.css"), assets.bare(_asset("upload.css"))))


@cache
def _script() -> Markup:
    return assets.bare(*map(_asset, _SCRIPTS))


def _asset(name: str) -> str:
    return (resources.files(__package__) / "assets" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimwire.web.uploads", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"passage": passage}
    return environment
