"""The link keys in Secrets Manager: read, and changed without losing anybody else's change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from claimwire.aws.clients import code
from claimwire.errors import Conflict
from claimwire.linkkeys import Keys, dump_keys, load_keys

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

_CURRENT, _NEXT = "AWSCURRENT", "claimwire-next"


class LinkSecret:
    """The secret of one stack."""

    def __init__(self, arn: str, secrets: SecretsManagerClient) -> None:
        self._arn, self._secrets = arn, secrets

    def read(self) -> Keys:
        """The keys as they are."""
        return load_keys(self._secrets.get_secret_value(SecretId=self._arn)["SecretString"])

    def change(self, how: Callable[[Keys], Keys]) -> Keys:
        """Put ``how(keys)`` in the place of the keys; raises Conflict where somebody changed them meanwhile."""
        there = self._secrets.get_secret_value(SecretId=self._arn)
        keys = how(load_keys(there["SecretString"]))
        made = self._secrets.put_secret_value(SecretId=self._arn, SecretString=dump_keys(keys), VersionStages=[_NEXT])
        try:
            # The label moves only from the version that was read: the service's own compare-and-swap.
            self._secrets.update_secret_version_stage(
                SecretId=self._arn,
                VersionStage=_CURRENT,
                MoveToVersionId=made["VersionId"],
                RemoveFromVersionId=there["VersionId"],
            )
        except ClientError as error:
            if code(error) not in ("InvalidParameterException", "InvalidRequestException"):
                raise
            raise Conflict("somebody else changed the link keys meanwhile: look at them, and do it again") from error
        return keys
