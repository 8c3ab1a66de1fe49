"""What a run says to CloudWatch: by its own rules, and nothing that is not so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bench.structure import ROOT
from claimwire import again, job
from claimwire.again import GivenUp, Later
from claimwire.aws import metrics
from claimwire.task import Outcome
from claimwire.translators.meter import Meter
from claimwire.upload import Upload
from infra.compile import TEMPLATE
from tests.emf import of_stack, points
from tests.test_job import KEY, World

KNOWN = {
    "Articles", "Refused", "PassedOver", "Languages", "Characters", "CostUSD", "MemoryHits", "Later", "Failed", "Seconds", "Requests",
}  # fmt: skip
UPLOAD = Upload(bucket="articles", key=KEY)


def told(world: World, meter_of: str = "desk") -> dict[str, float]:
    """What one run of the job says."""
    said: list[str] = []
    made = world.job()
    with metrics.run(meter_of, made.chain.meter, said.append) as values:
        values.update(metrics.came_of(again.attempt(made, UPLOAD, again.Patience(), 1_800_000_000.0)))
    [line] = said
    return of_stack(line, meter_of)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_line_is_what_cloudwatch_takes() -> None:
    line = metrics.line("desk", {"Requests": 1, "Seconds": 0.5}, 1_800_000_000.25, Answer="2xx")
    assert points(line) == {
        ((("Stack", "desk"),), "Requests"): 1,
        ((("Stack", "desk"),), "Seconds"): 0.5,
        ((("Stack", "desk"), ("Answer", "2xx")), "Requests"): 1,
        ((("Stack", "desk"), ("Answer", "2xx")), "Seconds"): 0.5,
    }
    assert json.loads(line)["_aws"]["Timestamp"] == 1_800_000_000_250
    assert "\n" not in line


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        metrics.line("", {"Requests": 1}, 1_800_000_000),
        metrics.line("desk", {}, 1_800_000_000),
        metrics.line("desk", {"Requests": 1}, 0),
    ],
    ids=["none", "no stack", "no metric", "no time"],
)
def test_the_rules_refuse_what_cloudwatch_would_drop(line: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        points(line)


def test_an_article_is_counted_with_its_languages_and_cost(world: World) -> None:
    world.upload()
    found = told(world)
    assert (found["Articles"], found["Languages"], found["MemoryHits"]) == (1, 1, 0)
    assert found["Characters"] > 100
    assert found["Seconds"] > 0
    assert found["Refused"] == 0


def test_a_repeat_counts_nothing_and_pays_nothing(world: World) -> None:
    world.upload()
    told(world)
    found = told(world)
    assert "Articles" not in found
    assert found["Characters"] == 0


def test_a_refusal_is_one(world: World) -> None:
    world.upload("")
    assert told(world).items() >= {"Refused": 1, "Characters": 0}.items()


def test_what_is_no_article_is_passed_over(world: World) -> None:
    found = metrics.came_of(job_outcome("passed over"))
    assert found == {"PassedOver": 1}
    assert metrics.came_of(job.run(world.job(), "wire/.DS_Store")) == found


def job_outcome(action: str) -> Outcome:
    return Outcome(action)  # type: ignore[arg-type]  # one of its names


@pytest.mark.parametrize("action", ["deleted", "superseded", "repeated"])
def test_what_made_no_digest_counts_none(action: str) -> None:
    assert metrics.came_of(job_outcome(action)) == {}


def test_later_is_counted_and_given_up_is_left_to_who_tells_of_it() -> None:
    assert metrics.came_of(Later(UPLOAD, 30, "engine down")) == {"Later": 1}
    assert metrics.came_of(GivenUp(UPLOAD, "engine down")) == {}


def test_a_run_that_breaks_says_what_it_paid() -> None:
    said: list[str] = []
    meter, clock = Meter(), iter((10.0, 12.5, 12.5))

    def broken() -> None:
        with metrics.run("desk", meter, said.append, lambda: next(clock)):
            meter.sent("amazon", ["x" * 1_000_000])
            meter.recalled(3)
            raise RuntimeError("it broke")

    with pytest.raises(RuntimeError, match="broke"):
        broken()
    line = said[0].replace('"Timestamp":12500', '"Timestamp":1800000000000')
    assert of_stack(line, "desk") == {"Characters": 1_000_000, "MemoryHits": 3, "Seconds": 2.5, "CostUSD": 15.0}


def test_no_price_is_no_sum() -> None:
    said: list[str] = []
    meter = Meter()
    with metrics.run("desk", meter, said.append):
        meter.sent("an engine without a price", ["word"])
    assert "CostUSD" not in of_stack(said[0], "desk")


def test_every_metric_is_explained_and_every_alarm_watches_one() -> None:
    page = (ROOT / "docs" / "operate.md").read_text()
    assert {name for name in KNOWN if f"| `{name}` |" not in page} == set()
    watched = set()
    for body in json.loads(TEMPLATE.read_text())["Resources"].values():
        own = body.get("Properties", {})
        if body["Type"] == "AWS::CloudWatch::Alarm" and own["Namespace"] == metrics.NAMESPACE:
            watched.add(own["MetricName"])
            assert own["Dimensions"] == [{"Name": "Stack", "Value": {"Ref": "Name"}}]
    assert watched >= {"Refused", "CostUSD"}
    assert watched <= KNOWN


def test_the_dashboard_shows_metrics_that_there_are() -> None:
    rows = [line for line in (ROOT / "infra" / "dashboard.yml").read_text().splitlines() if '"Claimwire"' in line]
    shown = {name for row in rows for name in re.findall(r'\["(?:Claimwire|\.)","(\w+)"', row)}
    assert shown >= {"Articles", "CostUSD"}
    assert shown <= KNOWN
