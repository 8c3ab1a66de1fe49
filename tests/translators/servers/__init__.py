"""Translation services on 127.0.0.1, each speaking its protocol: checks keys, bodies, codes and limits as the real one does."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import boto3

from claimwire.aws.translate import Amazon
from claimwire.ports import Engine
from claimwire.translators.deepl import DeepL
from claimwire.translators.google import Google
from claimwire.translators.libre import Libre
from claimwire.translators.microsoft import Microsoft
from claimwire.translators.mymemory import MyMemory
from tests.translators.servers import amazon, deepl, google, libre, microsoft, mymemory
from tests.translators.servers.serving import Server, Speak, serving

Make = Callable[..., Engine]
"""Takes the server's address, and options of the engine."""


def _amazon(url: str, **options: Any) -> Engine:
    return Amazon("eu-west-1", url, session=boto3.session.Session("testing", "testing"), **options)


def _microsoft(url: str, **options: Any) -> Engine:
    return Microsoft(microsoft.KEY, microsoft.REGION, url, **options)


SERVICES: dict[str, tuple[Speak, Make]] = {
    "amazon": (amazon.speak, _amazon),
    "deepl": (deepl.speak, lambda url, **options: DeepL(deepl.KEY, url, **options)),
    "google": (google.speak, lambda url, **options: Google(f"{url}/m", **options)),
    "libre": (libre.speak, lambda url, **options: Libre(url, libre.KEY, **options)),
    "microsoft": (microsoft.speak, _microsoft),
    "mymemory": (mymemory.speak, lambda url, **options: MyMemory(url=url, **options)),
}


@contextlib.contextmanager
def served(
    name: str, speak: Speak | None = None, *, latency: float = 0.0, **options: Any
) -> Iterator[tuple[Engine, Server]]:
    """An engine, and the server that it talks to; ``speak`` stands before the service's own where given."""
    known, make = SERVICES[name]
    with serving(speak or known, latency) as server:
        yield make(server.url, **options), server
