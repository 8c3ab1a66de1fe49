"""What is not as it must be after a storm: every object, notice and lease is looked at."""

from __future__ import annotations

import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

import msgspec

from bench.storm import Article, Storm
from claimwire import failing, failures, layout
from claimwire.aws.store import Bucket
from claimwire.aws.table import TableLedger
from claimwire.local.state import Cloud
from claimwire.models import Digest, Notice
from claimwire.pointer import Pointer
from tests.cloud import aws

_Record = TypeVar("_Record", Digest, Pointer)
_OPENED = 20  # stored URLs that are fetched


class Aftermath:
    """What the storm left."""

    def __init__(self, cloud: Cloud, storm: Storm) -> None:
        self.cloud, self.storm = cloud, storm
        self.results = Bucket(cloud.results_bucket, aws(cloud, "s3"))
        self.ledger = TableLedger(cloud.table, aws(cloud, "dynamodb"))
        self.told: dict[str, list[Notice]] = defaultdict(list)
        for notice in storm.notices:
            self.told[notice.article_id].append(notice)

    @cached_property
    def keys(self) -> set[str]:
        """Every object of the results bucket."""
        return set(self.results.list(""))

    def faults(self) -> list[str]:
        """All that is wrong."""
        wrong, expected = list[str](), set[str]()
        for article in self.storm.articles:
            name = layout.article_id(self.cloud.articles_bucket, article.key)
            current = self._read(layout.pointer_key(name), Pointer)
            wrong += [f"{article.key}: {fault}" for fault in self._of_article(article, name, current)]
            expected |= self._expected(article, name, current)
        orphans = {key for key in self.keys if not key.startswith(failures.FOLDER)} - expected
        wrong += [f"{key} is left over" for key in sorted(orphans)]
        wrong += [f"{key} is missing" for key in sorted(expected - self.keys)]
        return [*wrong, *self._of_notices(), *self._of_strays(), *self._of_links()]

    def _of_article(self, article: Article, name: str, current: Pointer | None) -> Iterator[str]:
        told = self.told[name]
        if article.fails:
            yield from self._of_failed(current, told)
            return
        if current is None:
            if article.lives or told:
                yield "nothing was ever published"
            return
        if not article.lives and current.version is not None:
            yield f"deleted, but {current.version} is current"
        if article.lives:
            yield from self._of_current(article, name, current)
        yield from self._of_told(current, told)

    def _of_failed(self, current: Pointer | None, told: list[Notice]) -> Iterator[str]:
        if current or {(one.event, one.reason) for one in told} != {("digest.failed", failing.SILENT)}:
            yield f"it could not be done, but was told of by {[(one.event, one.reason) for one in told]}"

    def _of_told(self, current: Pointer, told: list[Notice]) -> Iterator[str]:
        if not told or (told[-1].event, told[-1].version) != _state(current):
            yield f"{_state(current)} is not what was announced last, of {len(told)} notices"
        if current.previous and not any(one.version == current.previous for one in told):
            yield f"{current.previous} was current, and never announced"

    def _of_current(self, article: Article, name: str, current: Pointer) -> Iterator[str]:
        digest = self._read(layout.file_key(name, current.version or "none", layout.DIGEST), Digest)
        if digest is None:
            yield "no digest"
        elif digest.status != ("refused" if article.poison else "ready") or (article.poison and not digest.reason):
            yield f"{digest.status}: {digest.reason}"
        elif digest.article and digest.article.text.encode() != article.texts[-1]:
            yield "not its last text"
        elif digest.article and digest.version != layout.version_id(article.versions[-1], digest.fingerprint):
            yield "not the version of its last upload"

    def _expected(self, article: Article, name: str, current: Pointer | None) -> set[str]:
        """The objects that must be there: of versions that were replaced too, which stay until the article goes."""
        if current is None:
            return set()
        found = {layout.pointer_key(name), *current.index}
        if not article.lives:
            return found
        for key in (key for key in self.keys if key.startswith(layout.folder(name)) and key.endswith(layout.DIGEST)):
            digest = self._read(key, Digest)
            if digest and _of_an_upload(digest, article):
                found |= {layout.file_key(name, digest.version, file) for file in (layout.DIGEST, *digest.files)}
        return found

    def _of_notices(self) -> Iterator[str]:
        ids = Counter({(one.article_id, one.version, one.event, one.id) for one in self.storm.notices})
        if len({found[:3] for found in ids}) != len(ids):
            yield "a repeated notice has another id"

    def leases(self) -> list[str]:
        """Versions that somebody still has in work; whoever was killed leaves one, until it ends."""
        versions = {(one.article_id, one.version, one.key) for one in self.storm.notices}
        held = (key for article, version, key in sorted(versions) if self.ledger.account(article, version).holder)
        return [f"{key}: still in work" for key in held]

    def _of_strays(self) -> Iterator[str]:
        failed, expected = list(failures.listed(self.results)), len(self.storm.strays)
        expected += sum(article.fails for article in self.storm.articles)
        if len(failed) != expected or not all(failure.reason for failure in failed):
            yield f"{len(failed)} failures, not {expected}: {[one.reason for one in failed][:5]}"

    def _of_links(self) -> Iterator[str]:
        last = {name: told[-1] for name, told in self.told.items() if told and told[-1].urls}
        urls = [url for told in list(last.values())[:_OPENED] for url in told.urls.values()]
        yield from (f"{url} does not open" for url in urls if not _opens(url))

    def _read(self, key: str, kind: type[_Record]) -> _Record | None:
        data = self.results.get(key) if key in self.keys else None
        return msgspec.json.decode(data, type=kind) if data is not None else None


def of(cloud: Cloud, storm: Storm) -> list[str]:
    """What is not as it must be; empty where all is well."""
    return Aftermath(cloud, storm).faults()


def leases(cloud: Cloud, storm: Storm) -> list[str]:
    """Leases that are left where nobody was killed."""
    return Aftermath(cloud, storm).leases()


def _state(current: Pointer) -> tuple[str, str]:
    """What the last notice of an article says."""
    return current.event, (current.previous if current.version is None else current.version) or ""


def _of_an_upload(digest: Digest, article: Article) -> bool:
    versions = {layout.version_id(version, digest.fingerprint) for version in article.versions}
    return article.poison or digest.version in versions


def _opens(url: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=60) as answer:
            return bool(answer.read())
    except OSError:
        return False
