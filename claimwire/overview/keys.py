"""Many folders of an index listed at once, and how far that goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from msgspec import Struct

from claimwire.lists import Shelf

_CALL = 1000  # keys that one call of S3 lists
_AT_ONCE = 16


class Listed(Struct, frozen=True):
    """The keys of each folder, in order; ``whole`` is False where some were left out."""

    folders: tuple[tuple[str, ...], ...]
    whole: bool


def listed(shelf: Shelf, folders: Sequence[str], most: int) -> Listed:
    """The keys under ``folders``: the first call's of each at once, then the rest, the first folders' first, up to ``most``."""
    streams = [shelf.after(folder, "") for folder in folders]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(lambda stream: list(islice(stream, _CALL)), streams))
    left = most - sum(map(len, found))
    for number, stream in enumerate(streams):
        more = list(islice(stream, max(left, 0)))
        found[number] += more
        left -= len(more)
    return Listed(tuple(map(tuple, found)), left > 0 or not _any_left(streams))


def _any_left(streams: Sequence[Iterator[str]]) -> bool:
    return any(next(stream, None) is not None for stream in streams)
