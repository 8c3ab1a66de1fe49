"""The account's quotas that a stack meets first."""

from __future__ import annotations

from collections.abc import Iterator

from botocore.exceptions import BotoCoreError, ClientError

from claimwire.aws.clients import code
from claimwire.aws.deployment import Deployment
from claimwire.aws.examined_state import environment
from claimwire.findings import Finding, ok, warn

_FEW = 50  # functions at once: new accounts begin with 10, which uploads and readers then share
_MORE = "aws service-quotas request-service-quota-increase --service-code {} --quota-code {} --desired-value {}"
_LAMBDA = ("lambda", "L-B99A9384")  # concurrent executions
_TRANSLATE = ("translate", "real-time translation requests")


def concurrency(there: Deployment) -> Iterator[Finding]:
    """How many functions may run at once, of all that the account has."""
    limit = there.client("lambda").get_account_settings()["AccountLimit"]
    free = int(limit["UnreservedConcurrentExecutions"])
    says = f"{free} of {limit['ConcurrentExecutions']} functions at once are free for all to use"
    yield warn("concurrency", says, _MORE.format(*_LAMBDA, 1000)) if free < _FEW else ok("concurrency", says)


def translate(there: Deployment) -> Iterator[Finding]:
    """Amazon Translate's own quotas, where the stack asks it and they can be read."""
    if "amazon" not in environment(there).get("CLAIMWIRE_ENGINE", ""):
        return
    try:
        pages = there.client("service-quotas").get_paginator("list_service_quotas").paginate(ServiceCode=_TRANSLATE[0])
        found = [each for page in pages for each in page["Quotas"] if _TRANSLATE[1] in each["QuotaName"].lower()]
    except (ClientError, BotoCoreError) as error:
        reason = code(error) if isinstance(error, ClientError) else type(error).__name__
        run = "allow these credentials servicequotas:ListServiceQuotas"
        yield warn("translate", f"quotas of Amazon Translate cannot be read ({reason})", run)
        return
    for each in found:
        yield ok("translate", f"{each['QuotaName']}: {each['Value']:g}")
