"""Capability links: a URL that carries its own right to be read, for as long as its key is not revoked.

The MAC is HMAC-SHA256, cut to 144 bits (RFC 2104 section 5 asks for at least half of the hash), over the purpose and what it is for,
each name held to its own grammar first: what is signed is a meaning, not a raw path.
"""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Callable, Mapping, Sequence

from claimwire import layout
from claimwire.linkkeys import Keys, load_keys

__all__ = [
    "EXPIRING", "FEED", "GRAMMAR", "LATEST", "LIST", "READ", "UPLOAD", "Keys", "Links", "end_of", "key_of", "links", "load_keys", "mint",
    "relative_links", "verify",
]  # fmt: skip

READ, LATEST, LIST, FEED, UPLOAD = "read", "latest", "list", "feed", "upload"
GRAMMAR: Mapping[str, tuple[re.Pattern[str], ...]] = {
    READ: (layout.ARTICLE_ID, layout.VERSION, layout.FILE),
    LATEST: (layout.ARTICLE_ID,),
    LIST: (layout.LANGUAGE, layout.SPEAKER),
    FEED: (layout.LANGUAGE, layout.SPEAKER),
    UPLOAD: (layout.FOLDER,),
}
"""What each purpose names. LIST and FEED: a language, and one speaker's id or nothing, which is everybody's."""

EXPIRING = frozenset({LIST, FEED, UPLOAD})
"""Purposes that may end by themselves. A stored URL of a result never does."""

Links = Callable[[str, str, str], str]
"""(article, version, file) -> the URL, absolute or relative, under which a reader finds it."""

_FORM = re.compile(r"([a-z0-9]{1,16})\.(?:([1-9][0-9]{9,11})\.)?([A-Za-z0-9_-]{24})")
_MAC_BYTES = 18


def mint(keys: Keys, *names: str, purpose: str = READ, until: int | None = None) -> str:
    """The capability ``<key id>.<mac>``, or ``<key id>.<until>.<mac>`` for one that ends at ``until`` (seconds since 1970).

    Raises ValueError for names outside the purpose's grammar, and for an end where the purpose has none.
    """
    if not _grammatical(purpose, names) or (until is not None and purpose not in EXPIRING):
        raise ValueError(f"no such result: {purpose} {'/'.join(names)}")
    end = "" if until is None else str(until)
    mac = _mac(keys.material[keys.current], purpose, names, end)
    return f"{keys.current}.{end}.{mac}" if end else f"{keys.current}.{mac}"


def verify(keys: Keys, capability: str, *names: str, purpose: str = READ, now: float = 0.0) -> bool:
    """Whether ``capability`` opens exactly this; unknown keys, other grammars and purposes, an end passed are all simply False."""
    key_id, end, mac = _parts(capability)
    material = keys.material.get(key_id)
    if material is None or not _grammatical(purpose, names) or _over(end, now):
        return False
    return hmac.compare_digest(_mac(material, purpose, names, end).encode(), mac.encode())


def key_of(capability: str) -> str:
    """The id of the key that a capability says it is of; empty for what is no capability."""
    return _parts(capability)[0]


def end_of(capability: str) -> int:
    """When a capability says that it ends, in seconds since 1970; 0 where it says nothing."""
    return int(_parts(capability)[1] or 0)


def links(keys: Keys, base: str) -> Links:
    """Absolute stored URLs under ``base``."""

    def link(article: str, version: str, file: str) -> str:
        return f"{base.rstrip('/')}/v1/articles/{article}/{version}/{file}?k={mint(keys, article, version, file)}"

    return link


def relative_links(keys: Keys) -> Links:
    """Links from one file of an article to another; through the version's folder, so that they hold under ``latest`` too."""
    return lambda article, version, file: f"../{version}/{file}?k={mint(keys, article, version, file)}"


def _parts(capability: str) -> tuple[str, str, str]:
    match = _FORM.fullmatch(capability)
    return (match[1], match[2] or "", match[3]) if match else ("", "", "")


def _grammatical(purpose: str, names: Sequence[str]) -> bool:
    forms = GRAMMAR.get(purpose, ())
    return len(forms) == len(names) > 0 and all(form.fullmatch(name) for form, name in zip(forms, names, strict=True))


def _over(end: str, now: float) -> bool:
    return end != "" and int(end) <= now


def _mac(material: bytes, purpose: str, names: Sequence[str], end: str) -> str:
    # No name holds a NUL, and a purpose says how many there are: no two meanings make one message.
    message = "\0".join(["claimwire", "v1", purpose, *names, *([f"until {end}"] if end else [])]).encode()
    return base64.urlsafe_b64encode(hmac.digest(material, message, "sha256")[:_MAC_BYTES]).decode()
