"""The local cloud as a whole, with the real template and the real functions."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimwire.errors import BadSetting
from claimwire.local import clients, deploy, mailbox, readiness, server
from claimwire.local.state import Cloud, Folder

pytestmark = pytest.mark.timeout(600)
# A message that fails is set aside within seconds; nothing here takes a job longer than that.
QUICK = {"Targets": "pt", "IngestTimeout": "30", "VisibilityTimeout": "2", "MaxReceives": "2"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("cloud") / "local"
    yield path
    deploy.down(path, purge=True)
    assert not path.exists()


@pytest.fixture(scope="module")
def cloud(folder: Path) -> Cloud:
    return deploy.up(folder, QUICK)


def settles(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.1)
    return condition()


def test_second_up_changes_nothing_and_says_nothing(folder: Path, cloud: Cloud) -> None:
    said: list[str] = []
    assert deploy.up(folder, say=said.append) == cloud
    assert said == []
    assert deploy.current(folder) == cloud


def test_parameters_keep_their_values_until_they_are_given_again(folder: Path, cloud: Cloud) -> None:
    formation = clients.client(cloud, "cloudformation")

    def values() -> dict[str, str]:
        (stack,) = formation.describe_stacks(StackName=clients.STACK)["Stacks"]
        return {one["ParameterKey"]: one["ParameterValue"] for one in stack["Parameters"]}

    deploy.up(folder, {"Claims": "7"})
    deploy.up(folder, {"Ranker": "lexrank"})
    assert {"Claims": "7", "Ranker": "lexrank", "Targets": "pt", "RequireTls": "false"}.items() <= values().items()


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"Langs": "pt"}, "unknown stack parameter Langs: there are .*Targets"),
        ({"Targets": "pt, es"}, "BCP-47 codes with commas between"),
        ({"Claims": "0"}, "Claims"),
    ],
)
def test_bad_parameters_are_named(folder: Path, cloud: Cloud, parameters: dict[str, str], words: str) -> None:
    with pytest.raises(BadSetting, match=words):
        deploy.up(folder, parameters)
    assert deploy.up(folder) == cloud


@pytest.mark.parametrize(
    ("door", "words"),
    [
        ("results", "the results function answers 5"),
        ("ingest", "the ingest function fails: .*functions.none"),
    ],
)
def test_broken_function_is_found_out(cloud: Cloud, door: str, words: str) -> None:
    functions = clients.client(cloud, "lambda")
    readiness.await_functions(cloud)
    functions.update_function_configuration(FunctionName=f"claimwire-{door}", Handler="functions.none.handler")
    try:
        with pytest.raises(BadSetting, match=words):
            readiness.await_functions(cloud)
    finally:
        functions.update_function_configuration(FunctionName=f"claimwire-{door}", Handler=f"functions.{door}.handler")
    readiness.await_functions(cloud)


def test_stack_and_its_keys_survive_a_power_cut(folder: Path, cloud: Cloud) -> None:
    running = server.running(Folder(folder))
    assert running is not None
    assert running.pid is not None
    before = clients.link_secret(cloud)
    os.killpg(running.pid, signal.SIGKILL)
    assert settles(lambda: server.running(Folder(folder)) is None, 10)
    assert deploy.up(folder) == cloud
    assert clients.link_secret(cloud) == before


def test_message_that_always_fails_is_set_aside_and_counted(folder: Path, cloud: Cloud) -> None:
    before = deploy.status(folder).failed
    clients.client(cloud, "sqs").send_message(QueueUrl=cloud.queue_url, MessageBody='{"Records": [{"eventName": 1}]}')
    assert settles(lambda: deploy.status(folder).failed == before + 1, 30)
    assert settles(lambda: (deploy.status(folder).waiting, deploy.status(folder).working) == (0, 0), 10)


def test_mailbox_hears_what_its_filter_lets_through(cloud: Cloud) -> None:
    sns = clients.client(cloud, "sns")
    with mailbox.subscribed(cloud, {"event": ["digest.ready"]}) as ready, mailbox.subscribed(cloud) as everything:
        for event in ("digest.failed", "digest.ready"):
            attributes = {"event": {"DataType": "String", "StringValue": event}}
            sns.publish(TopicArn=cloud.topic_arn, Message=event, MessageAttributes=attributes)  # type: ignore[arg-type]
        heard = [notice and notice["Message"] for notice in (ready.receive(5), ready.receive(1))]
        all_heard = {notice["Message"] for notice in (everything.receive(5), everything.receive(5)) if notice}
    assert heard == ["digest.ready", None]
    assert all_heard == {"digest.failed", "digest.ready"}


def test_upload_keeps_its_key_and_type(cloud: Cloud, tmp_path: Path) -> None:
    article = tmp_path / "a + b ü.html"
    article.write_text("<p>Nobody said anything.</p>")
    version = clients.upload(cloud, article)
    head = clients.client(cloud, "s3").head_object(Bucket=cloud.articles_bucket, Key=article.name, VersionId=version)
    assert head["ContentType"] == "text/html"


def test_environment_is_what_an_sdk_needs(cloud: Cloud) -> None:
    assert clients.environment(cloud)["AWS_ENDPOINT_URL"] == cloud.endpoint
    assert clients.environment(cloud)["AWS_SECRET_ACCESS_KEY"] not in {"", "test"}
    assert '"current"' in clients.link_secret(cloud)


def test_nothing_up_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="claimwire up"):
        deploy.status(tmp_path)
    assert deploy.down(tmp_path / "none") is False
