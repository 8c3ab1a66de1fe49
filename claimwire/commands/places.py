"""Where the command line keeps and finds things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from claimwire.errors import BadSetting
from claimwire.ports import Memory
from claimwire.translators.memory import SqliteMemory

Env = Mapping[str, str]


def memory_file(env: Env) -> Path:
    """The translation memory of ``claimwire run``."""
    cache = env.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(cache) / "claimwire" / "memory.sqlite"


@contextmanager
def memory(env: Env, table: str | None) -> Iterator[Memory]:
    """The stack's memory where its table is named, else that of ``claimwire run``."""
    if table:
        from claimwire.aws.clients import client
        from claimwire.aws.memory import TableMemory

        yield TableMemory(table, client("dynamodb"))
        return
    with closing(SqliteMemory(memory_file(env))) as opened:
        yield opened


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
            raise BadSetting(f"s3://{bucket}/{each} does not exist, or may not be read")
        yield f"s3://{bucket}/{each}", data


def data_of(path: Path) -> bytes:
    """A file's bytes; raises BadSetting."""
    if not path.is_file():
        raise BadSetting(f"{path} {'is a folder: name its files' if path.is_dir() else 'does not exist'}")
    return path.read_bytes()
