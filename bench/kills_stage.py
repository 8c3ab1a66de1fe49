"""A local cloud whose functions reach all that they ask for through a door, which may kill them; it looks at each notice on its way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from bench import storm
from bench.killing import Door, opened
from bench.steps import Step, notice
from bench.storm_cloud import PARAMETERS, Switch
from bench.thin import thinned
from claimwire import layout, pointer
from claimwire.aws.store import Bucket
from claimwire.local import deploy
from claimwire.local.state import Cloud, Folder
from claimwire.models import Notice
from tests.cloud import aws
from tests.translators.servers import libre
from tests.translators.servers.serving import serving

SHORT = {"IngestTimeout": "20", "VisibilityTimeout": "28", "MaxReceives": "3", "Scale": "standard"}
"""A message comes again when the lease of its killed run is just over: two seconds after the run's own end."""
WORKERS = 4
DEAD_LETTERS = "30"  # seconds until one that could not be told of is looked at again


@dataclass
class Stage:
    """A local cloud whose workers go through a door, and what the door found published too early."""

    cloud: Cloud
    door: Door
    switch: Switch
    early: list[str] = field(default_factory=list)
    storm: storm.Storm = field(default_factory=lambda: storm.Storm([], []))

    def look(self, step: Step) -> None:
        """At a notice on its way: all that it names must be there."""
        if step.name == "publish":
            self.early += self._missing(msgspec.json.decode(notice(step), type=Notice))

    def _missing(self, told: Notice) -> Iterator[str]:
        results = Bucket(self.cloud.results_bucket, aws(self.cloud, "s3"))
        if not told.version or told.event == "digest.deleted":
            return
        current, _ = pointer.read(results, told.article_id)
        there = set(results.list(layout.folder(told.article_id)))
        wanted = {layout.file_key(told.article_id, told.version, file) for file in told.urls}
        if current is None or current.version != told.version:
            yield f"{told.key}: announced before it was current"
        if wanted - there:
            yield f"{told.key}: announced without {sorted(wanted - there)}"


@contextmanager
def stage(folder: Path, switch: Switch, **parameters: str) -> Iterator[Stage]:
    """A local cloud with a door before it, for as long as the context lasts."""
    door = Door(Folder(folder))
    with serving(switch) as engine, opened(door) as url:
        door.engine = engine.url
        own = {"AWS_ENDPOINT_URL": url, "CLAIMWIRE_LIBRE_URL": url, "CLAIMWIRE_LIBRE_KEY": libre.KEY}
        shared = folder / "shared"
        try:
            found = Stage(
                deploy.up(
                    folder, {**PARAMETERS, **SHORT, **parameters}, environment={**own, "PYTHONPATH": str(shared)}
                ),
                door,
                switch,
            )
            thinned(found.cloud, shared)
            _few_at_once(found.cloud)
            _soon_again(found.cloud)
            door.articles, door.look = found.cloud.articles_bucket, found.look
            yield found
        finally:
            deploy.down(folder, purge=True)


def _few_at_once(cloud: Cloud) -> None:
    """Workers that start at one time are slow to, and time out, which is a kill more than was meant."""
    functions = aws(cloud, "lambda")
    for mapping in functions.list_event_source_mappings(FunctionName=cloud.ingest_function)["EventSourceMappings"]:
        functions.update_event_source_mapping(UUID=mapping["UUID"], ScalingConfig={"MaximumConcurrency": WORKERS})


def _soon_again(cloud: Cloud) -> None:
    """On a busy machine a dead letter may come before its lease is over: it need not wait for three minutes then."""
    aws(cloud, "sqs").set_queue_attributes(QueueUrl=cloud.dlq_url, Attributes={"VisibilityTimeout": DEAD_LETTERS})
