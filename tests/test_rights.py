"""The roles' rights as they are written: narrow, each once, each with a name. That each is needed, tests/test_cloud_functions.py shows."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

import pytest

from infra.compile import ROOT, TEMPLATE

RESOURCES: dict[str, Any] = json.loads(TEMPLATE.read_text())["Resources"]
Statement = dict[str, Any]
# Actions for which AWS knows no resource (Service Authorization Reference), and why we need them all the same.
EVERYWHERE = {
    "Translate": "the engine amazon; narrowed to the stack's region",
    "Trace": "X-Ray, an option; a trace belongs to no resource",
}


def granted() -> Iterator[tuple[str, Statement]]:
    """(role, statement), those of options too."""
    for name, body in RESOURCES.items():
        own = body.get("Properties", {})
        roles = {"AWS::IAM::Role": [name], "AWS::IAM::Policy": [one["Ref"] for one in own.get("Roles", [])]}
        for policy in own.get("Policies", [own]) if body["Type"] in roles else []:
            for one in policy["PolicyDocument"]["Statement"]:
                yield from ((role, one["Fn::If"][1] if "Fn::If" in one else one) for role in roles[body["Type"]])


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def plain(resource: Any) -> str:
    """A resource as text: whatever the stack calls by one name is one text."""
    text = resource if isinstance(resource, str) else json.dumps(resource, sort_keys=True)
    text = re.sub(r'\{"Fn::GetAtt": \["(\w+)", "Arn"\]\}', r"${\1.Arn}", text)
    return re.sub(r'\{"Fn::Sub": "(.*)"\}', r"\1", text)


GRANTED = list(granted())
ROLES = sorted({role for role, _ in GRANTED})


def test_every_statement_has_a_name_and_allows() -> None:
    assert len(GRANTED) > 40
    for _, one in GRANTED:
        assert one["Sid"]
        assert one["Effect"] == "Allow"
        assert not {"NotAction", "NotResource"} & one.keys()


def test_no_action_is_a_star() -> None:
    assert [action for _, one in GRANTED for action in listed(one["Action"]) if "*" in action] == []


def test_a_star_for_a_resource_has_its_reason_here_and_where_it_stands() -> None:
    found = {one["Sid"] for _, one in GRANTED if "*" in listed(one["Resource"])}
    assert found == EVERYWHERE.keys()
    text = "\n".join(path.read_text() for path in (ROOT / "infra").glob("*.yml"))
    for sid in found:
        around = text[text.index(f"Sid: {sid}") :][:300]
        assert "# " in around, f"{sid} does not say why it holds everywhere"


@pytest.mark.parametrize("role", ROLES)
def test_no_right_is_given_twice(role: str) -> None:
    rights = [  # a list of another prefix is another right: that is in its condition
        (one["Sid"], (action, json.dumps(one.get("Condition"))), plain(resource))
        for name, one in GRANTED
        for action in listed(one["Action"])
        for resource in listed(one["Resource"])
        if name == role
    ]
    for (first, action, wide), (second, other, narrow) in itertools.permutations(rights, 2):
        assert not (action == other and fnmatchcase(narrow, wide)), f"{second} repeats {action} of {first}"


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_assumed_by_one_service_alone(role: str) -> None:
    [trust] = RESOURCES[role]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Action"] == "sts:AssumeRole"
    assert trust["Principal"].keys() == {"Service"}
    assert trust["Principal"]["Service"] in ("lambda.amazonaws.com", "states.amazonaws.com")
