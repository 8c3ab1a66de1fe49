"""Where a folder of results is served: told once, remembered beside the pages, since a feed has to name its own address."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from claimwire import render
from claimwire.errors import BadSetting
from claimwire.foldershelf import FolderShelf

KEPT = ".claimwire/site.json"
# A feed's reader resolves links by it: no query, no fragment, and no password that every feed would give away.
_BASE = re.compile(r"https?://[A-Za-z0-9.\-:\[\]]+(/[!$-;=A-Z_a-z~%&'()*+,]*)?")


class Home(Struct, frozen=True):
    """The ``base`` of all addresses, which ends with a slash; the ``first`` one makes the ids of feeds, which outlive a move."""

    base: str
    first: str


def at(shelf: FolderShelf, base: str | None) -> Home | None:
    """Where the folder is served: as told now, or the last time. None for an empty ``base``. Raises BadSetting."""
    before = _before(shelf)
    if base is None:
        return before
    if not base:
        return None
    if not _BASE.fullmatch(base):
        raise BadSetting(f"--base: {base!r} is no address of a folder on the web: write it like https://news.example/")
    wanted = base.rstrip("/") + "/"
    return Home(wanted, before.first if before else wanted)


def keep(shelf: FolderShelf, home: Home | None) -> None:
    """Remember it, or that there is none."""
    if home is None:
        shelf.delete(KEPT)
    elif home != _before(shelf):
        shelf.put(KEPT, msgspec.json.encode(home), render.JSON)


def _before(shelf: FolderShelf) -> Home | None:
    """What was told before; nothing where that cannot be read."""
    try:
        return msgspec.json.decode(shelf.get(KEPT) or b"null", type=Home | None)
    except msgspec.DecodeError:
        return None
