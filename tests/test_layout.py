"""Names of results, and their grammar."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire import layout

PARTS = st.lists(st.text(max_size=5), max_size=4)


@given(one=PARTS, other=PARTS)
@settings(derandomize=True, max_examples=200, deadline=None)
def test_no_two_lists_of_parts_have_one_hash_unless_a_part_holds_the_parting_character(
    one: list[str], other: list[str]
) -> None:
    if one != other and not any("\0" in part for part in one + other) and one and other:
        assert layout.digest_hash(*one) != layout.digest_hash(*other)


def test_bucket_and_key_do_not_run_together() -> None:
    assert layout.article_id("a", "b/c") != layout.article_id("a/b", "c")
    assert layout.article_id("a", "b") != layout.version_id("a", "b")


@given(bucket=st.text(max_size=20), key=st.text(max_size=50))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_ids_keep_their_grammar_for_every_key(bucket: str, key: str) -> None:
    assert layout.ARTICLE_ID.fullmatch(layout.article_id(bucket, key))
    assert layout.VERSION.fullmatch(layout.version_id(bucket, key))


def test_ids_never_change() -> None:
    # Stored URLs hold them: another value would break every link that was given out.
    assert layout.article_id("articles", "in/a b+c%.txt") == "3f9c002080acfa6f33f55e13cc4ac600"


@pytest.mark.parametrize(
    "file",
    [
        "digest.json",
        "digest.pt.html",
        "digest.zh-Hans.html",
        "summary.es-419.md",
        "article.fil.txt",
        "digest.sr-Latn-RS.html",
    ],
)
def test_files_of_a_result(file: str) -> None:
    assert layout.FILE.fullmatch(file)


@pytest.mark.parametrize(
    "file",
    [
        "", ".", "..", "../digest.json", "digest.json/", "/digest.json", "digest.json\n", "digest..html", "digest.pt.html.bak",
        "summary.pt.html", "article.pt.md", "digest.PT.html", "digest.p.html", "digest.pt-br.html", "digest%2ejson", "digest.json\0",
        "latest.json", "digest.pt/x.html", "digest.../x.html", "DIGEST.JSON",
    ],
)  # fmt: skip
def test_whatever_else_is_no_file_of_ours(file: str) -> None:
    assert layout.FILE.fullmatch(file) is None


@pytest.mark.parametrize("version", ["", "Latest", "latest ", "0" * 31, "0" * 33, "G" * 32, "A" * 32, "..", "latest\n"])
def test_versions_have_one_shape(version: str) -> None:
    assert layout.VERSION.fullmatch(version) is None


def test_keys() -> None:
    article, version = "a" * 32, "b" * 32
    assert layout.file_key(article, version, "digest.json") == f"results/{article}/{version}/digest.json"
    assert layout.pointer_key(article).startswith(layout.folder(article))


@given(times=st.lists(st.integers(0, 253_402_300_799), min_size=2, max_size=5))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_a_plain_listing_of_a_day_gives_the_newest_first(times: list[int]) -> None:
    keys = [layout.index_key("a" * 32, "pt", "2026-11-23T00:00:00.000000Z", seconds) for seconds in times]
    assert [times[keys.index(key)] for key in sorted(keys)] == sorted(times, reverse=True)
