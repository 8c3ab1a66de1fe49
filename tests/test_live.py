"""What a first deployment is checked by, run against the local cloud; and against one that is broken."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bench.structure import ROOT
from claimwire.local import clients, deploy
from claimwire.local.state import Cloud
from tests.cloud import upload, without

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    folder = tmp_path_factory.mktemp("live")
    try:
        yield deploy.up(folder, {"Targets": "pt", "MaxReceives": "2", "VisibilityTimeout": "2"})
    finally:
        deploy.down(folder, purge=True)


def check(cloud: Cloud, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **clients.environment(cloud)}
    command = [sys.executable, "-m", "infra.live", "--stack", clients.STACK, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False, timeout=500)


def test_a_sound_deployment_passes_every_check(cloud: Cloud) -> None:
    done = check(cloud)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line[:2] for line in done.stdout.splitlines()] == ["ok"] * 10
    left = clients.client(cloud, "s3").list_object_versions(Bucket=cloud.articles_bucket, Prefix="first-deploy/")
    assert "Versions" not in left


def test_one_that_cannot_announce_says_where_to_look(cloud: Cloud) -> None:
    with without(cloud, "claimwire-ingest", "sns:Publish"):
        done = check(cloud, "--patience", "3")
    assert done.returncode == 1
    assert "no digest.ready" in done.stdout
    assert "aws logs tail /aws/lambda/claimwire-ingest" in done.stdout


def test_a_stack_that_is_not_there_is_named(cloud: Cloud) -> None:
    done = check(cloud, "--stack", "nowhere")
    assert done.returncode == 2
    assert "no stack 'nowhere'" in done.stderr
    assert "Set AWS_REGION and credentials" in done.stderr


def test_an_example_hears_of_an_article_in_a_queue_and_fetches_its_claims(cloud: Cloud) -> None:
    environment = {**os.environ, **clients.environment(cloud), "NO_PROXY": "127.0.0.1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "examples/subscribe_and_fetch.py", clients.STACK, "newsdesk", "pt"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as script:
        assert script.stdout is not None
        try:
            assert script.stdout.readline() == "listening in newsdesk\n"
            upload(
                cloud, "wire/bridge.txt", b"The bridge is closed. Ana Lima, the deputy mayor, said the bridge was safe."
            )
            heard = [script.stdout.readline().strip() for _ in range(2)]
        finally:
            script.terminate()
    assert heard[0] == "digest.ready: wire/bridge.txt"
    assert heard[1] == "Ana Lima: Ana Lima, the deputy mayor, said the bridge was safe."
