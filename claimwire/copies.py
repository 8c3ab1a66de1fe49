"""The same wire copy under several keys: found by the hash of its text, and linked.

Both marks of an article lie in the index, so that whatever removes its entries (an update, a deletion) removes them too: that it has
this text, and, for the first to say so, that it was the first.
"""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from claimwire import layout
from claimwire.errors import Conflict
from claimwire.models import Article, Digest
from claimwire.ports import Store
from claimwire.render import JSON

_TRIES = 3


class Copies(Struct, frozen=True):
    """``others``: ids of the articles with the same text. ``keys``: this article's own marks. ``first``: whether it was the first."""

    others: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    first: bool = True


def link(results: Store, digest: Digest) -> Copies:
    """Leave this article's marks, and see who else has its text. Safe to repeat."""
    folder = _folder(digest.article)
    if not folder:
        return Copies()
    own, first = f"{folder}{digest.article_id}", f"{folder}first"
    results.put(own, b"{}", JSON)
    owner = _claimed(results, first, digest.article_id)
    names = (key.removeprefix(folder) for key in results.list(folder))
    others = tuple(name for name in names if layout.ARTICLE_ID.fullmatch(name) and name != digest.article_id)
    return Copies(others, (own, first) if owner == digest.article_id else (own,), owner == digest.article_id)


def _claimed(results: Store, key: str, article: str) -> str:
    """Who was first: this article, if nobody else is there."""
    for _ in range(_TRIES):
        try:
            results.put(key, article.encode(), JSON, if_none_match=True)
        except Conflict:
            there = results.get(key)
            if there is not None:
                return there.decode()
        else:
            return article
    return article  # it comes and goes: told once too often is better than never


def _folder(article: Article | None) -> str:
    """Where the marks of this text lie; empty for no text. The headline does not count: outlets write their own."""
    text = article.text if article else ""
    title = article.title if article else None
    if title and text.startswith(title):
        text = text[len(title) :]
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    return f"index/copies/{layout.digest_hash('copy', folded)}/" if folded else ""
