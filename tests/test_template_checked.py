"""checkov over the compiled template: nothing but what infra/checkov.toml names, and a planted fault is found."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infra import checked
from infra import compile as compiler

Plant = Callable[[dict[str, Any]], None]


def public(resources: dict[str, Any]) -> None:
    del resources["ArticlesBucket"]["Properties"]["PublicAccessBlockConfiguration"]


def unencrypted(resources: dict[str, Any]) -> None:
    del resources["ResultsTopic"]["Properties"]["KmsMasterKeyId"]


def almighty(resources: dict[str, Any]) -> None:
    (policy,) = resources["ResultsRole"]["Properties"]["Policies"]
    policy["PolicyDocument"]["Statement"].append({"Effect": "Allow", "Action": "*", "Resource": "*"})


def test_template_is_as_secure_as_the_exceptions_say() -> None:
    assert checked.complaints(checked.findings(compiler.TEMPLATE), checked.exempt()) == []


def test_planted_faults_are_found(tmp_path: Path) -> None:
    template = json.loads(compiler.TEMPLATE.read_text())
    for plant in (public, unencrypted, almighty):
        plant(template["Resources"])
    faulty = tmp_path / "template.json"
    faulty.write_text(json.dumps(template))
    found = "\n".join(checked.complaints(checked.findings(faulty), checked.exempt()))
    assert "AWS::S3::Bucket.ArticlesBucket: " in found
    assert "AWS::SNS::Topic.ResultsTopic: Ensure all data stored in the SNS topic is encrypted (CKV_AWS_26)" in found
    assert "AWS::IAM::Role.ResultsRole: " in found


def test_an_exception_that_nothing_needs_is_told() -> None:
    found = checked.Finding("CKV_1", "AWS::S3::Bucket.Inbox", "Must be blue")
    left = {"CKV_1": checked.Exempt(("Outbox",), "It is green.")}
    assert checked.complaints([found], left) == [
        "AWS::S3::Bucket.Inbox: Must be blue (CKV_1)",
        "CKV_1 on Outbox: nothing needs this exception in infra/checkov.toml",
    ]


def test_every_exception_says_why() -> None:
    assert [check for check, each in checked.exempt().items() if len(each.why) < 40] == []


def test_what_is_no_template_is_said(tmp_path: Path) -> None:
    nothing = tmp_path / "template.json"
    nothing.write_text("{}")
    with pytest.raises(SystemExit, match="checkov could not read"):
        checked.findings(nothing)
