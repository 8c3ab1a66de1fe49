"""Keys of uploads. A name comes from a stranger's machine: of it only letters and digits are kept, and its ending is ours."""

from __future__ import annotations

import datetime
import re
import secrets
import unicodedata

from claimwire import layout

_BYTES = 80  # of a name in UTF-8: with a folder of 200 characters, and a stamp, still far below a key's 1,024
_KEPT = "LMN"  # letters, their marks, numbers: no control, no direction, no separator, no punctuation


def key(folder: str, name: str, ending: str, now: float) -> str:
    """A key that nobody had before: ``uploads/<folder>/<time>-<chance>-<safe name>``."""
    stamp = datetime.datetime.fromtimestamp(now, datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
    return f"{layout.UPLOADS}{folder}{stamp}-{secrets.token_hex(4)}-{safe(name)}.{ending}"


def safe(name: str) -> str:
    """The name without its path and its ending, as far as it is letters and digits; ``article`` where nothing is left."""
    last = re.split(r"[/\\]", name)[-1]
    stem = last.rpartition(".")[0] or last
    kept = "".join(letter if unicodedata.category(letter)[0] in _KEPT else " " for letter in _folded(stem))
    short = "-".join(kept.split()).encode()[:_BYTES].decode(errors="ignore")
    return short.strip("-") or "article"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:1000])
