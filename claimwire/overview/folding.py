"""The same wire copy under several keys, shown once: the newest, with the others beneath it."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.index import Entry


def folded(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries, newest first, each with its copies after it. An entry names those that were there before it."""
    groups: list[list[Entry]] = []
    known: dict[str, list[Entry]] = {}
    for entry in entries:
        names = (entry.article_id, *entry.same_as)
        group = next((known[name] for name in names if name in known), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(entry)
        known |= {name: group for name in names if name not in known}
    return groups
