"""Articles that a command is given: files, objects, folders of objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimwire.errors import BadSetting


def articles(sources: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of files, of objects (``s3://bucket/key``), and of all below a folder of objects (``s3://bucket/folder/``)."""
    for source in sources:
        if not source.startswith("s3://"):
            yield source, data_of(Path(source))
            continue
        name, _, key = source.removeprefix("s3://").partition("/")
        yield from _objects(name, key)


def _objects(bucket: str, key: str) -> Iterator[tuple[str, bytes]]:
    from claimwire.aws.clients import client
    from claimwire.aws.store import Bucket

    store = Bucket(bucket, client("s3"))
    for each in store.list(key) if not key or key.endswith("/") else [key]:
        data = store.get(each)
        if data is None:
            raise BadSetting(
                f"s3://{bucket}/{each} does not exist, or these credentials may not read it (s3:GetObject)"
            )
        yield f"s3://{bucket}/{each}", data


def data_of(path: Path) -> bytes:
    """A file's bytes; raises BadSetting."""
    if not path.is_file():
        raise BadSetting(
            f"{path} {'is a folder: name its files' if path.is_dir() else 'does not exist: name a file that does'}"
        )
    return path.read_bytes()
