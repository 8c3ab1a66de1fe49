"""Entries of the index -> what a page shows of them."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire import codes, layout
from claimwire.index import Entry, Said
from claimwire.overview.folding import folded
from claimwire.overview.ways import Ways
from claimwire.render.board import Group, Row, Saying, Way

SHOWN = 3  # claims of an article; its page has all
_NAMED = 5  # copies with a link
_CLIP = 280  # characters of a claim: three lines; ten claims of a thousand are longer


def groups(entries: Sequence[Entry], ways: Ways) -> tuple[Group, ...]:
    """The entries by day, copies folded, in the order given."""
    days: dict[str, list[Row]] = {}
    for one, *others in folded(entries):
        days.setdefault(one.modified[:10], []).append(_row(one, others, ways))
    return tuple(Group(day, tuple(rows)) for day, rows in days.items())


def saying(said: Said, ways: Ways) -> Saying:
    """A claim on one line, cut at a word where it is long."""
    who = said.speaker or ""
    mark = layout.speaker_mark(who)
    return Saying(
        text=clipped(said.text), how=how(said), speaker=who, mark=mark, url=ways.speaker(who, mark) if who else ""
    )


def how(said: Said) -> str:
    """How it is said, as a phrase's key: what it does, else whose words it is in."""
    return said.stance if said.stance != "says" else said.kind


def clipped(text: str, most: int = _CLIP) -> str:
    """The beginning of a text, whole words where it has any."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[:most]
    return (head.rpartition(" ")[0] or head).rstrip() + " …"


def title(entry: Entry) -> str:
    """The headline, if there is one."""
    return clipped(entry.title or "")


def untranslated(entry: Entry) -> bool:
    """Whether its words are still in the language of the article."""
    return entry.problem is not None and entry.status == "ready"


def moment(entry: Entry) -> str:
    """When it was uploaded, to the minute."""
    return entry.modified[:16]


def _row(entry: Entry, others: Sequence[Entry], ways: Ways) -> Row:
    told = tuple(saying(said, ways) for said in entry.claims[:SHOWN])
    named = others[:_NAMED]
    return Row(
        moment=moment(entry),
        title=title(entry),
        url=ways.page(entry),
        origin=entry.source_language,
        foreign=entry.source_language not in (entry.language, codes.UNDETERMINED),
        site=clipped(entry.site or "", 60),
        reason=entry.reason or entry.problem or "",
        refused=entry.status == "refused",
        untranslated=untranslated(entry),
        sayings=told,
        more=len(entry.claims) - len(told),
        caveats=tuple(clipped(caveat, 160) for caveat in entry.caveats),
        warnings=entry.warnings,
        also=tuple(
            Way(title(other), ways.page(other), other.site or moment(other), other.source_language) for other in named
        ),
        others=len({*entry.same_as} | {other.article_id for other in others}) - len(named),
    )
