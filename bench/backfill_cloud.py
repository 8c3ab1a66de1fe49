"""An archive in a local cloud, its backfill broken off twice, and what must stand at the end."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from bench.backfill_fresh import Overtaken, overtaken
from bench.storm import heard
from bench.storm_cloud import PARAMETERS, Switch
from claimwire.aws import deployment
from claimwire.aws.backfills import Backfills
from claimwire.aws.deployment import Deployment
from claimwire.backfill.batch import Counts
from claimwire.backfill.progress import Look
from claimwire.errors import TryLater
from claimwire.local import clients, deploy, mailbox, server, state
from claimwire.local.state import Cloud
from claimwire.models import Notice
from tests.translators.servers import libre
from tests.translators.servers.phrases import sentences
from tests.translators.servers.serving import serving

PREFIX, FRESH = "archive/", 5  # of the archive's keys; and so many uploads go past it
Tell = Callable[[str], None]


class Yard:
    """A local cloud that can be stopped and started again, whose engine is a server of ours."""

    cloud: Cloud

    def __init__(self, folder: Path, engine: Mapping[str, str], parameters: Mapping[str, str]) -> None:
        self._folder, self._engine = folder, engine
        self._parameters = {**PARAMETERS, "VisibilityTimeout": "45", "MaxReceives": "8", **parameters}

    def up(self) -> Cloud:
        """Started, with what it held before."""
        try:
            self.cloud = deploy.up(self._folder, self._parameters, environment=self._engine)
        except TryLater:  # a busy machine: as its message says, the same again
            self.cloud = deploy.up(self._folder, self._parameters, environment=self._engine)
        return self.cloud

    def down(self, *, purge: bool = False) -> None:
        """Stopped: whatever runs in it is killed."""
        deploy.down(self._folder, purge=purge)

    def kill_workers(self) -> int:
        """SIGKILL for every process that runs a function; how many there were."""
        found = server.running(state.Folder(self._folder))
        children = Path(f"/proc/{found.pid}/task").glob("*/children") if found else ()
        pids = {int(pid) for each in children for pid in each.read_text().split()}
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        return len(pids)

    def stack(self) -> Deployment:
        """What runs in it, as those see it who look after it."""

        def client(service: str) -> Any:  # noqa: ANN401 - any service's client
            return clients.client(self.cloud, service)  # type: ignore[call-overload]

        return deployment.find(clients.STACK, client)

    def backfills(self) -> Backfills:
        """Its state machine."""
        return Backfills(self.stack())


class Ran(NamedTuple):
    """Notices about the archive, what the second run counted and a third, and the uploads that went past."""

    notices: list[Notice]
    second: Counts
    third: Counts
    fresh: list[Overtaken]


@contextmanager
def yard(folder: Path, switch: Switch, **parameters: str) -> Iterator[Yard]:
    """A yard, for as long as the context lasts."""
    with serving(switch) as engine:
        made = Yard(folder, {"CLAIMWIRE_LIBRE_URL": engine.url, "CLAIMWIRE_LIBRE_KEY": libre.KEY}, parameters)
        try:
            made.up()
            yield made
        finally:
            made.down(purge=True)


def stored(cloud: Cloud, count: int) -> list[str]:
    """So many articles, put there before anybody listened: no event tells of them. Their keys."""
    s3, lines = clients.client(cloud, "s3"), iter(sentences(count * 2))
    heard_of: Any = s3.get_bucket_notification_configuration(Bucket=cloud.articles_bucket)
    heard_of.pop("ResponseMetadata")
    s3.put_bucket_notification_configuration(Bucket=cloud.articles_bucket, NotificationConfiguration={})
    keys = [f"{PREFIX}{number % 7}/a b+{number}.txt" for number in range(count)]
    for key in keys:
        body = f"{next(lines)}\n\n{next(lines)}".encode()
        s3.put_object(Bucket=cloud.articles_bucket, Key=key, Body=body, ContentType="text/plain")
    s3.put_bucket_notification_configuration(Bucket=cloud.articles_bucket, NotificationConfiguration=heard_of)
    return keys


def until(backfills: Backfills, execution: str, enough: Callable[[Look], bool], patience: float = 3600.0) -> Look:
    """Look on until it is enough; raises TimeoutError."""
    deadline = time.monotonic() + patience
    while not enough(look := backfills.look(execution)):
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {patience:.0f} s: {look}")
        time.sleep(0.5)
    return look


def crashed(here: Yard, keys: list[str], tell: Tell) -> Ran:
    """When a third is done uploads go past, and its workers are killed; at two thirds, the whole cloud is stopped."""
    with mailbox.subscribed(here.cloud) as box:
        first = here.backfills().start(prefix=PREFIX)
        until(here.backfills(), first, lambda look: look.finished >= len(keys) // 3)
        fresh = [overtaken(here.cloud, here.stack(), number) for number in range(FRESH)]
        tell(f"fresh uploads: {fresh}")
        tell(f"first crash: {here.kill_workers()} workers killed")
        until(here.backfills(), first, lambda look: look.finished >= len(keys) * 2 // 3)
        here.down()
        here.up()
        tell(f"second crash: the cloud stopped; the run {here.backfills().look(first).broken or 'had listed all'}")
        again, over = here.backfills().start(prefix=PREFIX), lambda look: look.over
        until(here.backfills(), again, over)
        third = here.backfills().start(prefix=PREFIX)
        until(here.backfills(), third, over)
        told = [notice for notice in heard(box) if notice.key.startswith(PREFIX)]
        return Ran(told, here.backfills().counts(again), here.backfills().counts(third), fresh)
