"""What a stack's settings make of the upload page."""

from __future__ import annotations

import boto3
import pytest
from botocore.config import Config

from claimwire import reception
from claimwire.aws.stages import TableStages
from claimwire.errors import BadSetting

STACK = {
    "CLAIMWIRE_UPLOAD_PAGE": "read",
    "CLAIMWIRE_ARTICLES_BUCKET": "articles",
    "CLAIMWIRE_TARGETS": "pt,es",
    "CLAIMWIRE_TABLE": "table",
}


@pytest.mark.parametrize("page", ["", "off"])
def test_without_the_option_there_is_no_page(page: str) -> None:
    assert reception.inbox(STACK | {"CLAIMWIRE_UPLOAD_PAGE": page}) is None
    assert reception.inbox({}) is None


@pytest.mark.parametrize("name", ["CLAIMWIRE_ARTICLES_BUCKET", "CLAIMWIRE_TARGETS", "CLAIMWIRE_TABLE"])
def test_what_is_missing_is_named(name: str) -> None:
    with pytest.raises(BadSetting, match=name):
        reception.inbox(STACK | {name: ""})


def test_of_other_uploads_nobody_is_told() -> None:
    reception.step({}, "articles", "wire/a.txt")("read")
    with pytest.raises(BadSetting, match="CLAIMWIRE_TABLE"):
        reception.step({}, "articles", "uploads/desk/a.txt")


def test_a_stage_that_cannot_be_told_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    nowhere = boto3.client(
        "dynamodb",
        region_name="eu-west-1",
        endpoint_url="http://127.0.0.1:9",
        aws_access_key_id="x",
        aws_secret_access_key="y",
        config=Config(retries={"total_max_attempts": 1}, connect_timeout=1, proxies={}),
    )
    TableStages("table", nowhere).tell("a" * 32, "read")
    assert "the stage could not be told" in caplog.text
