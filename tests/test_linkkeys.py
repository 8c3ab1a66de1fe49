"""The keys behind stored URLs: rotation and revocation, and how they are stored."""

from __future__ import annotations

import json

import pytest

from claimwire import capabilities, linkkeys
from claimwire.errors import BadSetting

FIRST = linkkeys.load_keys(json.dumps({"current": "k1", "k1": "a" * 40}))
FRESH = [bytes([letter]) * 40 for letter in b"bcdef"]
ARTICLE = ("a" * 32, "latest", "digest.json")


def test_a_rotation_mints_with_the_new_key_and_opens_with_all() -> None:
    old = capabilities.mint(FIRST, *ARTICLE)
    keys = linkkeys.rotated(linkkeys.rotated(FIRST, FRESH[0]), FRESH[1])
    assert (keys.current, sorted(keys.material)) == ("k3", ["k1", "k2", "k3"])
    assert capabilities.mint(keys, *ARTICLE).startswith("k3.")
    assert capabilities.verify(keys, old, *ARTICLE)


def test_a_revoked_key_opens_nothing_and_its_name_never_comes_back() -> None:
    old = capabilities.mint(FIRST, *ARTICLE)
    keys = linkkeys.without(linkkeys.rotated(FIRST, FRESH[0]), "k1")
    assert not capabilities.verify(keys, old, *ARTICLE)
    third = linkkeys.without(linkkeys.rotated(keys, FRESH[1]), "k2")
    assert linkkeys.rotated(third, FRESH[2]).current == "k4"
    assert third.revoked == ("k1", "k2")


def test_the_highest_name_is_not_given_twice() -> None:
    keys = linkkeys.Keys("k1", FIRST.material, revoked=("k7",))
    assert linkkeys.rotated(keys, FRESH[0]).current == "k8"


def test_the_key_that_mints_cannot_be_revoked_nor_one_that_is_not_there() -> None:
    with pytest.raises(BadSetting, match="rotate first"):
        linkkeys.without(FIRST, "k1")
    with pytest.raises(BadSetting, match="there are k1") as caught:
        linkkeys.without(FIRST, "k9")
    assert "a" * 40 not in str(caught.value)


def test_a_key_must_be_long() -> None:
    with pytest.raises(BadSetting, match="32 bytes"):
        linkkeys.rotated(FIRST, b"short")


def test_keys_survive_their_stored_form() -> None:
    keys = linkkeys.without(linkkeys.rotated(linkkeys.rotated(FIRST, FRESH[0]), FRESH[1]), "k1")
    assert linkkeys.load_keys(linkkeys.dump_keys(keys)) == keys
    assert json.loads(linkkeys.dump_keys(FIRST)) == {"current": "k1", "k1": "a" * 40}


def test_a_secret_of_the_first_release_still_loads() -> None:
    assert FIRST.revoked == ()
    assert FIRST.material == {"k1": b"a" * 40}
