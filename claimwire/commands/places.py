"""Where the command line keeps and finds things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimwire.ports import Memory

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
    from claimwire.translators.memory import SqliteMemory

    with closing(SqliteMemory(memory_file(env))) as opened:
        yield opened
