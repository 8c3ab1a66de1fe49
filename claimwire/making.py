"""A version's digest: what is known of it before reading, the making of it, and its commit."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import msgspec

from claimwire import layout, pipeline, prefixes, render, wishes
from claimwire.errors import BadSetting, Conflict, Refused, TryLater
from claimwire.models import Article, Digest
from claimwire.ports import Stat
from claimwire.readers import limits
from claimwire.settings import PREFIX, Settings
from claimwire.task import Job
from claimwire.translators.chain import Chain


@dataclasses.dataclass(frozen=True)
class Begun:
    """Whose digest it is (``digest``), of which object, by which settings and engines; ``data`` where the bytes were needed to tell.

    ``nonsense`` says what is wrong with the settings that came with the upload.
    """

    digest: Digest
    seen: Stat
    settings: Settings
    chain: Chain
    data: bytes | None = None
    nonsense: str = ""


def begin(job: Job, seen: Stat) -> Begun:
    """Fetches nothing from a bucket with versions: their ids tell contents apart. Nor what is too large: there its ETag does."""
    heavy = seen.size > limits.MAX_BYTES
    data = None if seen.version or heavy else _get(job, seen)
    settings, chain, nonsense = _narrowed(job, seen)
    begun = pipeline.begin(data or b"", job.sources.name, seen.key, _identity(seen), settings, chain)
    if nonsense:
        begun = _apart(begun, _identity(seen) or begun.source.sha256, nonsense)
    begun = msgspec.structs.replace(begun, source=msgspec.structs.replace(begun.source, size=seen.size))
    return Begun(begun, seen, settings, chain, data, nonsense)


def committed(job: Job, begun: Digest) -> Digest | None:
    """The digest of this version, where it is there."""
    data = job.results.get(layout.file_key(begun.article_id, begun.version, layout.DIGEST))
    return msgspec.json.decode(data, type=Digest) if data is not None else None


def made(job: Job, begun: Begun, kept: Callable[[], None] = lambda: None) -> Digest:
    """The whole digest, or the refusal; ``kept`` hears of each translation that is remembered."""
    digest = begun.digest
    try:
        _check(begun)
        data = begun.data if begun.data is not None else _get(job, begun.seen)
        hashed = pipeline.begin(
            data, job.sources.name, begun.seen.key, _identity(begun.seen), begun.settings, begun.chain
        )
        digest = msgspec.structs.replace(digest, source=hashed.source)
        article = _article(job, begun, data)
        chain = begun.chain.using(kept=kept)
        digest = pipeline.compose(digest, article, begun.settings, chain, job.watch, job.seconds)
    except Refused as refusal:
        digest = msgspec.structs.replace(digest, status="refused", reason=str(refusal))
    return msgspec.structs.replace(digest, files=render.names(digest))


def commit(job: Job, digest: Digest) -> Digest:
    """Write renderings, then the digest; where somebody was first, theirs."""
    job.watch("put")
    for name, body in render.files(digest, job.relative_link).items():
        job.results.put(layout.file_key(digest.article_id, digest.version, name), body, render.content_type(name))
    data = msgspec.json.encode(digest, order="deterministic")
    key = layout.file_key(digest.article_id, digest.version, layout.DIGEST)
    try:
        job.results.put(key, data, render.JSON, if_none_match=True)
    except Conflict:
        return committed(job, digest) or digest
    return digest


def _identity(seen: Stat) -> str:
    """What tells this content apart; empty where its own hash must."""
    return seen.version or (seen.etag if seen.size > limits.MAX_BYTES else "")


def _narrowed(job: Job, seen: Stat) -> tuple[Settings, Chain, str]:
    own = wishes.told(seen.metadata, job.sources.tags(seen.key, seen.version))
    try:
        settings = wishes.narrowed(job.settings, prefixes.of(job.prefixes, seen.key) | own)
        return settings, _chain(job, settings.glossary), ""
    except Refused as refusal:
        return job.settings, job.chain, str(refusal)


def _chain(job: Job, glossary: str) -> Chain:
    """Raises Refused for a glossary of the upload's own choice that there is not, BadSetting for the stack's."""
    if not glossary:
        return job.chain
    found = job.glossaries.find(glossary)
    if found:
        return job.chain.using(found)
    if glossary == job.settings.glossary:
        raise BadSetting(f"{PREFIX}GLOSSARY: {job.glossaries.missing(glossary)}: add it by claimwire glossary add")
    raise wishes.refused("glossary", job.glossaries.missing(glossary))


def _apart(begun: Digest, identity: str, nonsense: str) -> Digest:
    """A version of its own: the same bytes with better settings must not find this refusal."""
    fingerprint = layout.digest_hash(begun.fingerprint, nonsense)
    version = layout.version_id(identity, fingerprint)
    return msgspec.structs.replace(begun, fingerprint=fingerprint, version=version)


def _check(begun: Begun) -> None:
    """Raises Refused for what need not even be fetched."""
    if begun.nonsense:
        raise Refused(begun.nonsense)
    limits.check_bytes(begun.seen.size)


def _get(job: Job, seen: Stat) -> bytes:
    job.watch("get")
    data = job.sources.get(seen.key, seen.version)
    if data is None:
        raise TryLater(f"{seen.key} went away while it was read")
    return data


def _article(job: Job, begun: Begun, data: bytes) -> Article:
    job.watch("read")
    article = pipeline.read(data, begun.seen.key, begun.seen.content_type, rules=job.rules)
    told = begun.settings.language
    return msgspec.structs.replace(article, declared_language=told) if told else article
