"""What must stand after the backfill of an archive in a local cloud."""

from __future__ import annotations

from collections import Counter

import msgspec

from claimwire import failures, layout
from claimwire.aws.store import Bucket
from claimwire.local import clients
from claimwire.local.state import Cloud
from claimwire.models import Notice
from claimwire.pointer import read


def of(cloud: Cloud, keys: list[str], notices: list[Notice]) -> list[str]:
    """What is not as it must be; empty where each was done once."""
    results = Bucket(cloud.results_bucket, clients.client(cloud, "s3"))
    told = Counter({(notice.key, notice.id, notice.event) for notice in notices})
    ids = Counter(key for key, _, _ in told)
    wrong = [f"{key}: {ids[key]} different notices" for key in keys if ids[key] != 1]
    wrong += [f"{key}: {event}" for key, _, event in told if event != "digest.ready"]
    digests = Counter(key.split("/")[1] for key in results.list("results/") if key.endswith(f"/{layout.DIGEST}"))
    names = {key: layout.article_id(cloud.articles_bucket, key) for key in keys}
    wrong += [f"{key}: {digests[name]} digests" for key, name in names.items() if digests[name] != 1]
    wrong += [f"{key}: not current" for key, name in names.items() if not _current(results, name)]
    return wrong + [f"failed: {msgspec.json.encode(each).decode()}" for each in failures.listed(results)]


def _current(results: Bucket, name: str) -> bool:
    found, _ = read(results, name)
    return found is not None and found.version is not None and found.event == "digest.ready"
