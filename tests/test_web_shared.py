"""What a cache in front may hold: only what a whole URL opens, and for a minute at most (docs/decisions/0015-a-shared-cache.md)."""

import re
from pathlib import Path

import pytest

from claimwire.web.message import Reply
from tests.house import TO, House
from tests.test_template import RESOURCES, TEMPLATE

HELD = re.compile(r"public, s-maxage=(\d+), stale-if-error=0, max-age=(\d+)(, immutable)?")


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.change(shared=True)
    return house


def urls(house: House) -> dict[str, str]:
    notice = house.upload()
    fixed = TO.file(notice.article_id, notice.version or "", "digest.pt.html")
    return {
        "fixed": fixed,
        "moving": TO.file(notice.article_id, "latest", "digest.pt.html"),
        "negotiated": TO.latest(notice.article_id),
        "list": TO.list("pt"),
        "feed": TO.feed("pt"),
    }


def said(reply: Reply) -> str:
    return reply.headers["cache-control"]


def test_what_never_changes_and_lists_are_held_for_a_minute(house: House) -> None:
    held = {name: HELD.fullmatch(said(house.get(url))) for name, url in urls(house).items()}
    assert {name: match and match.groups() for name, match in held.items()} == {
        "fixed": ("60", "86400", ", immutable"),
        "list": ("60", "60", None),
        "feed": ("60", "60", None),
        "moving": None,
        "negotiated": None,
    }


def test_nothing_is_held_where_no_cache_of_ours_is_in_front(house: House) -> None:
    house.change(shared=False)
    assert {said(house.get(url)).partition(",")[0] for url in urls(house).values()} == {"private"}


@pytest.mark.parametrize("kind", ["fixed", "list"])
def test_a_refusal_is_never_held(house: House, kind: str) -> None:
    url = urls(house)[kind]
    stranger = house.get(url.partition("?")[0])
    assert (stranger.status, said(stranger)) == (404, "no-store")


def test_a_cache_that_asks_again_learns_of_a_revocation(house: House) -> None:
    url = urls(house)["fixed"]
    first = house.get(url)
    again = house.get(url, if_none_match=first.headers["etag"])
    assert (again.status, said(again)) == (304, said(first))
    house.change(revoked=frozenset({url.split("/")[-3]}))
    assert house.get(url, if_none_match=first.headers["etag"]).status == 404


def test_the_cache_in_front_holds_by_the_whole_url_for_no_longer() -> None:
    policy = RESOURCES["CdnCachePolicy"]["Properties"]["CachePolicyConfig"]
    assert (policy["MinTTL"], policy["DefaultTTL"], policy["MaxTTL"]) == (0, 0, 60)
    key = policy["ParametersInCacheKeyAndForwardedToOrigin"]
    assert key["QueryStringsConfig"] == {"QueryStringBehavior": "all"}
    assert key["HeadersConfig"]["Headers"] == ["Origin"]
    config = RESOURCES["CdnDistribution"]["Properties"]["DistributionConfig"]
    assert "Logging" not in config
    assert "CacheBehaviors" not in config
    function = RESOURCES["ResultsLambdaFunction"]["Properties"]["Environment"]["Variables"]
    assert function["CLAIMWIRE_SHARED_CACHE"] == {"Ref": "Cdn"}
    assert TEMPLATE["Parameters"]["Cdn"]["Default"] == "false"


def test_what_is_negotiated_is_forwarded() -> None:
    sent = RESOURCES["CdnRequestPolicy"]["Properties"]["OriginRequestPolicyConfig"]
    assert sent["HeadersConfig"]["Headers"] == ["Accept", "Accept-Language"]
