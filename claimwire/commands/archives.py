"""A backfill of a stack's bucket: what is asked, what is left, what it costs, and its beginning."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from msgspec import Struct

from claimwire import wiring
from claimwire.aws.archive import StackArchive
from claimwire.aws.backfills import Backfills
from claimwire.aws.deployment import Deployment
from claimwire.backfill import keys as lists
from claimwire.backfill.batch import counted
from claimwire.backfill.pending import state_of
from claimwire.backfill.sampling import Sized, Total
from claimwire.commands import archive_cost, archive_watch
from claimwire.commands.archive_cost import Cap, Env
from claimwire.errors import BadSetting
from claimwire.terminal.answers import answer, note
from claimwire.terminal.progress import progress
from claimwire.translators import build

_AT_ONCE = 8


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as the command line has them."""

    where: str
    keys: Path | None = None
    again: bool = False
    estimate: bool = False
    dry_run: bool = False
    watch: bool = False


def run(stack: Deployment, asked: Asked, cap: Cap, env: Env) -> None:
    """Begin, unless something speaks against it."""
    archive, prefix = StackArchive(stack), _prefix(stack, asked.where)
    found = archive.listed(prefix) if asked.keys is None else archive.sized(_keys(archive, asked.keys, prefix))
    if not found:
        raise BadSetting(f"nothing lies under {asked.where}")
    if asked.dry_run:
        _count(archive, found, again=asked.again)
        return
    if asked.estimate:
        archive_cost.show(_cost(archive, found, env, again=asked.again))
        return
    machine = Backfills(stack)
    if machine.running():
        raise BadSetting("a backfill of this stack is still listing: --status --watch looks on, --stop ends it")
    if not cap.any:
        cap.hold(
            _cost(archive, found, env, again=asked.again), archive.settings().month_max_cost, archive.memory.spent()
        )
    listed = "" if asked.keys is None else archive.keep(lists.as_items(each.key for each in found), time.time())
    execution = machine.start(prefix=prefix, listed=listed, again=asked.again)
    note(f"begun: {len(found):,} objects; it goes on by itself, and --status says how far it is")
    if asked.watch:
        archive_watch.watch(machine, execution)
    else:
        answer({"execution": execution, "objects": len(found)}, execution)


def look(stack: Deployment, *, stop: bool, watch: bool) -> None:
    """How far the newest backfill is; or its end."""
    machine = Backfills(stack)
    execution = machine.newest()
    if execution is None:
        raise BadSetting("this stack has had no backfill yet: claimwire backfill s3://bucket/prefix begins one")
    if stop and machine.running():
        machine.stop(execution)
        note(
            "stopped: no more is sent; what waits in the queue is still done, and the same command goes on with the rest"
        )
    if watch:
        archive_watch.watch(machine, execution)
    else:
        archive_watch.show(machine, execution)


def _prefix(stack: Deployment, where: str) -> str:
    """The prefix; raises BadSetting for a bucket that is not the stack's."""
    bucket, _, prefix = where.removeprefix("s3://").partition("/")
    ours = stack.outputs["ArticlesBucket"]
    if bucket != ours:
        raise BadSetting(
            f"this stack does articles of s3://{ours} alone, not of s3://{bucket}: copy them there "
            f"(aws s3 sync s3://{bucket}/{prefix} s3://{ours}/{prefix}), and nothing else is needed: each copy is an upload"
        )
    return prefix


def _keys(archive: StackArchive, file: Path, prefix: str) -> list[str]:
    """The keys of a list, as far as they are under the prefix."""
    data = file.read_bytes()
    told = lists.manifest(data)
    if told is not None and told.source_bucket != archive.bucket:
        raise BadSetting(f"{file} is an inventory of {told.source_bucket}, not of {archive.bucket}")
    keys = lists.of_inventory(told, archive.elsewhere(told.bucket)) if told else lists.of_lines(data.decode())
    return [key for key in keys if key.startswith(prefix)]


def _count(archive: StackArchive, found: Sequence[Sized], *, again: bool) -> None:
    with progress("looking", len(found)) as bar, ThreadPoolExecutor(_AT_ONCE) as pool:
        states = []
        for state in pool.map(partial(state_of, archive.pending, again=again), [each.key for each in found]):
            states.append(state)
            bar.done()
    told = counted(states)
    done = f"{told.done:,} done, {told.passed_over:,} no articles" + (f", {told.gone:,} gone" if told.gone else "")
    answer(told, f"{told.sent:,} of {told.found:,} objects are left to do ({done})")


def _cost(archive: StackArchive, found: Sequence[Sized], env: Env, *, again: bool) -> Total:
    """Of what is left; the stack's own settings, prices by this machine's."""
    wanted = archive.settings()
    chain = build(wanted.engine, archive.memory, wiring.engines({**env, **archive.environment}), ready=False)

    def data(key: str) -> bytes | None:
        return archive.sources.get(key) if state_of(archive.pending, key, again=again) == "left" else None

    return archive_cost.of(found, data, wanted, chain)
