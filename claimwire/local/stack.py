"""A CloudFormation stack: made where it is not there, changed where it differs."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from claimwire.errors import BadSetting, TryLater

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import ParameterTypeDef, StackTypeDef
    from mypy_boto3_s3 import S3Client

SECONDS = 300
TEMPLATE = "template.json"
_GOOD = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


class Template(Struct, frozen=True):
    """A template and the address where CloudFormation finds it: what is longer than 51,200 bytes is not taken with a request."""

    text: str
    url: str


def placed(s3: S3Client, bucket: str, text: str) -> Template:
    """Put a template into a bucket."""
    s3.put_object(Bucket=bucket, Key=TEMPLATE, Body=text.encode())
    return Template(text, f"{s3.meta.endpoint_url}/{bucket}/{TEMPLATE}")


def apply(
    formation: CloudFormationClient,
    name: str,
    template: Template,
    parameters: Mapping[str, str],
    tags: Mapping[str, str],
) -> dict[str, str]:
    """Bring a stack to what template and parameters say; its outputs.

    A parameter that is not given keeps the value it has, or else its default.

    Raises:
        BadSetting: a parameter is unknown or has a bad value, or the stack cannot be made so; the text names the first fault.
        TryLater: it took too long.
    """
    stack = _find(formation, name)
    if stack is not None and stack["StackStatus"] in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED"):
        formation.delete_stack(StackName=name)  # a first try that failed can only be removed
        _settled(formation, name)
        stack = None
    changed = _submit(formation, name, template.url, _arguments(template.text, parameters, stack), stack, tags)
    settled = _settled(formation, name)
    # A change that was rolled back leaves a good stack, unless it was the change asked for now.
    if settled is None or settled["StackStatus"] not in (_GOOD if changed else (*_GOOD, "UPDATE_ROLLBACK_COMPLETE")):
        raise BadSetting(f"the stack could not be deployed: {_fault(formation, name)}")
    return {output["OutputKey"]: output["OutputValue"] for output in settled.get("Outputs", [])}


def _submit(
    formation: CloudFormationClient,
    name: str,
    url: str,
    arguments: list[ParameterTypeDef],
    stack: StackTypeDef | None,
    tags: Mapping[str, str],
) -> bool:
    """Ask for the change; whether there is anything to change."""
    from botocore.exceptions import ClientError

    put = formation.create_stack if stack is None else formation.update_stack
    try:
        put(
            StackName=name,
            TemplateURL=url,
            Parameters=arguments,
            Capabilities=["CAPABILITY_IAM"],
            Tags=[{"Key": key, "Value": value} for key, value in tags.items()],
        )
    except ClientError as error:
        text = error.response["Error"]["Message"]
        if "No updates are to be performed" in text:
            return False
        raise BadSetting(f"the stack was refused: {text}") from error
    return True


def names(template: str, given: Iterable[str]) -> set[str]:
    """The names of a template's parameters; raises BadSetting where one that is given is none of them."""
    known = set(json.loads(template)["Parameters"])
    unknown = sorted(set(given) - known)
    if unknown:
        raise BadSetting(f"unknown stack parameter {', '.join(unknown)}: there are {', '.join(sorted(known))}")
    return known


def _arguments(template: str, given: Mapping[str, str], stack: StackTypeDef | None) -> list[ParameterTypeDef]:
    known = names(template, given)
    before = {parameter["ParameterKey"] for parameter in stack.get("Parameters", [])} if stack else set[str]()
    kept: list[ParameterTypeDef] = [
        {"ParameterKey": key, "UsePreviousValue": True} for key in sorted(before & known - set(given))
    ]
    return kept + [{"ParameterKey": key, "ParameterValue": value} for key, value in sorted(given.items())]


def _find(formation: CloudFormationClient, name: str) -> StackTypeDef | None:
    from botocore.exceptions import ClientError

    try:
        return formation.describe_stacks(StackName=name)["Stacks"][0]
    except ClientError as error:
        if "does not exist" in error.response["Error"]["Message"]:
            return None
        raise


def _settled(formation: CloudFormationClient, name: str) -> StackTypeDef | None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        stack = _find(formation, name)
        if stack is None or not stack["StackStatus"].endswith("_IN_PROGRESS"):
            return stack
        time.sleep(0.1)
    raise TryLater(f"the stack was not ready after {SECONDS} s")


def _fault(formation: CloudFormationClient, name: str) -> str:
    """The first failure of the last change: later ones follow from it."""
    newest_first = formation.describe_stack_events(StackName=name)["StackEvents"]
    last_change = takewhile(lambda event: event.get("ResourceStatusReason") != "User Initiated", newest_first)
    failed = [event for event in last_change if event.get("ResourceStatus", "").endswith("_FAILED")]
    found = [f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}" for event in failed]
    return (_invalid(formation, name) or [*reversed(found), "no reason given"])[0]


def _invalid(formation: CloudFormationClient, name: str) -> list[str]:
    """What CloudFormation found before it made anything, such as a bucket whose name is taken; told apart from events."""
    events = formation.describe_events(StackName=name).get("OperationEvents", [])  # newest first
    last = [event for event in events if event.get("OperationId") == events[0].get("OperationId")]
    return [event["ValidationStatusReason"] for event in last if event.get("ValidationStatus") == "FAILED"]
