"""Articles whose links are revoked: one small object each, which the door looks for before it opens anything."""

from __future__ import annotations

from claimwire import layout
from claimwire.errors import BadSetting
from claimwire.ports import Store


def revoke(results: Store, article: str) -> None:
    """End every link of an article, those already minted and those to come; raises BadSetting for what is no article's id."""
    results.put(_key(article), b"{}", "application/json")


def restore(results: Store, article: str) -> bool:
    """Let an article's links open again; whether they were revoked."""
    key = _key(article)
    there = results.get(key) is not None
    results.delete(key)
    return there


def revoked(results: Store) -> frozenset[str]:
    """Ids of all articles whose links are revoked."""
    return frozenset(key.removeprefix(layout.REVOKED) for key in results.list(layout.REVOKED))


def _key(article: str) -> str:
    if not layout.ARTICLE_ID.fullmatch(article):
        raise BadSetting(f"{article!r} is no article's id: 32 hexadecimal digits, as in its links and notices")
    return layout.revocation_key(article)
