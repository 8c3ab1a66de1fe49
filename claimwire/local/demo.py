"""The whole flow, shown: a local cloud of its own, a sample article, the notice, and the summary by its stored URL."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from rich.console import Console
from rich.text import Text

from claimwire import terminal
from claimwire.errors import TryLater
from claimwire.local import checkout, clients, deploy, mailbox, state
from claimwire.models import Digest, Notice

STATE = state.DEFAULT / "demo"
SAMPLE = "grain-corridor.en.html"
PATIENCE = 180  # seconds until the notice must be there; a first call unpacks the code and loads the models

Result = TypeVar("Result")


def run(folder: Path = STATE) -> None:
    """Run the demo, and stop its cloud again; raises TryLater where no notice comes."""
    console = Console(highlight=False)
    times: dict[str, float] = {}
    began = time.monotonic()
    try:
        _flow(console, folder, lambda name, work: _timed(console, times, name, work))
    finally:
        deploy.down(folder)
    for name, seconds in times.items():
        console.print(f"{seconds:7.1f} s  {name}", style="dim")
    console.print(f"demo: ok {time.monotonic() - began:.1f}s", style="bold green")


def _flow(console: Console, folder: Path, timed: Callable[[str, Callable[[], Any]], Any]) -> None:
    cloud = timed("local cloud up, stack deployed", lambda: deploy.up(folder, {"Targets": "pt"}))
    sample = checkout.find().root / "examples" / SAMPLE
    key = f"wire/{time.strftime('%Y-%m-%d')}/{time.time_ns()}-{SAMPLE}"
    with mailbox.subscribed(cloud, {"languages": ["pt"]}) as box:
        timed(f"uploaded to s3://{cloud.articles_bucket}/{key}", lambda: clients.upload(cloud, sample, key))
        notice = timed("queue, function, claims, translation, results, notice", lambda: _notice(box, key))
    fetched = {
        name: timed(f"fetched {name} by its stored URL", partial(_get, url)) for name, url in notice.urls.items()
    }
    digest = msgspec.json.decode(fetched["digest.json"], type=Digest)
    for part in terminal.parts(digest):
        console.print(part)
    console.print(Text("stored URLs (while the local cloud is up; `claimwire up` starts one that stays):"))
    for url in notice.urls.values():
        console.print(Text(f"  {url}"), soft_wrap=True)


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


def _timed(console: Console, times: dict[str, float], name: str, work: Callable[[], Result]) -> Result:
    with _status(console, name):
        start = time.monotonic()
        result = work()
    times[name] = time.monotonic() - start
    console.print(Text(f"✓ {name}  ({times[name]:.1f} s)"), soft_wrap=True)
    return result


@contextmanager
def _status(console: Console, name: str) -> Iterator[None]:
    with console.status(name):
        yield
