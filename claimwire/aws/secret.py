"""Settings that are kept as a secret: keys of engines do not belong into the environment of a function, where many may read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from claimwire.errors import BadSetting
from claimwire.settings import PREFIX

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient


_WANTED = (
    'the secret of engine settings must be JSON such as {"CLAIMWIRE_DEEPL_KEY": "..."}, texts by names of settings'
)


def secret_settings(arn: str, client: SecretsManagerClient) -> dict[str, str]:
    """Settings by name, from the secret's JSON. Raises BadSetting where it holds something else, without showing what."""
    text = client.get_secret_value(SecretId=arn).get("SecretString", "")
    try:
        found = msgspec.json.decode(text, type=dict[str, str])
    except msgspec.MsgspecError as error:
        raise BadSetting(_WANTED) from error
    if not all(name.startswith(PREFIX) for name in found):
        raise BadSetting(_WANTED)
    return found


def with_secret(env: Mapping[str, str], client: SecretsManagerClient) -> Mapping[str, str]:
    """The environment with what the secret adds, if it names one; the environment wins."""
    arn = env.get("CLAIMWIRE_SETTINGS_SECRET_ARN", "")
    return {**secret_settings(arn, client), **env} if arn else env
