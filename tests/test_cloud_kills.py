"""Workers of the local cloud killed by SIGKILL while they work; ``python -m bench.kills_cloud`` does it twenty times at every step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench import kills_cloud, storm
from bench.kills_cloud import Stage
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
    with kills_cloud.stage(folder, Switch(), VisibilityTimeout="15", MaxReceives="4", Scale="small") as found:
        yield found


def results(there: Stage) -> Bucket:
    return Bucket(there.cloud.results_bucket, aws(there.cloud, "s3"))


def test_a_worker_killed_at_any_step_loses_nothing_and_announces_nothing_early(there: Stage) -> None:
    names = kills_cloud.steps(there)
    order = ["lease", "PUT digest.json (commit)", "PUT index entry", "PUT latest.json", "publish", "mark announced"]
    assert [name for name in dict.fromkeys(names) if name in order] == order
    plan, wrong = kills_cloud.killed(there, names)
    assert wrong == []
    assert {name for _, name, _ in there.door.kills} == set(names) - kills_cloud.SOMETIMES
    assert len(there.door.kills) == len(plan.articles)


def test_kills_after_progress_do_not_count_and_others_do(there: Stage) -> None:
    """The queue would set an article aside after four receives; ``bench.kills_cloud`` kills one ten times."""
    often, doomed = kills_cloud.again_and_again(there, 4, 4)
    assert often == ["digest.ready"]
    assert doomed == [f"digest.failed {failing.SILENT}"]
    assert [failure.key for failure in failures.listed(results(there))] == ["kills/doomed.txt"]


def test_an_article_too_long_for_one_run_ends_after_several_and_pays_for_nothing_twice(there: Stage) -> None:
    cloud, long = there.cloud, storm.Article("kills/long.txt", ["\n\n".join(sentences(900, 320_000)).encode()])
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
    assert paid == distinct
    digest = layout.file_key(told.article_id, told.version, layout.DIGEST)
    assert results(there).stat(digest)
