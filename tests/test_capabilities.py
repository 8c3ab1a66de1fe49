"""Capability links: what they open, and that nothing else does."""

from __future__ import annotations

import ast
import inspect
import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire import capabilities
from claimwire.errors import BadSetting

OLD, NEW = "o" * 40, "n" * 40
KEYS = capabilities.load_keys(json.dumps({"current": "k1", "k1": OLD}))
ROTATED = capabilities.load_keys(json.dumps({"current": "k2", "k1": OLD, "k2": NEW}))
REVOKED = capabilities.load_keys(json.dumps({"current": "k2", "k2": NEW}))
ARTICLE, VERSION, FILE = "a" * 32, "b" * 32, "digest.pt.html"
MINTED = capabilities.mint(KEYS, ARTICLE, VERSION, FILE)


def opens(
    capability: str, article: str = ARTICLE, version: str = VERSION, file: str = FILE, purpose: str = capabilities.READ
) -> bool:
    return capabilities.verify(KEYS, capability, article, version, file, purpose=purpose)


def test_a_capability_opens_what_it_was_minted_for() -> None:
    assert opens(MINTED)
    assert opens(capabilities.mint(KEYS, ARTICLE, "latest", FILE), version="latest")


@pytest.mark.parametrize("place", range(len(MINTED)))
def test_no_character_may_be_another(place: int) -> None:
    for character in {*string.ascii_letters, *string.digits, *"-_.=+/ \0é"} - {MINTED[place]}:
        assert not opens(MINTED[:place] + character + MINTED[place + 1 :])


@pytest.mark.parametrize("length", range(len(MINTED)))
def test_no_shorter_one_opens(length: int) -> None:
    assert not opens(MINTED[:length])


@pytest.mark.parametrize(
    "capability",
    [
        "",
        ".",
        "k1",
        "k1.",
        f"{MINTED}=",
        f"{MINTED} ",
        f" {MINTED}",
        MINTED * 2,
        "k9" + MINTED[2:],
        "é" * 26,
        "k1.\ud800",
        "k1." + "💧" * 6,
        "K1" + MINTED[2:],
        "k1.." + MINTED[3:],
        "current" + MINTED[2:],
    ],
)
def test_what_was_not_minted_opens_nothing(capability: str) -> None:
    assert not opens(capability)


@given(capability=st.text(max_size=40))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_any_text_opens_nothing_and_raises_nothing(capability: str) -> None:
    assert not opens(capability)


@pytest.mark.parametrize(
    "other",
    [
        {"article": "c" * 32},
        {"version": "c" * 32},
        {"version": "latest"},
        {"file": "digest.es.html"},
        {"file": "digest.json"},
        {"file": "summary.pt.md"},
        {"purpose": "upload"},
        {"purpose": "list"},
    ],
)
def test_another_article_version_file_or_purpose_is_closed(other: dict[str, str]) -> None:
    assert not opens(MINTED, **other)


def test_a_capability_for_one_version_does_not_open_latest_and_the_other_way() -> None:
    assert not opens(capabilities.mint(KEYS, ARTICLE, "latest", FILE))


def test_rotation_keeps_old_links_and_revocation_ends_them() -> None:
    fresh = capabilities.mint(ROTATED, ARTICLE, VERSION, FILE)
    assert fresh.startswith("k2.")
    assert capabilities.verify(ROTATED, MINTED, ARTICLE, VERSION, FILE)
    assert capabilities.verify(ROTATED, fresh, ARTICLE, VERSION, FILE)
    assert not capabilities.verify(REVOKED, MINTED, ARTICLE, VERSION, FILE)
    assert capabilities.verify(REVOKED, fresh, ARTICLE, VERSION, FILE)


def test_one_key_s_mac_under_another_key_s_name_is_closed() -> None:
    assert not capabilities.verify(ROTATED, "k2" + MINTED[2:], ARTICLE, VERSION, FILE)


@pytest.mark.parametrize(
    ("article", "version", "file"),
    [
        ("..", VERSION, FILE),
        (ARTICLE, "..", FILE),
        (ARTICLE, VERSION, "../digest.json"),
        (ARTICLE, VERSION, "digest.json/"),
        (ARTICLE, VERSION, "latest.json"),
        (ARTICLE, VERSION, ""),
        (ARTICLE.upper(), VERSION, FILE),
        (ARTICLE + "\n", VERSION, FILE),
        (ARTICLE, VERSION, FILE + "\0"),
    ],
)
def test_what_is_no_result_is_neither_minted_nor_opened(article: str, version: str, file: str) -> None:
    with pytest.raises(ValueError, match="no such result"):
        capabilities.mint(KEYS, article, version, file)
    assert not opens(MINTED, article, version, file)


NAMES = {
    capabilities.READ: (ARTICLE, VERSION, FILE),
    capabilities.LATEST: (ARTICLE,),
    capabilities.LIST: ("pt-BR", ""),
    capabilities.FEED: ("pt-BR", "c" * 32),
    capabilities.UPLOAD: ("wire/today/",),
}


@pytest.mark.parametrize("purpose", sorted(NAMES))
def test_a_capability_is_of_one_purpose(purpose: str) -> None:
    minted = capabilities.mint(KEYS, *NAMES[purpose], purpose=purpose)
    for other, names in NAMES.items():
        assert capabilities.verify(KEYS, minted, *names, purpose=other) is (other == purpose)
        assert capabilities.verify(KEYS, minted, *NAMES[purpose], purpose=other) is (other == purpose)


@pytest.mark.parametrize(
    ("purpose", "names"),
    [
        ("list", ("PT", "")),
        ("list", ("pt",)),
        ("list", ("pt", "Ana Lima")),
        ("feed", ("pt", "", "")),
        ("feed", ("speaker", "")),
        ("latest", ("latest",)),
        ("latest", ()),
        ("upload", ("../x/\0",)),
        ("upload", ("wire",)),
        ("", ()),
        ("write", (ARTICLE,)),
    ],
)
def test_every_purpose_has_its_own_grammar(purpose: str, names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no such result"):
        capabilities.mint(KEYS, *names, purpose=purpose)
    assert not capabilities.verify(KEYS, MINTED, *names, purpose=purpose)


@pytest.mark.parametrize("purpose", sorted(capabilities.EXPIRING))
def test_a_list_s_link_may_end_and_its_end_cannot_be_moved(purpose: str) -> None:
    minted = capabilities.mint(KEYS, *NAMES[purpose], purpose=purpose, until=1_800_000_000)
    forever = capabilities.mint(KEYS, *NAMES[purpose], purpose=purpose)

    def holds(capability: str, now: float) -> bool:
        return capabilities.verify(KEYS, capability, *NAMES[purpose], purpose=purpose, now=now)

    assert holds(minted, 1_799_999_999.9)
    assert not holds(minted, 1_800_000_000)
    key, end, mac = minted.split(".")
    assert not holds(f"{key}.9{end[1:]}.{mac}", 1_700_000_000)
    assert not holds(f"{key}.{mac}", 1_700_000_000)
    assert not holds(f"{key}.{end}.{forever.partition('.')[2]}", 1_700_000_000)
    assert holds(forever, 9e11)


@pytest.mark.parametrize("purpose", [capabilities.READ, capabilities.LATEST])
def test_a_stored_url_of_a_result_never_ends_by_itself(purpose: str) -> None:
    with pytest.raises(ValueError, match="no such result"):
        capabilities.mint(KEYS, *NAMES[purpose], purpose=purpose, until=1_800_000_000)
    assert opens(MINTED)


def test_the_key_that_a_capability_names() -> None:
    assert capabilities.key_of(MINTED) == "k1"
    assert capabilities.key_of(MINTED[:-1]) == capabilities.key_of("") == capabilities.key_of("k1") == ""


def test_the_mac_has_144_bits_and_needs_no_escaping_in_a_url() -> None:
    mac = MINTED.partition(".")[2]
    assert len(mac) == 24
    assert set(mac) <= {*string.ascii_letters, *string.digits, *"-_"}


def test_macs_are_compared_in_constant_time_and_in_no_other_way() -> None:
    tree = ast.parse(inspect.getsource(capabilities.verify))
    called = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert called.count("hmac.compare_digest") == 1
    compared = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    assert compared == ["material is None"]


def test_links() -> None:
    url = capabilities.links(KEYS, "https://news.example/")(ARTICLE, VERSION, FILE)
    assert url == f"https://news.example/v1/articles/{ARTICLE}/{VERSION}/{FILE}?k={MINTED}"
    assert capabilities.relative_links(KEYS)(ARTICLE, VERSION, FILE) == f"../{VERSION}/{FILE}?k={MINTED}"


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "{}",
        "[]",
        '{"current": "k1"}',
        '{"current": 1, "k1": "x"}',
        json.dumps({"k1": OLD}),
        json.dumps({"current": "k2", "k1": OLD}),
        json.dumps({"current": "k1", "k1": "short"}),
        json.dumps({"current": "k1", "k1": OLD, "k0": ""}),
        json.dumps({"current": "K 1", "K 1": OLD}),
        json.dumps({"current": "k.1", "k.1": OLD}),
        json.dumps({"current": "k1", "k1": OLD, "revoked": ["k0"]}),
    ],
)
def test_a_secret_that_is_no_set_of_keys_is_refused_without_being_shown(secret: str) -> None:
    with pytest.raises(BadSetting, match="link secret") as caught:
        capabilities.load_keys(secret)
    assert OLD not in str(caught.value)
