"""One small entry a language and article: what lists, feeds and speaker pages read."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import Struct

from claimwire import layout
from claimwire.models import Digest
from claimwire.ports import Stat


class Entry(Struct, frozen=True, kw_only=True):
    """What a list shows of a digest."""

    article_id: str
    version: str
    status: str
    modified: str
    language: str
    source_language: str
    title: str | None
    speakers: tuple[str, ...]


def entries(digest: Digest, source: Stat) -> dict[str, bytes]:
    """Index entries by key. The time is the source's own, so that every repeat of a job writes the same keys."""
    moment = datetime.datetime.fromisoformat(source.modified)
    languages = dict.fromkeys([digest.language.code] if digest.language else []) | dict.fromkeys(digest.targets)
    return {
        layout.index_key(digest.article_id, code, source.modified, int(moment.timestamp())): msgspec.json.encode(
            _entry(digest, code, source)
        )
        for code in languages
    }


def speakers(digest: Digest) -> tuple[str, ...]:
    """The claims' speakers by their fullest certain names, each once, in rank order."""
    named = (claim.speaker for claim in (digest.summary.claims if digest.summary else ()) if claim.speaker)
    return tuple(dict.fromkeys((speaker.name or speaker).text for speaker in named))


def _entry(digest: Digest, code: str, source: Stat) -> Entry:
    return Entry(
        article_id=digest.article_id,
        version=digest.version,
        status=digest.status,
        modified=source.modified,
        language=code,
        source_language=digest.language.code if digest.language else "und",
        title=digest.article.title if digest.article else None,
        speakers=speakers(digest),
    )
