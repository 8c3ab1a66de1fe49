"""A deployed stack as those see it who look after it: its outputs, and clients under their own credentials."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from msgspec import Struct

from claimwire.aws.store import Bucket
from claimwire.errors import BadSetting

Client = Callable[[str], Any]
"""Service name -> boto3 client."""


class Deployment(Struct, frozen=True):
    """One stack: ``outputs`` are CloudFormation's (infra/outputs.yml), ``parameters`` what it was deployed with."""

    outputs: Mapping[str, str]
    client: Client
    parameters: Mapping[str, str] = {}

    @property
    def results(self) -> Bucket:
        """The results bucket."""
        return Bucket(self.outputs["ResultsBucket"], self.client("s3"))


def find(stack: str, client: Client) -> Deployment:
    """The stack of that name; raises BadSetting where it is not there, or nothing may be asked of it."""
    try:
        found = client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    except (ClientError, BotoCoreError) as error:
        raise BadSetting(
            f"no stack {stack!r} for these credentials and this region: {error} "
            "Set AWS_REGION and credentials as for the aws command; without --stack it is about the local cloud"
        ) from error
    parameters = {item["ParameterKey"]: item.get("ParameterValue", "") for item in found.get("Parameters", [])}
    return Deployment({item["OutputKey"]: item["OutputValue"] for item in found.get("Outputs", [])}, client, parameters)


def ambient(service: str) -> Any:  # noqa: ANN401 - any service's client
    """A client under the user's own AWS settings."""
    import boto3

    return boto3.client(service)  # type: ignore[call-overload]  # one for all
