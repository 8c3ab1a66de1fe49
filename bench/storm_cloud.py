"""A storm on the local cloud: ``python -m bench.storm_cloud [--articles 2000] [--dead 120]``. Exit 1 where anything is wrong.

30 % are delivered twice, 10 % out of order, 5 % replaced, 3 % deleted midway, 2 % poison; with ``--dead``, the engine is out of order
for so many seconds from the start.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import storm, storm_faults
from claimwire.local import deploy, mailbox
from claimwire.local.state import Cloud
from tests.translators.servers import libre
from tests.translators.servers.serving import Call, Sent, said, serving

PARAMETERS = {
    "Targets": "pt",
    "Engine": "libre",
    "RetryDelay": "1",
    "IngestTimeout": "60",
    "VisibilityTimeout": "60",
    "MaxReceives": "3",
}


class Switch:
    """A translation server that can be put out of order, or be slow; ``texts`` are those that it translated."""

    def __init__(self) -> None:
        self.dead = threading.Event()
        self.delay = 0.0
        self.texts: list[str] = []

    def __call__(self, call: Call) -> Sent:
        """An answer, or none."""
        if self.dead.is_set():
            return said({"error": "down"}, 503)
        if call.path == "/translate":
            time.sleep(self.delay)
            self.texts += call.json()["q"]
        return libre.speak(call)

    def paid(self) -> tuple[int, int]:
        """Characters translated, and how many of them were distinct."""
        return sum(map(len, self.texts)), sum(map(len, set(self.texts)))


@contextmanager
def stage(folder: Path, switch: Switch, **parameters: str) -> Iterator[Cloud]:
    """A local cloud whose engine is a server of ours."""
    with serving(switch) as server:
        engine = {"CLAIMWIRE_LIBRE_URL": server.url, "CLAIMWIRE_LIBRE_KEY": libre.KEY}
        try:
            yield deploy.up(folder, {**PARAMETERS, **parameters}, environment=engine)
        finally:
            deploy.down(folder, purge=True)


def weather(
    cloud: Cloud, switch: Switch, plan: storm.Storm, dead: float = 0.0, patience: float = 900.0
) -> tuple[list[str], int]:
    """Let the storm pass; what is wrong after it, and how many notices came."""
    begun = time.monotonic()
    with mailbox.subscribed(cloud) as box:
        if dead:
            switch.dead.set()
            threading.Timer(dead, switch.dead.clear).start()
        storm.sent(cloud, plan)
        storm.calm(cloud, patience)
        plan.seconds = time.monotonic() - begun
        plan.notices = storm.heard(box)
    return storm_faults.of(cloud, plan) + storm_faults.leases(cloud, plan), len(plan.notices)


def main() -> int:
    """Run, print, and say whether all was well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--dead", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument("--seed", type=int, default=6)
    asked = parser.parse_args()
    switch, plan = Switch(), storm.planned(asked.articles, asked.seed)
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder) / "cloud", switch) as cloud:
        wrong, notices = weather(cloud, switch, plan, asked.dead, 3600)
        sent, distinct = switch.paid()
    kinds = Counter(notice.event for notice in plan.notices)
    print(f"{len(plan.articles)} articles in {plan.seconds:.0f} s, {len(plan.articles) / plan.seconds:.1f} a second")
    print(f"{notices} notices: {', '.join(f'{count} {event}' for event, count in sorted(kinds.items()))}")
    print(f"{len({notice.id for notice in plan.notices})} distinct ids of notices")
    stages = [sum(notice.seconds.values()) for notice in plan.notices if notice.seconds]
    print(f"seconds in a job: median {statistics.median(stages):.2f}, most {max(stages):.2f}")
    print(f"characters paid {sent}, distinct {distinct}: {sent / max(distinct, 1):.4f}")
    print("\n".join(wrong) or "nothing lost, nothing twice")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
