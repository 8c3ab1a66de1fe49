"""The mention that a speaker stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from claimwire.claims.speakers.attribution import Attribution
from claimwire.models import Basis, Span


class Reference(Struct, frozen=True):
    """The fuller mention that a speaker stands for, and what that rests on; both null where it is open."""

    name: Span | None = None
    basis: Basis | None = None


def linked(
    voiced: Sequence[Attribution],
    found: Sequence[Reference],
    links: Mapping[int, Span],
    own: Callable[[Span], Span | None],
) -> list[Reference]:
    """The references, and by ``links`` those of pronouns that are still open and of cues without a subject.

    ``own``: the name that a speaker has without a reference; null for a pronoun.
    """
    if not links:
        return list(found)
    meant = {span.start for span in links.values()}
    pairs = list(zip(voiced, found, strict=True))
    sources = [(each.speaker, one) for each, one in pairs if each.speaker and each.speaker.start in meant]
    names = {speaker.start: one.name or own(speaker) for speaker, one in sources}
    return [one if one.name else _through(each, links, names) for each, one in pairs]


def _through(each: Attribution, links: Mapping[int, Span], names: Mapping[int, Span | None]) -> Reference:
    place = each.speaker or each.cue
    link = links.get(place.start) if place else None
    name = names.get(link.start) if link else None
    return Reference(name, "pronoun" if each.speaker else "verb") if name else Reference()
