"""A second stack in a local cloud, made by CloudFormation alone, as somebody without our command does it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from claimwire.local import checkout, clients, deploy, stack
from claimwire.local.state import Cloud, told


def template(cloud: Cloud) -> stack.Template:
    """The compiled template, in the bucket where the code is."""
    return stack.placed(clients.client(cloud, "s3"), deploy.CODE_BUCKET, checkout.find().template.read_text())


def parameters(cloud: Cloud, name: str, **more: str) -> dict[str, str]:
    """What the local cloud needs of a stack, and more."""
    base = f"{cloud.endpoint}/_aws/execute-api/{name}"
    place = {"Name": name, "BaseUrl": base, "CodeBucket": deploy.CODE_BUCKET, "CodeKey": cloud.code_key}
    return {**place, "RequireTls": "false", "Scale": "small", "Targets": "pt", **more}


def applied(cloud: Cloud, name: str, given: Mapping[str, str]) -> Cloud:
    """The stack made or changed; how to talk to it."""
    formation = clients.client(cloud, "cloudformation")
    return of(cloud, stack.apply(formation, name, template(cloud), given, {"ms-custom-id": name}))


def of(cloud: Cloud, outputs: Mapping[str, str]) -> Cloud:
    """How to talk to a stack with these outputs."""
    return msgspec.structs.replace(cloud, **told(outputs))


def resources(cloud: Cloud, name: str) -> dict[str, str]:
    """Physical ids by logical name."""
    found = clients.client(cloud, "cloudformation").describe_stack_resources(StackName=name)["StackResources"]
    return {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in found if "PhysicalResourceId" in one}


def outputs(cloud: Cloud, name: str) -> dict[str, str]:
    """A stack's outputs by name."""
    (found,) = clients.client(cloud, "cloudformation").describe_stacks(StackName=name)["Stacks"]
    return {one["OutputKey"]: one["OutputValue"] for one in found["Outputs"]}
