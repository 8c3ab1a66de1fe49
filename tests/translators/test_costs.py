"""What is spent: estimated before, capped, counted after."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from claimwire import pipeline
from claimwire.errors import TryLater
from claimwire.models import Digest, Translated
from claimwire.settings import Settings
from claimwire.translators.chain import Chain
from claimwire.translators.estimate import Estimate, estimate
from claimwire.translators.keys import human
from claimwire.translators.memory import SqliteMemory
from claimwire.translators.pivot import Pivot
from claimwire.translators.prices import price
from claimwire.translators.purse import Purse
from claimwire.translators.rates import rate, spent
from tests.doubles import article
from tests.translators.test_chain import ONE, TWO, Scripted, late, nothing, turned

DEEPL, AMAZON = (found.usd / 1_000_000 for name in ("deepl", "amazon") if (found := price(name)))


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[SqliteMemory]:
    with closing(SqliteMemory(tmp_path / "memory.sqlite")) as opened:
        yield opened


def test_an_estimate_counts_what_is_not_remembered_and_sends_nothing(memory: SqliteMemory) -> None:
    Chain([Scripted("deepl")], memory).translate([ONE], "en", "pt")
    memory.put({human(TWO, "en", "es"): Translated(text="Nadie.", engine="human")})
    engine = Scripted("deepl")
    chain = Chain([Scripted("a", targets=()), engine], memory)
    texts = [ONE, TWO, ONE, "https://example.org", "42"]
    assert estimate(chain, texts, "en", "pt") == Estimate(
        target="pt", engine="deepl", segments=1, characters=len(TWO), remembered=len(ONE), usd=len(TWO) * DEEPL
    )
    assert estimate(chain, texts, "en", "es").characters == len(ONE)
    assert estimate(chain, texts, "en", "de") == Estimate(target="de")
    assert engine.asked == []
    assert chain.meter.total == {}


def test_a_price_that_nobody_wrote_down_is_not_zero() -> None:
    chain = Chain([Scripted("unheard-of")])
    assert estimate(chain, [ONE], "en", "pt").usd is None
    assert estimate(chain, ["42"], "en", "pt").usd == 0.0
    assert spent({"unheard-of": 1}) is None
    assert spent({"unheard-of": 0, "deepl": 1_000_000}) == DEEPL * 1_000_000
    assert spent({"firefox": 5}) == 0.0


def test_an_engine_may_know_its_own_price() -> None:
    class Detour(Scripted):
        def rate(self, source: str, target: str) -> float:
            return 40.0

    assert rate(Detour("pivot"), "es", "pt") == 40.0


def test_a_purse_refuses_before_a_dearer_engine_is_asked() -> None:
    cheap, dear = Scripted("firefox", lambda text: nothing(text) if text == ONE else turned(text)), Scripted("deepl")
    found = Chain([cheap, dear]).translate([ONE, TWO], "en", "pt", purse=Purse(len(ONE) * DEEPL * 0.99))
    assert dear.asked == []
    assert found[1].text == turned(TWO)
    assert found[0].text == ONE
    assert "deepl: more would be spent on this article than the cap" in found[0].warnings[0]
    assert Chain([cheap, dear]).translate([ONE], "en", "pt", purse=Purse(len(ONE) * DEEPL))[0].text == turned(ONE)


def test_one_purse_serves_all_targets_of_an_article() -> None:
    engine, purse = Scripted("deepl"), Purse(len(ONE) * DEEPL * 1.5)
    chain = Chain([engine])
    assert chain.translate([ONE], "en", "pt", purse=purse)[0].text == turned(ONE)
    assert chain.translate([ONE], "en", "es", purse=purse)[0].warnings
    assert engine.asked == [ONE]


def test_what_is_remembered_needs_no_money(memory: SqliteMemory) -> None:
    Chain([Scripted("deepl")], memory).translate([ONE], "en", "pt")
    assert Chain([Scripted("deepl")], memory).translate([ONE], "en", "pt", purse=Purse(0.0))[0].text == turned(ONE)


def test_an_engine_out_of_order_is_waited_for_where_the_next_is_too_dear() -> None:
    with pytest.raises(TryLater, match="HTTP 429"):
        Chain([Scripted("firefox", late), Scripted("deepl")]).translate([ONE], "en", "pt", purse=Purse(0.0))


def test_threads_never_spend_more_than_the_cap() -> None:
    engine, purse = Scripted("deepl"), Purse(1_000 * DEEPL)
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: purse.take(engine, ["x" * 10], ("en", "pt")), range(400)))
    assert taken.count("") in (99, 100)  # floating point may hold the last one back


def made(engine: Scripted, cap: float | None, targets: tuple[str, ...] = ("pt", "es")) -> Digest:
    read = msgspec.structs.replace(article(f"{ONE} {TWO}"), declared_language="en")
    wanted = Settings(targets=targets, engine=engine.name, detector="declared", max_cost=cap)
    chain = Chain([engine])
    return pipeline.compose(pipeline.begin(b"", "b", "a.txt", "", wanted, chain), read, wanted, chain)


def test_an_article_over_the_cap_costs_nothing_and_everybody_sees_why(caplog: pytest.LogCaptureFixture) -> None:
    engine, both = Scripted("amazon"), 2 * (len(ONE) + len(TWO)) * AMAZON
    with caplog.at_level(logging.WARNING, "claimwire"):
        digest = made(engine, both * 0.99)
    assert engine.asked == []
    assert [each.status for each in digest.translations] == ["unavailable"] * 2
    assert "raise the cap" in (digest.translations[0].reason or "")
    assert digest.status == "ready"
    assert digest.summary is not None
    assert digest.summary.claims
    assert "not translated, for the cap of" in caplog.text
    assert [each.status for each in made(Scripted("amazon"), both * 1.01).translations] == ["ready"] * 2
    assert [each.status for each in made(Scripted("amazon"), None).translations] == ["ready"] * 2


def test_a_free_engine_serves_under_any_cap() -> None:
    assert made(Scripted("firefox"), 0.0).translations[0].status == "ready"


def test_an_engine_without_a_price_is_not_asked_under_a_cap() -> None:
    engine = Scripted("unheard-of")
    assert made(engine, 100.0).translations[0].status == "unavailable"
    assert engine.asked == []


def test_no_cost_is_in_the_record() -> None:
    record = msgspec.json.encode(made(Scripted("amazon"), 100.0))
    assert b"usd" not in record.lower()
    assert b"cost" not in record


def test_a_month_s_cap_holds_for_all_who_share_the_memory(memory: SqliteMemory) -> None:
    cap = (len(ONE) + len(TWO)) * DEEPL
    for text, segments in ((ONE, 1), (TWO, 1), ("A third one is too many, the mayor said.", 0)):
        engine = Scripted("deepl")
        found = Chain([engine], memory).translate([text], "en", "pt", purse=Purse(month=cap, memory=memory))
        assert len(engine.asked) == segments
        assert any("this month" in warning for warning in found[0].warnings) == (segments == 0)
    assert memory.spent() == pytest.approx(cap, abs=2e-6)


def test_what_was_not_answered_is_not_paid(memory: SqliteMemory) -> None:
    with pytest.raises(TryLater):
        Chain([Scripted("deepl", late)], memory).translate([ONE], "en", "pt", purse=Purse(1.0, 1.0, memory))
    assert memory.spent() == 0.0


def test_a_month_that_is_spent_is_seen_in_the_record_and_not_retried(memory: SqliteMemory) -> None:
    assert memory.spend(5.0, 5.0)
    read = msgspec.structs.replace(article(f"{ONE} {TWO}"), declared_language="en")
    wanted = Settings(targets=("pt",), engine="deepl", detector="declared", month_max_cost=5.0)
    engine = Scripted("deepl")
    chain = Chain([engine], memory)
    (found,) = pipeline.compose(pipeline.begin(b"", "b", "a.txt", "", wanted, chain), read, wanted, chain).translations
    assert (found.status, engine.asked) == ("unavailable", [])
    assert "the cap of 5 USD a month" in (found.reason or "")


def test_a_way_over_two_engines_costs_both() -> None:
    both = sum(found.usd for name in ("deepl", "amazon") if (found := price(name)))
    assert spent({"deepl+amazon:fr": 1_000_000}) == both
    first = Scripted("deepl", targets=("fr",))
    second = Scripted("amazon", targets=("pt",))
    assert rate(Pivot([first], [second], "fr"), "en", "pt") == both
