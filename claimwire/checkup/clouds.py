"""The local cloud of a folder, and a stack on AWS."""

from __future__ import annotations

import functools
import re
import socket
from collections.abc import Iterator
from pathlib import Path

from claimwire import wiring
from claimwire.aws import deployment, examining
from claimwire.aws.examined_state import environment
from claimwire.aws.secret import with_secret
from claimwire.errors import BadSetting
from claimwire.findings import Check, Finding, fail, ok, warn
from claimwire.local import checkout, clients, server, state
from claimwire.local.state import Cloud, Folder, Server
from claimwire.translators import Factory, Needing


def local(folder: Path) -> dict[str, Check]:
    """Checks of the local cloud; of its stack too, where it runs."""
    place = Folder(folder)
    cloud = state.read(place.cloud, Cloud)
    own: dict[str, Check] = {"local cloud": functools.partial(_server, place)}
    if cloud is None or server.running(place) is None:
        return own
    return own | _stack(clients.STACK, functools.partial(clients.client, cloud))


def stack(name: str) -> dict[str, Check]:
    """Checks of a stack on AWS, under the user's own credentials."""
    return _stack(name, deployment.ambient)


def _stack(name: str, client: deployment.Client) -> dict[str, Check]:
    return examining.checks(name, client) | {"engines of the stack": functools.partial(_engines, name, client)}


def _engines(stack: str, client: deployment.Client) -> Iterator[Finding]:
    """Whether each engine of the stack's chain has the settings that it needs, those in the secret too."""
    try:
        env = environment(deployment.find(stack, client))
    except BadSetting:
        return  # said before
    known = wiring.engines(with_secret(env, client("secretsmanager")))
    names = re.findall(r"[a-z]+(?=$|[,+:])", re.sub(r":[A-Za-z-]+", "", env.get("CLAIMWIRE_ENGINE", "")))
    lacking = {name: needs for name in names if name in known and (needs := _needs(known[name]))}
    for name, needs in lacking.items():
        run = f"put {' and '.join(needs)} into a secret, and its ARN into the parameter EngineSecret (docs/engines.md)"
        yield fail("engines of the stack", f"{name} lacks {' and '.join(needs)}", run)
    if not lacking:
        yield ok("engines of the stack", f"{', '.join(names)}: nothing is missing in their settings")


def _needs(make: Factory) -> tuple[str, ...]:
    engine = make()
    return tuple(engine.needs()) if isinstance(engine, Needing) else ()


def _server(place: Folder) -> Iterator[Finding]:
    """Its process, its port, its version."""
    found = state.read(place.server, Server)
    if found is None:
        yield ok("local cloud", "none here; `claimwire up` makes one")
    elif server.running(place):
        yield ok("local cloud", f"runs on port {found.port}, process {found.pid}, its state in {place.path}")
        yield from _version(place)
    elif _taken(found.port):
        run = f"stop the program on port {found.port}, or claimwire down --purge and claimwire up"
        yield fail("local cloud", f"is stopped, and port {found.port} is taken by another program", run)
    else:
        yield warn("local cloud", f"is stopped; its state is in {place.path}", "claimwire up")


def _version(place: Folder) -> Iterator[Finding]:
    """Whether the server is the one that this checkout wants."""
    there = next((each.name.split("-")[1] for each in place.venv.glob("lib/*/site-packages/ministack-*.dist-info")), "")
    try:
        lines = checkout.find().ministack.read_text().splitlines()
    except BadSetting:
        return
    wanted = next((line.partition("==")[2] for line in lines if line.startswith("ministack==")), "")
    if there.removesuffix(".dist") == wanted:
        yield ok("local cloud", f"ministack {wanted}")
    else:
        yield warn("local cloud", f"ministack {there}; {wanted} is wanted", "claimwire down && claimwire up")


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((server.HOST, port)) == 0
