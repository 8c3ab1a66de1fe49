"""Gzip, of any format: unpacked up to the limit of an upload and no further, whatever its header promises."""

from __future__ import annotations

import zlib

from claimwire.errors import Refused
from claimwire.readers.limits import MAX_BYTES

MAGIC = b"\x1f\x8b"
_LAYERS = 2  # a server may have packed what was packed already; more is a trick
_MEMBERS = 200  # of one file: each costs a copy of the rest; a file of 10 MB that was packed in blocks of 64 KB has 160
_GZIP = 16 + zlib.MAX_WBITS


def _unpacked(data: bytes) -> bytes:
    """All members of one gzip file."""
    pieces: list[bytes] = []
    room = MAX_BYTES
    while data.startswith(MAGIC):
        if len(pieces) == _MEMBERS:
            raise Refused(
                f"The gzip file has more than {_MEMBERS} parts: pack the article anew, or upload it as it is."
            )
        stream = zlib.decompressobj(_GZIP)
        pieces.append(stream.decompress(data, room + 1))
        room -= len(pieces[-1])
        if room < 0:
            raise Refused(f"The gzip file unpacks to more than {MAX_BYTES:,} bytes: upload the article alone.")
        if not stream.eof:
            raise Refused("The gzip file is cut short: upload it again, whole.")
        data = stream.unused_data.lstrip(b"\0")  # tapes and tar pad with zeros
    return b"".join(pieces)


def inflated(data: bytes) -> bytes:
    """``data``, unpacked where it is gzip.

    Raises:
        Refused: It is damaged, cut short, or unpacks to more than an upload may have.
    """
    for _ in range(_LAYERS):
        if not data.startswith(MAGIC):
            return data
        try:
            data = _unpacked(data)
        except zlib.error as fault:
            raise Refused("The gzip file is damaged: pack it again, or upload the article as it is.") from fault
    if data.startswith(MAGIC):
        raise Refused("The file is gzip within gzip within gzip: upload the article as it is.")
    return data
