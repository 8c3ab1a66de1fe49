"""Workers of the local cloud killed by SIGKILL while they work; ``python -m bench.kills_cloud`` does it twenty times at every step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench import kills_cloud, storm
from bench.killing import Kill
from bench.kills_cloud import Stage
from bench.steps import Step
from bench.storm_cloud import Switch
from claimwire import failing, failures, layout
from claimwire.aws.store import Bucket
from claimwire.aws.table import TableLedger
from claimwire.local import mailbox
from tests.cloud import aws, counts, notice, until
from tests.translators.servers.phrases import sentences

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("kills") / "cloud"
    with kills_cloud.stage(folder, Switch(), VisibilityTimeout="8", MaxReceives="3") as found:
        yield found


def article(name: str, count: int, first: int) -> storm.Article:
    return storm.Article(f"killed/{name}.txt", ["\n\n".join(sentences(count, first)).encode()])


def test_a_worker_killed_at_any_step_loses_nothing_and_announces_nothing_early(there: Stage) -> None:
    names = kills_cloud.steps(there)
    order = ["lease", "PUT digest.json (commit)", "PUT index entry", "PUT latest.json", "publish", "mark announced"]
    assert [name for name in dict.fromkeys(names) if name in order] == order
    plan, wrong = kills_cloud.killed(there, names)
    assert wrong == []
    assert {name for _, name, _ in there.door.kills} == set(names)
    assert len(there.door.kills) == len(plan.articles)


def test_a_worker_killed_ten_times_after_some_progress_ends_well(there: Stage) -> None:
    """Each run remembers a sentence or more before it is killed; the queue would set the article aside after three receives."""
    long, kills = article("often", 40, 300_000), list[str]()

    def rule(key: str, _: int, step: Step) -> Kill | None:
        if key != long.key or step.name != "note progress" or len(kills) == 10:
            return None
        kills.append(step.name)
        return Kill("after")

    there.door.rule = rule
    plan = kills_cloud.let_through(there, [long], 300)
    assert len(kills) == 10
    assert [told.event for told in plan.notices] == ["digest.ready"]
    assert there.early == []


def test_a_worker_killed_without_progress_fails_after_as_many_receives(there: Stage) -> None:
    doomed, kills = article("doomed", 3, 310_000), list[str]()

    def rule(key: str, _: int, step: Step) -> Kill | None:
        if key == doomed.key and step.name == "GET article":
            kills.append(step.name)
            return Kill("before")
        return None

    there.door.rule = rule
    [told] = kills_cloud.let_through(there, [doomed], 300).notices
    assert (told.event, told.reason, len(kills)) == ("digest.failed", failing.SILENT, 3)
    assert [failure.key for failure in failures.listed(Bucket(there.cloud.results_bucket, aws(there.cloud, "s3")))] == [
        doomed.key
    ]


def test_an_article_too_long_for_one_run_ends_after_several_and_pays_for_nothing_twice(there: Stage) -> None:
    cloud, long = there.cloud, article("long", 900, 320_000)
    aws(cloud, "lambda").update_function_configuration(FunctionName=cloud.ingest_function, Timeout=8)
    there.door.rule = lambda *_: None
    there.switch.texts.clear()
    there.switch.delay = 1.0  # within what a run of eight seconds keeps back at its end
    with mailbox.subscribed(cloud) as box:
        storm.sent(cloud, storm.Storm([long], []))
        told = notice(box, long.key, "digest.ready", 240)
    until(lambda: counts(cloud, cloud.queue_url) == 0, "the last message is acknowledged")
    account = TableLedger(cloud.table, aws(cloud, "dynamodb")).account(told.article_id, told.version)
    paid, distinct = there.switch.paid()
    assert account.attempts >= 2
    assert paid == distinct == account.paid
    digest = layout.file_key(told.article_id, told.version, layout.DIGEST)
    assert Bucket(cloud.results_bucket, aws(cloud, "s3")).stat(digest)
