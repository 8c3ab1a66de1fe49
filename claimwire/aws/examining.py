"""A deployed stack, examined under its owner's credentials: changes nothing, and pays for nothing."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, NoRegionError

from claimwire.aws import examined_access, examined_flow, examined_limits, examined_quotas, examined_state
from claimwire.aws.clients import code
from claimwire.aws.deployment import Client, Deployment, find
from claimwire.errors import BadSetting
from claimwire.findings import Check, Finding, fail

_DENIED = ("AccessDenied", "AccessDeniedException", "AuthorizationError", "AuthorizationErrorException", "403")
_STACK: dict[str, Callable[[Deployment], Iterator[Finding]]] = {
    "rights": examined_access.rights,
    "settings": examined_state.settings,
    "key": examined_state.key,
    "subscriptions": examined_state.subscriptions,
    "queues": examined_state.queues,
    "triggers": examined_limits.triggers,
    "concurrency": examined_limits.concurrency,
    "limits": examined_flow.flow,
    "quotas": examined_quotas.quotas,
    "filters": examined_quotas.filters,
}


def checks(stack: str, client: Client) -> dict[str, Check]:
    """Check-ups by name: of the credentials first, then of the stack."""

    def there(check: Callable[[Deployment], Iterator[Finding]]) -> Iterator[Finding]:
        try:
            place = find(stack, client)
        except BadSetting:
            return  # the check of the stack has said so
        yield from check(place)

    own: dict[str, Check] = {
        "credentials": functools.partial(examined_access.credentials, client),
        "stack": functools.partial(examined_state.stack, stack, client),
    }
    own |= {name: functools.partial(there, check) for name, check in _STACK.items()}
    return {name: functools.partial(_guarded, name, check) for name, check in own.items()}


def _guarded(name: str, check: Check) -> Iterator[Finding]:
    """The check's findings; what AWS refuses is a finding too."""
    try:
        yield from check()
    except NoCredentialsError:
        yield fail(name, "no AWS credentials", "aws configure, or aws sso login, or set AWS_PROFILE")
    except NoRegionError:
        yield fail(name, "no AWS region", "export AWS_REGION=eu-west-1, or the region of the stack")
    except ClientError as error:
        denied = code(error) in _DENIED
        run = f"let these credentials do {error.operation_name}" if denied else "try again, then look at the message"
        yield fail(name, f"AWS: {error}", run)
    except BotoCoreError as error:
        yield fail(name, f"AWS cannot be reached: {error}", "check network, region and AWS_ENDPOINT_URL")
    except BadSetting as error:
        yield fail(name, str(error), "aws cloudformation list-stacks, and name the one that is meant with --stack")
