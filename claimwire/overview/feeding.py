"""Entries of the index -> what an Atom feed shows of them: the same behind the API and in a folder."""

from __future__ import annotations

from claimwire import codes, layout
from claimwire.index import Entry
from claimwire.render import atom

LIMIT = 50  # articles a feed, or a page of one


def title(language: str, speaker: str = "") -> str:
    """What the feed is of."""
    return f"Key claims in {codes.name(language)}" + (f": {speaker}" if speaker else "")


def page_of(entry: Entry) -> str:
    """The file that an entry leads to: its page, or the record where it has none."""
    name = f"digest.{entry.language}.html"
    return name if name in entry.files else layout.DIGEST


def item(entry: Entry, url: str) -> atom.Item:
    """An article in a feed; its id is of article and language, so that a new version is an update."""
    return atom.Item(
        name=layout.digest_hash("entry", entry.article_id, entry.language),
        title=entry.title or f"Article in {codes.name(entry.source_language)}",
        updated=entry.modified,
        url=url,
        author=entry.site,
        speakers=entry.speakers,
        claims=tuple(atom.Saying(text=said.text, speaker=said.speaker, how=said.kind) for said in entry.claims),
        notes=tuple(note for note in (entry.reason, entry.problem, *entry.caveats, *entry.warnings) if note),
    )
