"""Entries of the index -> what an Atom feed shows of them: the same behind the API and in a folder."""

from __future__ import annotations

from claimwire import codes, layout
from claimwire.index import Entry
from claimwire.overview.rows import how, untranslated
from claimwire.render import atom
from claimwire.render.saying import Note, Saying
from claimwire.render.words import words

LIMIT = 50  # articles a feed, or a page of one


def page_of(entry: Entry) -> str:
    """The file that an entry leads to: its page, or the record where it has none."""
    name = f"digest.{entry.language}.html"
    return name if name in entry.files else layout.DIGEST


def item(entry: Entry, url: str) -> atom.Item:
    """An article in a feed; its id is of article and language, so that a new version is an update."""
    return atom.Item(
        name=layout.digest_hash("entry", entry.article_id, entry.language),
        title=entry.title or _untitled(entry),
        updated=entry.modified,
        url=url,
        author=entry.site,
        speakers=entry.speakers,
        written=entry.source_language if untranslated(entry) else "",
        claims=tuple(Saying(text=said.text, speaker=said.speaker, how=how(said)) for said in entry.claims),
        notes=(*_problems(entry), *(Note("caveat", text) for text in entry.caveats), *_checks(entry)),
    )


def _untitled(entry: Entry) -> str:
    say = words(entry.language)
    known = entry.source_language != codes.UNDETERMINED
    return say("untitled_in", language=say.language(entry.source_language)) if known else say("untitled")


def _problems(entry: Entry) -> tuple[Note, ...]:
    told = (("refused", entry.reason), ("untranslated", entry.problem))
    return tuple(Note(kind, text) for kind, text in told if text)


def _checks(entry: Entry) -> tuple[Note, ...]:
    return tuple(Note("check", text) for text in entry.warnings)
