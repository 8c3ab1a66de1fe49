"""Lists of keys that people have: one a line, or an S3 Inventory's."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote_plus

import msgspec
from msgspec import Struct

from claimwire.errors import BadSetting


class _File(Struct):
    key: str


class Manifest(Struct, rename="camel"):
    """An S3 Inventory's manifest.json."""

    source_bucket: str
    destination_bucket: str
    file_format: str
    file_schema: str
    files: list[_File]

    @property
    def bucket(self) -> str:
        """Where its files lie; the manifest gives an ARN."""
        return self.destination_bucket.rpartition(":")[2]


def manifest(text: bytes) -> Manifest | None:
    """The manifest, where the text is one."""
    try:
        return msgspec.json.decode(text, type=Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def of_inventory(told: Manifest, fetch: Callable[[str], bytes | None]) -> Iterator[str]:
    """Keys of the objects that are there, not of versions before or delete markers. Raises BadSetting."""
    if told.file_format != "CSV":
        raise BadSetting(f"an inventory as {told.file_format} cannot be read: have S3 write it as CSV")
    columns = [name.strip() for name in told.file_schema.split(",")]
    for file in told.files:
        data = fetch(file.key)
        if data is None:
            raise BadSetting(f"s3://{told.bucket}/{file.key}, which the inventory names, is not there")
        for row in csv.reader(io.StringIO(gzip.decompress(data).decode())):
            each = dict(zip(columns, row, strict=False))
            if each.get("IsLatest", "true") == "true" and each.get("IsDeleteMarker", "false") == "false":
                yield unquote_plus(each["Key"])  # inventories write keys as URLs do


def of_lines(text: str) -> Iterator[str]:
    """One a line."""
    return (line for line in text.splitlines() if line)


def as_items(keys: Iterable[str]) -> bytes:
    """As the state machine reads them: one JSON object a line."""
    return b"".join(msgspec.json.encode({"Key": key}) + b"\n" for key in keys)
