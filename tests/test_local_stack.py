"""Stacks on a running server: made, changed, refused, and mended after a failure."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimwire.errors import BadSetting
from claimwire.local import checkout, server, stack
from claimwire.local.clients import client
from claimwire.local.state import Folder, Server

BROKEN = {"Type": "AWS::Lambda::Url", "Properties": {"AuthType": "NONE", "TargetFunctionArn": "no-such-function"}}


def template(**more: dict[str, Any]) -> str:
    queue = {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": {"Ref": "Seconds"}}}
    parameters = {
        "Seconds": {"Type": "Number", "Default": 5, "MaxValue": 60},
        "Note": {"Type": "String", "Default": ""},
    }
    outputs = {"Url": {"Value": {"Ref": "Queue"}}, "Seconds": {"Value": {"Ref": "Seconds"}}}
    return json.dumps({"Parameters": parameters, "Resources": {"Queue": queue, **more}, "Outputs": outputs})


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = Folder(tmp_path_factory.mktemp("stack") / "local")
    try:
        yield server.start(folder, checkout.find().ministack)
    finally:
        server.stop(folder)


@pytest.fixture(scope="module", autouse=True)
def bucket(found: Server) -> None:
    client(found, "s3").create_bucket(Bucket="templates", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})


def apply(found: Server, name: str, text: str, **parameters: str) -> dict[str, str]:
    template = stack.placed(client(found, "s3"), "templates", text)
    return stack.apply(client(found, "cloudformation"), name, template, parameters, {})


def test_parameters_are_kept_and_changed(found: Server) -> None:
    first = apply(found, "kept", template(), Seconds="7")
    assert apply(found, "kept", template()) == first
    assert apply(found, "kept", template(), Note="new")["Seconds"] == "7"
    assert apply(found, "kept", template(), Seconds="9") == {"Url": first["Url"], "Seconds": "9"}


def test_stack_that_could_not_be_made_names_the_fault_and_is_made_anew(found: Server) -> None:
    with pytest.raises(BadSetting, match=r"could not be deployed: Broken: .*no-such-function"):
        apply(found, "anew", template(Broken=BROKEN))
    assert apply(found, "anew", template())["Seconds"] == "5"


def test_change_that_fails_leaves_the_stack_as_it_was(found: Server) -> None:
    before = apply(found, "rolled", template())
    with pytest.raises(BadSetting, match=r"could not be deployed: Broken: .*no-such-function"):
        apply(found, "rolled", template(Broken=BROKEN), Seconds="8")
    assert apply(found, "rolled", template()) == before


def test_name_that_is_taken_is_told_before_anything_is_made(found: Server) -> None:
    bucket = {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "taken-already"}}
    apply(found, "first", template(Bucket=bucket))
    with pytest.raises(BadSetting, match="'taken-already' already exists"):
        apply(found, "second", template(Bucket=bucket))
    with pytest.raises(BadSetting, match=r"could not be deployed: Broken: .*no-such-function"):
        apply(found, "second", template(Broken=BROKEN))
    assert apply(found, "second", template())["Seconds"] == "5"


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"Second": "1"}, "unknown stack parameter Second: there are Note, Seconds"),
        ({"Seconds": "61"}, "the stack was refused: .*Seconds"),
    ],
)
def test_bad_parameters_are_refused(found: Server, parameters: dict[str, str], words: str) -> None:
    with pytest.raises(BadSetting, match=words):
        apply(found, "bad", template(), **parameters)


def test_checkout_is_looked_for_upwards(tmp_path: Path) -> None:
    (tmp_path / "functions").mkdir()
    (tmp_path / "infra").mkdir()
    (tmp_path / "infra/template.json").write_text("{}")
    (tmp_path / "deep/down").mkdir(parents=True)
    assert checkout.find(tmp_path / "deep/down").root == tmp_path
    with pytest.raises(BadSetting, match="needs a checkout of claimwire"):
        checkout.find(Path("/"))
