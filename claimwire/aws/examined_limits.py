"""How many functions may run at once, beside how many the stack starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimwire.aws.deployment import Deployment
from claimwire.aws.unread import Unreadable, unread
from claimwire.findings import Finding, fail, ok, warn

_READERS = 10  # functions at once that are left for pages, failures and backfills: a browser opens six connections
_MORE = "aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000"
_SMALLER = "or deploy with a smaller Scale or BackfillScale"
_FUNCTIONS = ("IngestFunction", "ResultsFunction")


def concurrency(there: Deployment) -> Iterator[Finding]:
    """The account's functions at once, those that are reserved for the stack's own, and its jobs at once."""
    limit = there.client("lambda").get_account_settings()["AccountLimit"]
    free = int(limit["UnreservedConcurrentExecutions"])
    says = f"{free} of {limit['ConcurrentExecutions']} functions at once are free for all to use"
    try:
        reserved = {name: _reserved(there, there.outputs[name]) for name in _FUNCTIONS if name in there.outputs}
        jobs = _jobs(there)
    except Unreadable as error:
        look = f"aws lambda get-function-concurrency --function-name {there.outputs['IngestFunction']}"
        right = "lambda:GetFunctionConcurrency and lambda:ListEventSourceMappings"
        yield unread("concurrency", f"{says}; the stack's own concurrency", error, right, look)
        return
    yield from (_stopped(there.outputs[name]) for name, number in reserved.items() if number == 0)
    own = reserved["IngestFunction"]
    if own is None:
        yield _shared(says, jobs, free)
    elif own:
        yield _kept(there.outputs["IngestFunction"], own, jobs)


def triggers(there: Deployment) -> Iterator[Finding]:
    """Whether the queues' messages reach the function: a trigger that somebody disabled takes none, and nothing else tells."""
    function = there.outputs["IngestFunction"]
    try:
        found = _mappings(there)
    except Unreadable as error:
        look = f"aws lambda list-event-source-mappings --function-name {function}"
        yield unread("triggers", f"triggers of {function}", error, "lambda:ListEventSourceMappings", look)
        return
    disabled = [each for each in found if each["State"] not in ("Enabled", "Enabling", "Creating", "Updating")]
    for each in disabled:
        queue = each["EventSourceArn"].rpartition(":")[2]
        run = f"aws lambda update-event-source-mapping --uuid {each['UUID']} --enabled"
        yield fail("triggers", f"{queue} is not read: its trigger is {each['State']}", run)
    if not found:
        yield fail("triggers", f"{function} has none: no upload reaches it", "deploy the stack again (docs/deploy.md)")
    elif not disabled:
        yield ok("triggers", f"{len(found)} queues are read")


def _shared(says: str, jobs: int, free: int) -> Finding:
    says = f"{says}; the stack's jobs take up to {jobs} of them"
    return ok("concurrency", says) if free - jobs >= _READERS else warn("concurrency", says, f"{_MORE}; {_SMALLER}")


def _kept(function: str, own: int, jobs: int) -> Finding:
    says = f"{own} functions at once are reserved for {function}, whose queues start up to {jobs}"
    if own >= jobs:
        return ok("concurrency", says)
    more = f"aws lambda put-function-concurrency --function-name {function} --reserved-concurrent-executions {jobs}"
    return warn(
        "concurrency", f"{says}: the others are throttled, and each throttling counts as a try", f"{more}; {_SMALLER}"
    )


def _stopped(function: str) -> Finding:
    run = f"aws lambda delete-function-concurrency --function-name {function}"
    return fail("concurrency", f"{function} is stopped: none is reserved for it, which means that none may run", run)


def _reserved(there: Deployment, function: str) -> int | None:
    found = there.client("lambda").get_function_concurrency(FunctionName=function)
    number: int | None = found.get("ReservedConcurrentExecutions")
    return number


def _jobs(there: Deployment) -> int:
    """At most so many at once, by all queues; one without a limit of its own may start a thousand."""
    return sum(each.get("ScalingConfig", {}).get("MaximumConcurrency", 1000) for each in _mappings(there))


def _mappings(there: Deployment) -> list[dict[str, Any]]:
    function = there.outputs["IngestFunction"]
    found: list[dict[str, Any]] = there.client("lambda").list_event_source_mappings(FunctionName=function)[
        "EventSourceMappings"
    ]
    return found
