from __future__ import annotations

import pytest

from claimwire.errors import Refused
from claimwire.readers import read
from claimwire.readers.limits import MAX_BYTES
from tests.zipped import pack

PROSE = b"The port of Halden will reopen on Monday, the ministry said."


@pytest.mark.parametrize(
    "data",
    [
        pack(PROSE),
        pack(pack(PROSE)),
        pack(PROSE[:20]) + pack(PROSE[20:]),
        pack(PROSE) + bytes(512),
    ],
    ids=["once", "twice", "members", "padded"],
)
def test_gzip_is_unpacked(data: bytes) -> None:
    assert read(data, "a.txt.gz").text == PROSE.decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pack(bytes(MAX_BYTES + 1)), "unpacks to more than 10,000,000 bytes"),
        (pack(pack(pack(PROSE))), "gzip within gzip within gzip"),
        (pack(PROSE)[:-4], "cut short"),
        (pack(PROSE)[:20] + b"\xff" * 30, "damaged|cut short"),
        (pack(PROSE)[:-8] + bytes(8), "damaged"),
        (pack(b"a") * 201, "more than 200 parts"),
        (pack(b""), "file is empty"),
        (b"\x1f\x8b", "cut short"),
    ],
)
def test_bad_gzip_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read(data, "a.gz")
