from __future__ import annotations

import gzip

import pytest

from claimwire.errors import Refused
from claimwire.readers import read
from claimwire.readers.limits import MAX_BYTES

PROSE = b"The port of Halden will reopen on Monday, the ministry said."


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(PROSE),
        gzip.compress(gzip.compress(PROSE)),
        gzip.compress(PROSE[:20]) + gzip.compress(PROSE[20:]),
        gzip.compress(PROSE) + bytes(512),
    ],
    ids=["once", "twice", "members", "padded"],
)
def test_gzip_is_unpacked(data: bytes) -> None:
    assert read(data, "a.txt.gz").text == PROSE.decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(bytes(MAX_BYTES + 1)), "unpacks to more than 10,000,000 bytes"),
        (gzip.compress(gzip.compress(gzip.compress(PROSE))), "gzip within gzip within gzip"),
        (gzip.compress(PROSE)[:-4], "cut short"),
        (gzip.compress(PROSE)[:20] + b"\xff" * 30, "damaged|cut short"),
        (gzip.compress(PROSE)[:-8] + bytes(8), "damaged"),
        (gzip.compress(b"a") * 201, "more than 200 parts"),
        (gzip.compress(b""), "file is empty"),
        (b"\x1f\x8b", "cut short"),
    ],
)
def test_bad_gzip_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read(data, "a.gz")
