"""The whole flow, shown: a local cloud of its own, a sample article, the notice, and the summary by its stored URL."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import typer

from claimwire.errors import TryLater
from claimwire.local import checkout, clients, deploy, mailbox, state
from claimwire.models import Digest, Notice
from claimwire.terminal import screen
from claimwire.terminal.answers import answer, paint
from claimwire.terminal.digest import lines
from claimwire.terminal.progress import progress

STATE = state.DEFAULT / "demo"
SAMPLE = "grain-corridor.en.html"
PATIENCE = 180  # seconds until the notice must be there; a first call unpacks the code and loads the models

Result = TypeVar("Result")


def run(folder: Path = STATE) -> None:
    """Run the demo, and stop its cloud again; raises TryLater where no notice comes."""
    show, began = Show(), time.monotonic()
    try:
        digest, notice = _flow(show, folder)
    finally:
        deploy.down(folder)
    seconds = time.monotonic() - began
    steps = (paint(f"{taken:7.2f} s  {name}", "dim") for name, taken in show.times.items())
    record = {"seconds": {**show.times, "all": seconds}, "notice": notice, "digest": digest}
    answer(record, *lines(digest), *_links(notice), *steps, paint(f"demo: ok {seconds:.1f}s", "green"))


@dataclass(frozen=True)
class Show:
    """How long each step took."""

    times: dict[str, float] = field(default_factory=dict)

    def timed(self, name: str, work: Callable[[], Result]) -> Result:
        """Do one step, shown while it runs and when it is done."""
        with progress(name):
            start = time.monotonic()
            result = work()
        self.times[name] = time.monotonic() - start
        if not screen.current().json:
            typer.echo(f"✓ {name}")
        return result


def _flow(show: Show, folder: Path) -> tuple[Digest, Notice]:
    cloud = show.timed("start the local cloud, deploy the stack", lambda: deploy.up(folder, {"Targets": "pt"}))
    sample = checkout.find().root / "examples" / SAMPLE
    key = f"wire/{time.strftime('%Y-%m-%d')}/{time.time_ns()}-{SAMPLE}"
    with mailbox.subscribed(cloud, {"languages": ["pt"]}) as box:
        show.timed(f"upload to s3://{cloud.articles_bucket}/{key}", lambda: clients.upload(cloud, sample, key))
        notice = show.timed("wait for the notice: event, queue, function, results, topic", lambda: _notice(box, key))
    show.times.update({f"    in the function: {stage}": seconds for stage, seconds in notice.seconds.items()})
    show.timed("fetch the Portuguese summary by its stored URL", lambda: _get(notice.urls["summary.pt.md"]))
    record = show.timed("fetch the whole record by its stored URL", lambda: _get(notice.urls["digest.json"]))
    return msgspec.json.decode(record, type=Digest), notice


def _links(notice: Notice) -> Iterator[str]:
    yield "stored URLs, which last as long as the cloud that serves them (`claimwire up` starts one that stays):"
    yield from (f"  {url}" for url in notice.urls.values())


def _notice(box: mailbox.Mailbox, key: str) -> Notice:
    for envelope in _received(box):
        notice = msgspec.json.decode(envelope["Message"], type=Notice)
        if notice.key == key:
            return notice
    raise TryLater(f"no notice within {PATIENCE} s: see the log in the state folder (ministack.log)")


def _received(box: mailbox.Mailbox) -> Iterator[dict[str, Any]]:
    deadline = time.monotonic() + PATIENCE
    while (left := deadline - time.monotonic()) > 1:
        envelope = box.receive(int(left))
        if envelope:
            yield envelope


def _get(url: str) -> bytes:
    with _direct().open(url, timeout=30) as answer:
        body: bytes = answer.read()
    return body


def _direct() -> urllib.request.OpenerDirector:
    """A client that asks no proxy: none could reach this machine's loopback address."""
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))
