"""The keys behind stored URLs: one mints, all verify; a key's name is used once and never again."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from claimwire.errors import BadSetting

_KEY_ID = re.compile(r"[a-z0-9]{1,16}")
_NUMBERED = re.compile(r"k(\d{1,9})")
_MIN_KEY_BYTES = 32  # as long as the hash: RFC 2104 section 3


class Keys(Struct, frozen=True):
    """Key material by key id; ``current`` mints, all verify. ``revoked`` are names that shall not come back."""

    current: str
    material: Mapping[str, bytes]
    revoked: tuple[str, ...] = ()


def load_keys(secret: str) -> Keys:
    """Keys from their stored form, ``{"current": "k1", "k1": "…", "k0": "…", "revoked": "k-names"}``; raises BadSetting."""
    try:
        fields = msgspec.json.decode(secret, type=dict[str, str])
        current, revoked = fields.pop("current"), tuple(fields.pop("revoked", "").split())
        keys = Keys(current, {name: value.encode() for name, value in fields.items()}, revoked)
    except (msgspec.MsgspecError, KeyError) as error:
        raise BadSetting(
            'the link secret must be JSON such as {"current": "k1", "k1": "64 random characters"}'
        ) from error
    if current not in keys.material or not all(map(_usable, *zip(*keys.material.items(), strict=True))):
        raise BadSetting(f"the link secret needs key {current!r}, and every key {_MIN_KEY_BYTES} bytes or more")
    return keys


def dump_keys(keys: Keys) -> str:
    """The stored form."""
    revoked = {"revoked": " ".join(keys.revoked)} if keys.revoked else {}
    material = {name: value.decode() for name, value in keys.material.items()}
    return msgspec.json.encode({"current": keys.current, **revoked, **material}).decode()


def rotated(keys: Keys, fresh: bytes) -> Keys:
    """With one key more, which mints from now on; the others go on verifying."""
    numbers = [int(match[1]) for name in (*keys.material, *keys.revoked) if (match := _NUMBERED.fullmatch(name))]
    name = f"k{max(numbers, default=0) + 1}"
    if not _usable(name, fresh):
        raise BadSetting(f"a link key needs {_MIN_KEY_BYTES} bytes or more")
    return Keys(name, {**keys.material, name: fresh}, keys.revoked)


def without(keys: Keys, name: str) -> Keys:
    """With one key less: every link that it minted is dead. Raises BadSetting for one that is not there, or still mints."""
    if name not in keys.material:
        raise BadSetting(f"there is no link key {name!r}: there are {', '.join(sorted(keys.material))}")
    if name == keys.current:
        raise BadSetting(f"{name} is the key that mints: rotate first, then revoke it")
    left = {other: value for other, value in keys.material.items() if other != name}
    return Keys(keys.current, left, (*keys.revoked, name))


def _usable(key_id: str, material: bytes) -> bool:
    return _KEY_ID.fullmatch(key_id) is not None and len(material) >= _MIN_KEY_BYTES
