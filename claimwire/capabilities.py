"""Capability links: a URL that carries its own right to be read, for as long as its key is not revoked.

The MAC is HMAC-SHA256, cut to 144 bits (RFC 2104 section 5 asks for at least half of the hash), over purpose, article,
version and file, each held to its own grammar first: what is signed is a meaning, not a raw path.
"""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Callable, Mapping

import msgspec
from msgspec import Struct

from claimwire import layout
from claimwire.errors import BadSetting

READ = "read"
Links = Callable[[str, str, str], str]
"""(article, version, file) -> the URL, absolute or relative, under which a reader finds it."""

_KEY_ID = re.compile(r"[a-z0-9]{1,16}")
_MAC_BYTES = 18
_MIN_KEY_BYTES = 32  # as long as the hash: RFC 2104 section 3


class Keys(Struct, frozen=True):
    """Key material by key id; ``current`` mints, all verify."""

    current: str
    material: Mapping[str, bytes]


def load_keys(secret: str) -> Keys:
    """Keys from their stored form, ``{"current": "k1", "k1": "…", "k0": "…"}``; raises BadSetting."""
    try:
        fields = msgspec.json.decode(secret, type=dict[str, str])
        current = fields.pop("current")
        keys = Keys(current, {name: value.encode() for name, value in fields.items()})
    except (msgspec.MsgspecError, KeyError) as error:
        raise BadSetting(
            'the link secret must be JSON such as {"current": "k1", "k1": "64 random characters"}'
        ) from error
    if current not in keys.material or not all(map(_usable, *zip(*keys.material.items(), strict=True))):
        raise BadSetting(f"the link secret needs key {current!r}, and every key {_MIN_KEY_BYTES} bytes or more")
    return keys


def _usable(key_id: str, material: bytes) -> bool:
    return _KEY_ID.fullmatch(key_id) is not None and len(material) >= _MIN_KEY_BYTES


def mint(keys: Keys, article: str, version: str, file: str, purpose: str = READ) -> str:
    """The capability ``<key id>.<mac>``; raises ValueError for a name outside its grammar."""
    if not _grammatical(article, version, file):
        raise ValueError(f"no such result: {article}/{version}/{file}")
    return f"{keys.current}.{_mac(keys.material[keys.current], purpose, article, version, file)}"


def verify(keys: Keys, capability: str, article: str, version: str, file: str, purpose: str = READ) -> bool:
    """Whether ``capability`` opens exactly this; unknown keys, other grammars and other purposes are all simply False."""
    key_id, _, mac = capability.partition(".")
    material = keys.material.get(key_id)
    if material is None or not _grammatical(article, version, file):
        return False
    return hmac.compare_digest(_mac(material, purpose, article, version, file).encode(), mac.encode("utf-8", "replace"))


def links(keys: Keys, base: str) -> Links:
    """Absolute stored URLs under ``base``."""

    def link(article: str, version: str, file: str) -> str:
        return f"{base.rstrip('/')}/v1/articles/{article}/{version}/{file}?k={mint(keys, article, version, file)}"

    return link


def relative_links(keys: Keys) -> Links:
    """Links from one file of an article to another; through the version's folder, so that they hold under ``latest`` too."""
    return lambda article, version, file: f"../{version}/{file}?k={mint(keys, article, version, file)}"


def _grammatical(article: str, version: str, file: str) -> bool:
    forms = ((layout.ARTICLE_ID, article), (layout.VERSION, version), (layout.FILE, file))
    return all(form.fullmatch(value) for form, value in forms)


def _mac(material: bytes, purpose: str, article: str, version: str, file: str) -> str:
    message = f"claimwire\0v1\0{purpose}\0{article}\0{version}\0{file}".encode()
    return base64.urlsafe_b64encode(hmac.digest(material, message, "sha256")[:_MAC_BYTES]).decode()
