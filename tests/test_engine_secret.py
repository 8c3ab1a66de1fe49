"""Settings of engines that a stack keeps as a secret, read by boto3 from a server that speaks as Secrets Manager does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import boto3
import pytest

from claimwire.aws.secret import with_secret
from claimwire.errors import BadSetting
from tests.translators.servers.serving import Call, Sent, said, serving

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:engines-AbCdEf"


@contextmanager
def manager(secret: str) -> Iterator[SecretsManagerClient]:
    def speak(call: Call) -> Sent:
        assert call.headers["x-amz-target"] == "secretsmanager.GetSecretValue"
        assert call.json() == {"SecretId": ARN}
        return said({"ARN": ARN, "Name": "engines", "SecretString": secret})

    session = boto3.session.Session("testing", "testing", region_name="eu-west-1")
    with serving(speak) as server:
        yield session.client("secretsmanager", endpoint_url=server.url)


def test_the_secret_adds_settings_and_the_environment_wins() -> None:
    env = {"CLAIMWIRE_SETTINGS_SECRET_ARN": ARN, "CLAIMWIRE_DEEPL_URL": "https://relay.example.org"}
    with manager('{"CLAIMWIRE_DEEPL_KEY": "k", "CLAIMWIRE_DEEPL_URL": "https://other.example.org"}') as client:
        assert with_secret(env, client) == {**env, "CLAIMWIRE_DEEPL_KEY": "k"}


def test_no_secret_no_question() -> None:
    env = {"CLAIMWIRE_SETTINGS_SECRET_ARN": "", "CLAIMWIRE_TARGETS": "pt"}
    with manager("never read") as client:
        assert with_secret(env, client) == env


@pytest.mark.parametrize("secret", ["s3cr3t", "[]", '{"CLAIMWIRE_DEEPL_KEY": 5}', '{"deepl": "s3cr3t"}', ""])
def test_a_secret_of_another_shape_is_refused_and_not_shown(secret: str) -> None:
    with manager(secret) as client, pytest.raises(BadSetting, match="must be JSON such as") as caught:
        with_secret({"CLAIMWIRE_SETTINGS_SECRET_ARN": ARN}, client)
    assert "s3cr3t" not in str(caught.value)
