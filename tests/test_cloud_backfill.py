"""Backfill in the local cloud, under the template's roles; ``python -m bench.backfill cloud`` does it with 5,000 articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from bench import backfill_cloud, backfill_faults
from bench.backfill_cloud import PREFIX, Yard, until
from bench.backfill_fresh import overtaken
from bench.storm import heard
from bench.storm_cloud import Switch
from claimwire.backfill.batch import Counts
from claimwire.cli import app
from claimwire.errors import BadSetting
from claimwire.local import mailbox
from tests.cloud import aws, counts
from tests.translators.servers.phrases import sentences

pytestmark = pytest.mark.timeout(600)
SWITCH, ARTICLES = Switch(), 14
SOON = {"IngestTimeout": "20", "VisibilityTimeout": "22"}  # what was killed is taken up after 25 s


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("backfill") / "cloud"


@pytest.fixture(scope="module")
def here(folder: Path) -> Iterator[Yard]:
    with backfill_cloud.yard(folder, SWITCH, **SOON) as found:
        yield found


@pytest.fixture(scope="module")
def keys(here: Yard) -> list[str]:
    return backfill_cloud.stored(here.cloud, ARTICLES)


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["backfill", *words, "--state", str(folder)], obj={}, catch_exceptions=False)


def test_what_speaks_against_it_is_said_before_anything_is_sent(here: Yard, folder: Path, keys: list[str]) -> None:
    ours = here.cloud.articles_bucket
    for words, says in {
        ("s3://somebody-elses/wire/",): f"this stack does articles of s3://{ours} alone",
        (f"s3://{ours}/nothing/",): "nothing lies under",
        ("--status",): "has had no backfill yet",
    }.items():
        with pytest.raises(BadSetting, match=says):
            run(folder, *words)
    told = run(folder, f"s3://{ours}/{PREFIX}", "--estimate").output
    assert f"{ARTICLES} articles (each was read)" in told
    assert here.backfills().newest() is None
    assert SWITCH.paid() == (0, 0)


def begun(here: Yard, folder: Path, *words: str) -> str:
    """A backfill of the archive without a word about its price; its ARN."""
    where = f"s3://{here.cloud.articles_bucket}/{PREFIX}"
    return run(folder, where, "--any-cost", *words).output.strip().splitlines()[-1]


def test_an_archive_is_done_once_through_two_crashes_and_a_fresh_upload_goes_past(
    here: Yard, folder: Path, keys: list[str]
) -> None:
    where = f"s3://{here.cloud.articles_bucket}/{PREFIX}"
    assert f"{ARTICLES} of {ARTICLES} objects are left to do" in run(folder, where, "--dry-run").output
    with mailbox.subscribed(here.cloud) as box:
        SWITCH.delay = 2.5  # two jobs at a time: the archive takes 17 seconds at least
        first = begun(here, folder)
        until(here.backfills(), first, lambda look: look.listed >= ARTICLES)
        assert overtaken(here.cloud, here.stack()).after > 0
        SWITCH.delay = 0.0
        assert here.kill_workers() > 0
        until(here.backfills(), first, lambda look: look.finished >= ARTICLES // 2)
        assert here.kill_workers() > 0
        if here.backfills().running():
            here.backfills().stop(first)
        told = run(folder, where, "--any-cost", "--watch").output
        notices = [notice for notice in heard(box) if notice.key.startswith(PREFIX)]
    assert f"objects\t{ARTICLES}" in told
    assert backfill_faults.of(here.cloud, keys, notices) == []
    assert counts(here.cloud, here.cloud.queue_url) == 0
    sent, distinct = SWITCH.paid()
    assert 0 < distinct <= sent <= 1.5 * distinct  # what killed workers had in work was paid, and is sent again


def test_a_second_run_sends_nothing_and_again_sends_all(here: Yard, folder: Path, keys: list[str]) -> None:
    where, before = f"s3://{here.cloud.articles_bucket}/{PREFIX}", SWITCH.paid()
    assert f"0 of {ARTICLES} objects are left to do ({ARTICLES} done" in run(folder, where, "--dry-run").output
    assert over(here, begun(here, folder)) == Counts(found=ARTICLES, done=ARTICLES)
    with mailbox.subscribed(here.cloud) as box:
        assert over(here, begun(here, folder, "--again")) == Counts(found=ARTICLES, sent=ARTICLES)
        assert heard(box) == []
    assert f"sent, and done now\t{ARTICLES}" in run(folder, "--status").output
    assert SWITCH.paid() == before


def over(here: Yard, execution: str) -> Counts:
    """What it counted at its end."""
    until(here.backfills(), execution, lambda look: look.over)
    return here.backfills().counts(execution)


def test_a_list_of_keys_is_done_and_nothing_else(here: Yard, folder: Path, tmp_path: Path) -> None:
    s3, bucket, lines = aws(here.cloud, "s3"), here.cloud.articles_bucket, sentences(3, 60_000)
    s3.put_object(Bucket=bucket, Key="more/a b.txt", Body="\n\n".join(lines).encode())
    (tmp_path / "keys.txt").write_text("more/a b.txt\nmore/gone.txt\nelsewhere/c.txt\n")
    output = run(folder, f"s3://{bucket}/more/", "--keys", str(tmp_path / "keys.txt"), "--any-cost").output
    assert over(here, output.strip().splitlines()[-1]).found == 1


def test_results_written_by_aws_are_read_as_those_handed_over(here: Yard) -> None:
    """The local cloud has no ResultWriter; what AWS would write is written by hand, in the form that it documents."""
    s3, bucket = aws(here.cloud, "s3"), here.cloud.results_bucket
    one = {"found": 100, "sent": 60, "done": 39, "gone": 0, "passedOver": 1}
    batches = [{"Name": "a", "Status": "SUCCEEDED", "Output": msgspec.json.encode(one).decode()}] * 2
    files = {"ResultFiles": {"FAILED": [], "PENDING": [], "SUCCEEDED": [{"Key": "backfill/runs/r/SUCCEEDED_0.json"}]}}
    s3.put_object(Bucket=bucket, Key="backfill/runs/r/SUCCEEDED_0.json", Body=msgspec.json.encode(batches))
    s3.put_object(Bucket=bucket, Key="backfill/runs/r/manifest.json", Body=msgspec.json.encode(files))
    told = {"MapRunArn": "m", "ResultWriterDetails": {"Bucket": bucket, "Key": "backfill/runs/r/manifest.json"}}
    assert here.backfills().summed(told) == Counts(found=200, sent=120, done=78, passed_over=2)
