"""Rights of the deployed roles, one statement at a time: whose they are, how to take one away, what a function is asked."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from claimwire.local.clients import STACK
from claimwire.local.state import Cloud
from infra.compile import TEMPLATE
from tests.cloud import aws, without_where

ACCOUNT = "000000000000"
BODY = "Hafen bleibt geschlossen\n\nDer Hafen bleibt nach Angaben der Stadt bis Montag geschlossen, sagte Sprecherin Nummer {}.\n"
_numbers = itertools.count(1)


def statements() -> Iterator[tuple[str, str]]:
    """(role, Sid) of every right in the template, those of options too."""
    resources = json.loads(TEMPLATE.read_text())["Resources"]
    for name, body in resources.items():
        own = body["Properties"]
        roles = {"AWS::IAM::Role": [name], "AWS::IAM::Policy": [one["Ref"] for one in own.get("Roles", [])]}
        for role in roles.get(body["Type"], []):
            for policy in own.get("Policies", [own]):
                for one in policy["PolicyDocument"]["Statement"]:
                    yield role, one.get("Fn::If", [None, one])[1].get("Sid", "a statement without a Sid")


@cache
def physical(cloud: Cloud, logical: str) -> str:
    """A resource's own name."""
    formation = aws(cloud, "cloudformation")
    found = formation.describe_stack_resources(StackName=STACK, LogicalResourceId=logical)["StackResources"]
    name: str = found[0]["PhysicalResourceId"]
    return name


def without_right(cloud: Cloud, role: str, sid: str) -> AbstractContextManager[None]:
    """A role without one statement, for as long as the context lasts."""
    return without_where(cloud, physical(cloud, role), lambda statement: statement.get("Sid") == sid)


def allowed(cloud: Cloud, role: str, actions: Sequence[str], resource: str) -> set[str]:
    """Those of the actions that the role may do now, by the policy simulator."""
    arn = f"arn:aws:iam::{ACCOUNT}:role/{physical(cloud, role)}"
    here: Any = {
        "ContextKeyName": "aws:RequestedRegion",
        "ContextKeyValues": [cloud.region],
        "ContextKeyType": "string",
    }
    found = aws(cloud, "iam").simulate_principal_policy(
        PolicySourceArn=arn, ActionNames=list(actions), ResourceArns=[resource], ContextEntries=[here]
    )
    return {one["EvalActionName"] for one in found["EvaluationResults"] if one["EvalDecision"] == "allowed"}


def uploaded(cloud: Cloud) -> dict[str, str]:
    """A new article, as a direct invocation names it."""
    number = next(_numbers)
    where = {"bucket": cloud.articles_bucket, "key": f"rights/{number}.txt"}
    aws(cloud, "s3").put_object(Bucket=where["bucket"], Key=where["key"], Body=BODY.format(number).encode())
    return where


def queued(body: object) -> dict[str, Any]:
    """A message as a queue hands it over."""
    return {"Records": [{"eventSource": "aws:sqs", "messageId": f"m{next(_numbers)}", "body": json.dumps(body)}]}


def asked(cloud: Cloud, door: str, event: object) -> str:
    """What a function answers, or the text of its error."""
    payload = json.dumps(event).encode()
    answer = aws(cloud, "lambda").invoke(FunctionName=f"claimwire-{door}", Payload=payload)
    text: str = answer["Payload"].read().decode()
    return json.loads(text)["errorMessage"] if "FunctionError" in answer else text


def restarted(cloud: Cloud, door: str) -> None:
    """Let the next invocation find a process that has just begun."""
    functions, name = aws(cloud, "lambda"), f"claimwire-{door}"
    kept = functions.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    functions.update_function_configuration(
        FunctionName=name, Environment={"Variables": kept | {"SINCE": str(time.time())}}
    )


def unplugged(cloud: Cloud) -> None:
    """From now on queues wake no function: what is asked is all that happens."""
    functions = aws(cloud, "lambda")
    for mapping in functions.list_event_source_mappings()["EventSourceMappings"]:
        functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
