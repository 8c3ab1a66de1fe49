"""What every engine owes, each really run: firefox with its weights, apertium, services against servers that speak as they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimwire.errors import BadSetting
from claimwire.ports import Engine
from claimwire.translators import ENGINES, build
from claimwire.translators.apertium import Apertium
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
from claimwire.translators.google import Google
from claimwire.translators.pivot import Pivot
from tests.translators.servers import SERVICES
from tests.translators.servers.serving import serving
from tests.translators.test_apertium import needs_apertium

SEGMENTS = (
    "The president said on Monday that 12 people died in the fire.",
    "“Nobody is above the law,” she told the BBC.",
)


LOCAL: dict[str, Callable[[], Engine]] = {**ENGINES, "pivot:pt": lambda: Pivot([Firefox(), Apertium()], via="pt")}
NEEDY = ("apertium", "pivot:pt")


@pytest.fixture(
    params=[pytest.param(name, marks=needs_apertium if name in NEEDY else ()) for name in sorted({*LOCAL, *SERVICES})]
)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def target(name: str) -> str:
    """What is asked of it: rules turn Portuguese into Spanish, and make no Portuguese of English."""
    return "es" if name in NEEDY else "pt"


@pytest.fixture
def make(name: str) -> Iterator[Callable[[], Engine]]:
    if name not in SERVICES:
        yield LOCAL[name]
        return
    speak, maker = SERVICES[name]
    with serving(speak) as server:
        yield lambda: maker(server.url)


@pytest.fixture
def engine(make: Callable[[], Engine]) -> Engine:
    return make()


def test_it_says_who_it_is(engine: Engine, make: Callable[[], Engine], target: str) -> None:
    assert LOCAL.get(engine.name, make)().name == engine.name
    assert engine.identity().startswith(engine.name)
    assert engine.identity() == make().identity()
    assert engine.model("en", target).startswith(f"{engine.name}/")


def test_one_answer_a_segment_in_order(engine: Engine, target: str) -> None:
    together = engine.translate(SEGMENTS, "en", target)
    assert together == [engine.translate([segment], "en", target)[0] for segment in SEGMENTS]
    assert len(set(together)) == len(SEGMENTS)
    assert engine.translate([], "en", target) == []


def test_an_unsupported_pair_is_a_bad_setting(engine: Engine, target: str) -> None:
    assert engine.supports("en", f"{target}-BR")
    assert not engine.supports("en", "zh-Latn")
    with pytest.raises(BadSetting, match="zh-Latn"):
        engine.translate(SEGMENTS, "en", "zh-Latn")


@pytest.mark.parametrize(
    "segment", ["", "  ", "\n", "\ud800", "\x00", "🎉", "a\u0301", "...", "שלום and hello", "<b>&amp;</b>"]
)
def test_no_segment_breaks_it(engine: Engine, target: str, segment: str) -> None:
    (answer,) = Chain([engine]).translate([segment], "en", target)
    assert isinstance(answer.text, str)


def test_threads_get_their_own_answers(engine: Engine, target: str) -> None:
    texts = [f"The council spent {n} pounds on bridge {n}." for n in range(100, 148)]
    chain = Chain([engine])
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: chain.translate([text], "en", target)[0].text, texts))
    assert [text for text, answer in zip(texts, found, strict=True) if answer.count(text.split()[3]) != 2] == []


def test_the_table_builds_chains() -> None:
    assert build(" firefox, google ,firefox").name == "firefox,google"
    assert build("mine", extra={"mine": Google}).name == "google"


@pytest.mark.parametrize(
    ("spec", "said"),
    [("fierfox", "did you mean firefox"), ("", "known are apertium, deepl, firefox, google"), (",", "unknown")],
)
def test_an_unknown_engine_is_a_bad_setting(spec: str, said: str) -> None:
    with pytest.raises(BadSetting, match=said):
        build(spec)
