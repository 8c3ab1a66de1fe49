"""Which errors of AWS may pass by themselves."""

from __future__ import annotations

from botocore import exceptions
from botocore.exceptions import ClientError

from claimwire.aws.clients import code

_THROTTLED = frozenset(
    {
        "InternalError",
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestTimeout",
        "ServiceUnavailable",
        "SlowDown",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionInProgressException",
    }
)


def passing(error: Exception) -> bool:
    """Whether the same request may work later: throttling, an answer of 500 and above, a broken connection."""
    if isinstance(error, ClientError):
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        return code(error) in _THROTTLED or status >= 500
    return isinstance(error, exceptions.ConnectionError | exceptions.HTTPClientError)
