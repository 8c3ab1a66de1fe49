"""The upload page's HTML, whole in itself, and the policy by which a browser runs this script, this style, and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimwire import codes
from claimwire.render import assets
from claimwire.web.uploads import formats

_SCRIPTS = ("cards.js", "sending.js", "page.js")


def render(told: Mapping[str, object], **values: object) -> str:
    """The page; ``told`` goes to its script, beside the words and the formats."""
    endings = formats.endings()
    said = {"words": _words(), "endings": list(endings), "types": [*endings.values(), *formats.also()], **told}
    shared = {"name_of": codes.name, "states": _words()["states"], "told": _data(said)}
    return _environment().get_template("upload.html").render(style=_style(), script=_script(), **shared, **values)


def policy(bucket: str) -> str:
    """The page's Content-Security-Policy; ``bucket`` is where its forms go, and nowhere else may anything be sent."""
    return (
        f"default-src 'none'; style-src {_hash(_style())}; script-src {_hash(_script())}; connect-src 'self' {bucket}; "
        f"form-action 'self' {bucket}; base-uri 'none'; frame-ancestors 'none'"
    )


def _data(value: object) -> str:
    """JSON that may stand inside a script element: no ``<`` ends it or opens another."""
    return msgspec.json.encode(value).decode().replace("<", "\\u003c")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _words() -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(_asset("words.json"))
    return found


@cache
def _style() -> Markup:
    return Markup("\n").join((assets.inline("base.css"), _ours("upload.css")))


@cache
def _script() -> Markup:
    return Markup().join(map(_ours, _SCRIPTS))


def _ours(name: str) -> Markup:
    return Markup(_asset(name))  # noqa: S704 - our own files


def _asset(name: str) -> str:
    return (resources.files(__package__) / "assets" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("claimwire.web.uploads", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
