"""A folder with articles, and its door: what readers over HTTP get, without a cloud."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import msgspec

from claimwire import capabilities, job, wiring
from claimwire.addresses import Addresses
from claimwire.directory import FolderStore
from claimwire.foldershelf import FolderShelf
from claimwire.models import Notice
from claimwire.settings import Settings
from claimwire.translators.chain import Chain
from claimwire.web import routes
from claimwire.web.door import Door
from claimwire.web.message import Reply, Request
from tests.doubles import Phrasebook

BASE = "https://news.example"
KEYS = capabilities.load_keys(json.dumps({"current": "k1", "k1": "x" * 40}))
TO = Addresses(KEYS, BASE)
NOW = 1_800_000_000.0
STORY = b"Ana Lima said the bridge in Porto would open to the public in the month of May.\n\n" + b" ".join(
    b"The river rose by %d centimetres during the night, and the old road to the harbour was closed." % number
    for number in range(20)
)


class House:
    """Articles by key, their job, and the door before their results."""

    def __init__(self, root: Path, targets: tuple[str, ...] = ("pt",)) -> None:
        self.sources, self.results = FolderStore(root / "in"), FolderShelf(root / "out", "results")
        made = wiring.folder_job(self.sources, root / "out", Settings(targets=targets), base_url=BASE)
        self.job = dataclasses.replace(
            made,
            results=self.results,
            chain=Chain([Phrasebook()]),
            link=capabilities.links(KEYS, BASE),
            relative_link=capabilities.relative_links(KEYS),
        )
        self.door = Door(results=self.results, keys=KEYS, base=BASE, now=NOW)

    def upload(self, data: bytes = STORY, key: str = "a.txt") -> Notice:
        self.sources.put(key, data, "text/plain")
        return self.run(key)

    def run(self, key: str = "a.txt") -> Notice:
        notice = job.run(self.job, key).notice
        assert notice is not None
        return notice

    def change(self, **changes: object) -> None:
        """Another setting of the door."""
        self.door = msgspec.structs.replace(self.door, **changes)

    def get(self, url: str, method: str = "GET", **headers: str) -> Reply:
        """A reply to this URL; header names with underscores for hyphens."""
        return routes.answer(self.door, request(url, method, {n.replace("_", "-"): v for n, v in headers.items()}))


def request(url: str, method: str = "GET", headers: Mapping[str, str] = {}) -> Request:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    return Request(method=method, path=parts.path, query=query, headers=headers)
