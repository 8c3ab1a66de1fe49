"""Glossaries by name, as objects of a store: ``glossaries/<name>.csv`` (``.tsv``, ``.tbx``).

They lie with the results, not with the articles: whoever may upload an article need not be able to change the words of all.
"""

from __future__ import annotations

from msgspec import Struct

from claimwire.errors import BadSetting
from claimwire.ports import Store
from claimwire.translators.glossary import Glossary
from claimwire.translators.glossary_file import parsed

FOLDER = "glossaries/"


class Kept(Struct, frozen=True):
    """A glossary as it was when its object had this ETag."""

    key: str
    etag: str
    glossary: Glossary


class Glossaries:
    """The registered ones; without a store, none. A glossary is read again where its object changed."""

    def __init__(self, store: Store | None = None) -> None:
        self._store, self._kept = store, dict[str, Kept]()

    def keys(self) -> dict[str, str]:
        """Keys by name, in order. Raises BadSetting where two objects have one name."""
        found: dict[str, str] = {}
        for key in self._store.list(FOLDER) if self._store else ():
            name = key.removeprefix(FOLDER).rpartition(".")[0]
            if found.setdefault(name, key) != key:
                raise BadSetting(f"two glossaries are named {name!r}, {found[name]} and {key}: remove one of them")
        return dict(sorted(found.items()))

    def find(self, name: str) -> Glossary | None:
        """The glossary as it is now, or None where there is none of that name. Raises BadSetting for a broken one."""
        kept = self._kept.get(name)
        found = (kept and self._at(kept.key, kept)) or self._at(self.keys().get(name), kept)
        if found is None:
            return None
        self._kept[name] = found
        return found.glossary

    def missing(self, name: str) -> str:
        """What to tell people who asked for a name that there is not."""
        known = ", ".join(self.keys())
        return f"there is no glossary {name!r}; " + (f"there are: {known}" if known else "none is registered")

    def _at(self, key: str | None, kept: Kept | None) -> Kept | None:
        stat = self._store.stat(key) if self._store and key else None
        if stat is None or self._store is None or key is None:
            return None
        if kept and (kept.key, kept.etag) == (key, stat.etag):
            return kept
        data = self._store.get(key)
        return None if data is None else Kept(key, stat.etag, parsed(key, data))
