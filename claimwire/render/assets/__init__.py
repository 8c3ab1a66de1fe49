"""Style and script of the pages: files of their own here, inline in what is rendered, and named by their hashes in its policy."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from markupsafe import Markup

_COMMENT = re.compile(r"/\*[\s\S]*?\*/|^\s*//.*$", re.MULTILINE)
_INDENT = re.compile(r"\n\s*")

# Neither connections nor pictures, fonts, frames or forms: a page has all that it needs in itself.
_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'"


@cache
def inline(*names: str) -> Markup:
    """The files one after the other, without their comments and indents; they are ours, so nothing is escaped."""
    return bare(*(resources.files(__package__).joinpath(name).read_text("utf-8") for name in names))


def bare(*texts: str) -> Markup:
    """Style or script of ours, without comments and indents."""
    return Markup("\n".join(_INDENT.sub("\n", _COMMENT.sub("", text)).strip() for text in texts))  # noqa: S704 - our own files


def policy(style: str, script: str = "") -> str:
    """The Content-Security-Policy that lets this style and script run, by their hashes, and nothing else."""
    scripts = f"; script-src '{_hash(script)}'" if script else ""
    return f"{_ELSE}; style-src '{_hash(style)}'{scripts}"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
