"""One small entry a language and article, and one a speaker: what lists and feeds read."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import Struct

from claimwire import layout, render
from claimwire.models import Claim, Digest, Kind, Stance
from claimwire.ports import Stat
from claimwire.render.basis import basis
from claimwire.render.wording import View

MAX_CLAIMS = 5
MAX_COPIES = 50  # articles with the same text that an entry or a notice names


class Said(Struct, frozen=True, kw_only=True):
    """A claim as a list shows it: in the list's language where it was translated, with the original beside it."""

    text: str
    kind: Kind
    stance: Stance
    speaker: str | None = None
    original: str | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """What a list shows of a digest; title and claims in ``language``. ``problem`` says why there is no translation.

    ``same_as``: ids of the articles that had the same text before this one.
    """

    article_id: str
    version: str
    status: str
    modified: str
    language: str
    source_language: str
    title: str | None
    speakers: tuple[str, ...]
    reason: str | None = None
    published: str | None = None
    site: str | None = None
    claims: tuple[Said, ...] = ()
    caveats: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    problem: str | None = None
    files: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


class Spoke(Struct, frozen=True, kw_only=True):
    """An entry of a speaker's index: the rest is in the language's entry at the same place."""

    speaker: str
    languages: tuple[str, ...]


def entries(digest: Digest, source: Stat, same_as: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Index entries by key. The time is the source's own, so that every repeat of a job writes the same keys."""
    seconds = int(datetime.datetime.fromisoformat(source.modified).timestamp())
    place = layout.place_of(digest.article_id, seconds)
    views = {view.language: view for view in render.views(digest)}
    made = {code: _entry(view, source, same_as[:MAX_COPIES]) for code, view in views.items()}
    found = {layout.key_at(code, place): msgspec.json.encode(entry) for code, entry in made.items()}
    found[layout.spoken_key(place, views, speakers(digest))] = b"{}"
    for name in speakers(digest):
        spoke = Spoke(speaker=name, languages=tuple(views))
        found.setdefault(layout.speaker_key(layout.speaker_id(name), place), msgspec.json.encode(spoke))
    return found


def speakers(digest: Digest) -> tuple[str, ...]:
    """The claims' speakers by their fullest certain names, each once, in rank order; a pronoun that may be anybody's is no name."""
    if digest.summary is None or digest.article is None:
        return ()
    code = digest.language.code if digest.language else ""
    sure = ((claim, basis(digest.summary, claim, digest.article.text, code)) for claim in digest.summary.claims)
    return tuple(dict.fromkeys(name for claim, kind in sure if kind != "bare" and (name := speaker(claim))))


def speaker(claim: Claim) -> str | None:
    """The claim's speaker by the fullest certain name."""
    return (claim.speaker.name or claim.speaker).text if claim.speaker else None


def _entry(view: View, source: Stat, same_as: tuple[str, ...]) -> Entry:
    digest, article = view.digest, view.digest.article
    claims = (digest.summary.claims if digest.summary else ())[:MAX_CLAIMS]
    caveats = digest.summary.caveats if digest.summary else ()
    return Entry(
        article_id=digest.article_id,
        version=digest.version,
        status=digest.status,
        modified=source.modified,
        language=view.language,
        source_language=digest.language.code if digest.language else "und",
        title=_title(view),
        speakers=speakers(digest),
        reason=digest.reason,
        published=article.published if article else None,
        site=article.site if article else None,
        claims=tuple(_said(view, claim) for claim in claims),
        caveats=tuple(view.of(caveat) or caveat.text for caveat in caveats),
        warnings=tuple(dict.fromkeys(warning for claim in claims for warning in view.warnings(*claim.sentences))),
        problem=view.problem if digest.status == "ready" else None,
        files=(layout.DIGEST, *digest.files),
        same_as=same_as,
    )


def _title(view: View) -> str | None:
    """The headline; of an article that was refused the file's name, which is all that tells it from another."""
    if view.digest.article is None:
        return view.digest.source.key.rpartition("/")[2] or None
    return view.headline if view.digest.article.title else None


def _said(view: View, claim: Claim) -> Said:
    text = view.of(claim) or claim.text
    return Said(
        text=text,
        kind=claim.kind,
        stance=claim.stance,
        speaker=speaker(claim),
        original=claim.text if text != claim.text else None,
    )
