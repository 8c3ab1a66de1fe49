"""Digest and pointer -> the notice that subscribers get."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire import codes, index, layout, render
from claimwire.capabilities import Links
from claimwire.models import Claim, Digest, Event, Notice
from claimwire.pointer import Pointer
from claimwire.render.wording import attribution

MAX_CLAIMS = 5


def of_digest(digest: Digest, pointer: Pointer, link: Links, same_as: tuple[str, ...] = ()) -> Notice:
    """A version's notice; the same digest and pointer always give the same id."""
    version = digest.version
    claims = (digest.summary.claims if digest.summary else ())[:MAX_CLAIMS]
    caveats = digest.summary.caveats if digest.summary else ()
    return Notice(
        id=notice_id(pointer.event, digest.article_id, version),
        event=pointer.event,
        article_id=digest.article_id,
        version=version,
        key=digest.source.key,
        status=digest.status,
        title=digest.article.title if digest.article else None,
        reason=digest.reason,
        source_language=digest.language.code if digest.language else "und",
        languages=tuple(view.language for view in render.views(digest) if view.sentences is not None),
        speakers=index.speakers(digest),
        claims=tuple(claim.text for claim in claims),
        attributions=tuple(attribution(digest, claim) for claim in claims),
        caveats=tuple(caveat.text for caveat in caveats),
        warnings=_warnings(digest, claims),
        same_as=same_as[: index.MAX_COPIES],
        urls={file: link(digest.article_id, version, file) for file in (layout.DIGEST, *digest.files)},
    )


def _warnings(digest: Digest, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What the checks found in any language's translation of the claims, and what could not be translated, each once."""
    views = render.views(digest) if digest.status == "ready" else []
    problems = [f"{codes.name(view.language)}: {view.problem}" for view in views if view.problem]
    found = [
        f"{codes.name(view.language)}: {warning}"
        for view in views
        for claim in claims
        for warning in view.warnings(*claim.sentences)
    ]
    return tuple(dict.fromkeys(problems + found))


def of_deletion(pointer: Pointer, key: str) -> Notice:
    """The notice of a tombstone."""
    version = pointer.previous or ""
    event: Event = "digest.deleted"
    return Notice(
        id=notice_id(event, pointer.article_id, version),
        event=event,
        article_id=pointer.article_id,
        version=version,
        key=key,
        status="deleted",
    )


def notice_id(event: str, article: str, version: str) -> str:
    """The id that every repeat of a notice carries."""
    return layout.digest_hash("notice", event, article, version)
