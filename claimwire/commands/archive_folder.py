"""A backfill of a folder: processes, each with its own engines; what one dies of, another tries again."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from claimwire.backfill.pool import TRIES, Pool
from claimwire.backfill.sampling import Sized
from claimwire.commands import archive_cost, faults, inputs, places
from claimwire.commands.archive_cost import Cap, Env
from claimwire.commands.archive_worker import Came, work
from claimwire.commands.asked import Asked
from claimwire.errors import BadSetting
from claimwire.terminal import screen
from claimwire.terminal.answers import answer, note, table
from claimwire.terminal.progress import progress

_LOST = Came("killed every process", faults.LATER, f"{TRIES} processes died of it: is it too large for the memory?")


class Work(NamedTuple):
    """The options, as the command line has them."""

    folder: Path
    to: tuple[str, ...]
    out: Path
    engine: str
    jobs: int

    def run(self, cap: Cap, env: Env, *, estimate: bool, dry_run: bool) -> int:
        """All of it; the gravest exit code of any article."""
        if not self.to:
            raise BadSetting("a folder's articles need a language: --to pt")
        asked = Asked(to=list(self.to), out=self.out, engine=self.engine)
        found = inputs.files([self.folder], self.out).files
        root, keys = inputs.place(found[0]).store.root, [inputs.place(path).key for path in found]
        if dry_run:
            answer(
                {"found": len(keys)},
                f"{len(keys):,} articles; what is done and did not change is passed over in the run",
            )
            return 0
        if (estimate or not cap.any) and self._allowed(asked, cap, env, root, keys, estimate=estimate):
            return 0
        asked.job(inputs.place(found[0]).store, env)  # a setting that cannot be is told of once, not by every process
        with _alone(self.out):
            return self._all(partial(work, str(root), asked, dict(env)), keys)

    def _allowed(self, asked: Asked, cap: Cap, env: Env, root: Path, keys: list[str], *, estimate: bool) -> bool:
        """Whether an estimate was all that was asked for; raises BadSetting where it costs more than is allowed."""
        from claimwire import wiring
        from claimwire.translators import build

        sizes = [Sized(key, (root / key).stat().st_size) for key in keys]
        with places.memory(env, None) as memory:
            chain = build(asked.engine, memory, wiring.engines(env), ready=False)
            cost = archive_cost.of(sizes, lambda key: (root / key).read_bytes(), asked.settings(), chain)
        if estimate:
            archive_cost.show(cost)
        else:
            cap.hold(cost)
        return estimate

    def _all(self, made: partial[Callable[[str], Came]], keys: list[str]) -> int:
        came: Counter[str] = Counter()
        codes = {0}
        with Pool(made, min(self.jobs, len(keys))) as pool, progress("articles", len(keys)) as bar, _stopped(pool):
            for done in pool.run(keys):
                told = _LOST if done.lost else done.result
                came[told.what] += 1
                codes.add(told.code)
                if told.why:
                    with bar.aside():
                        faults.write(f"claimwire: {done.task}: {told.why}")
                bar.done()
        left = len(keys) - came.total()
        _show(came + Counter({"left for the next run": left}), len(keys))
        return faults.INTERRUPTED if left else max(codes)


def _show(came: Counter[str], articles: int) -> None:
    """What came of how many."""
    if screen.current().json:
        answer({"articles": articles, "came": dict(came)})
    else:
        table(("articles", str(articles)), [(name, f"{number:,}") for name, number in came.most_common()])


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Nobody else fills this folder meanwhile: they would pay for the same articles."""
    (out / ".claimwire").mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / ".claimwire" / "backfill.lock", timeout=0):
            yield
    except Timeout:
        raise BadSetting(f"another backfill fills {out}: wait for its end, or choose another --out") from None


@contextmanager
def _stopped(pool: Pool) -> Iterator[None]:
    """The first Ctrl-C ends with the articles that are in work; the second at once."""

    def stop(*_: object) -> None:
        pool.stop()
        note("finishing what is in work; Ctrl-C again ends at once")
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
