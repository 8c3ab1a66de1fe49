"""Workers of the local cloud killed by SIGKILL while they work; ``python -m bench.kills_cloud`` does it twenty times at every step."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bench import kills_cloud, kills_stage, storm
from bench.kills_cloud import Killing
from bench.kills_stage import Stage
from bench.storm_cloud import Switch
from claimwire.aws.table import TableLedger
from claimwire.ports import Account
from tests.cloud import aws
from tests.translators.servers.phrases import sentences

pytestmark = pytest.mark.timeout(600)
ORDER = [
    "lease",
    "PUT digest.json (commit)",
    "PUT index entry",
    "PUT latest.json",
    "publish",
    "mark announced",
    "release",
]
RECEIVES = 2  # with no more, one kill that counts where it should not shows
LONG = storm.Article("kills/long.txt", ["\n\n".join(sentences(1300, 320_000)).encode()])
LAST = "kills/last.txt"
IN_FLIGHT = 4 * 2_000  # characters: the engine takes four requests at a time


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    short = {"IngestTimeout": "15", "VisibilityTimeout": "19", "MaxReceives": str(RECEIVES)}
    with kills_stage.stage(tmp_path_factory.mktemp("kills") / "cloud", Switch(), **short) as found:
        yield found


@pytest.fixture(scope="module")
def killings(there: Stage) -> list[Killing]:
    names = kills_cloud.steps(there)
    assert [name for name in dict.fromkeys(names) if name in ORDER] == ORDER
    return [*kills_cloud.again_and_again(RECEIVES), *kills_cloud.planned(ORDER)]


@pytest.fixture(scope="module")
def wrong(there: Stage, killings: list[Killing]) -> list[str]:
    """All at once, as each waits for its message to come again."""
    there.switch.delay = 1.5  # seconds a request: the long article needs some twenty, a run has fifteen
    return kills_cloud.killed(there, killings, [LONG])


def test_a_worker_killed_at_any_step_loses_nothing_and_announces_nothing_early(there: Stage, wrong: list[str]) -> None:
    """Nor does a kill after progress count towards giving up; one without any does."""
    assert wrong == []
    assert {name for _, name, _ in there.door.kills} == {*ORDER, "note progress", "GET article"}
    doomed = sum(key == "kills/doomed.txt" for key, _, _ in there.door.kills)
    assert doomed >= RECEIVES  # a busy machine may take longer than its message is hidden, which does not count
    assert len(there.door.kills) == len(ORDER) + 2 * RECEIVES + doomed


def test_a_worker_killed_after_progress_at_its_messages_last_receive_is_followed_by_another(
    there: Stage, wrong: list[str]
) -> None:
    """Its message is a dead letter then, which the function ``failed`` sends on instead of telling of it."""
    died = [name for key, name, _ in there.door.kills if key == LAST]
    told = [one for one in there.storm.notices if one.key == LAST]
    asked = there.door.steps[LAST]
    assert died == ["GET article"] * (RECEIVES - 1) + ["note progress"]
    assert ({one.event for one in told}, len({one.id for one in told})) == ({"digest.ready"}, 1)
    assert "SendMessage" in asked[asked.index("Query ledger") :]  # no other function queries the ledger


def account(there: Stage, key: str) -> Account:
    told = next(one for one in there.storm.notices if one.key == key)
    return TableLedger(there.cloud.table, aws(there.cloud, "dynamodb")).account(told.article_id, told.version)


def test_an_article_too_long_for_one_run_ends_after_several_and_pays_twice_for_what_was_under_way_alone(
    there: Stage, wrong: list[str]
) -> None:
    """Nobody waits for a request under way once its run is out of time: its answer may have been paid.

    A request that would not end in time is not begun, so none is cut off but where an answer takes longer than the last ones did by a
    quarter, as on a machine that is busy: what was cut off, the door has seen. A run that was killed loses what it had not kept, too.
    """
    assert [one.event for one in there.storm.notices if one.key == LONG.key] == ["digest.ready"]
    own, steps = set(LONG.texts[0].decode().split("\n\n")), there.door.steps[LONG.key]
    sent = [text for text in there.switch.texts if text in own]
    lost = [text for body in there.door.cut for text in json.loads(body or b"{}").get("q", []) if text in own]
    killed = steps.count("lease") - steps.count("release")
    assert account(there, LONG.key).attempts >= 2
    assert set(sent) == own
    assert sum(map(len, sent)) <= sum(map(len, [*own, *lost])) + killed * IN_FLIGHT
