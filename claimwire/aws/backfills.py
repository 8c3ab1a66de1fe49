"""The state machine of backfills, from the side of who starts one and looks on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import msgspec

from claimwire.aws.deployment import Deployment
from claimwire.aws.queue import Queue
from claimwire.backfill.batch import Counts
from claimwire.backfill.progress import Look
from claimwire.errors import BadSetting

RUNNING = "RUNNING"


class NotKept(LookupError):
    """What a run counted has expired (the stack's BackfillDays), all or a part of it."""


class Backfills:
    """One stack's."""

    def __init__(self, stack: Deployment) -> None:
        if "BackfillMachineArn" not in stack.outputs:
            raise BadSetting("the stack is older than this command: deploy it anew, it has no backfill yet")
        self._machine = stack.outputs["BackfillMachineArn"]
        self._states = stack.client("stepfunctions")
        self._queue = Queue(stack.outputs["BackfillQueueUrl"], stack.client("sqs"))
        self._results = stack.results

    def start(self, *, prefix: str = "", listed: str = "", again: bool = False) -> str:
        """Begin one, of a prefix or of the list at this key of the results bucket; its ARN."""
        where = {"list": listed} if listed else {"prefix": prefix}
        asked = msgspec.json.encode({**where, "again": again}).decode()
        return self._states.start_execution(stateMachineArn=self._machine, input=asked)["executionArn"]  # type: ignore[no-any-return]

    def newest(self) -> str | None:
        """The ARN of the one that was begun last."""
        found = self._states.list_executions(stateMachineArn=self._machine, maxResults=1)["executions"]
        return found[0]["executionArn"] if found else None

    def running(self) -> str | None:
        """The ARN of one that is still listing."""
        found = self._states.list_executions(stateMachineArn=self._machine, statusFilter="RUNNING")["executions"]
        return found[0]["executionArn"] if found else None

    def stop(self, execution: str) -> None:
        """Send no more; what waits in the queue already is still done."""
        self._states.stop_execution(executionArn=execution, cause="claimwire backfill --stop")

    def look(self, execution: str) -> Look:
        """How far it is."""
        found = self._states.describe_execution(executionArn=execution)
        runs = self._states.list_map_runs(executionArn=execution)["mapRuns"]
        counts: Any = self._states.describe_map_run(mapRunArn=runs[0]["mapRunArn"])["itemCounts"] if runs else {}
        return Look(
            at=time.monotonic(),
            total=counts.get("total", 0),
            listed=counts.get("succeeded", 0) + counts.get("failed", 0),
            waiting=self._queue.waiting(),
            running=found["status"] == RUNNING,
            broken=_why(found) if found["status"] not in (RUNNING, "SUCCEEDED") else "",
        )

    def counts(self, execution: str) -> Counts:
        """What its batches counted, those that failed apart. Raises NotKept."""
        output = self._states.describe_execution(executionArn=execution).get("output") or "[]"
        return self.summed(msgspec.json.decode(output))

    def summed(self, told: Any) -> Counts:  # noqa: ANN401 - Step Functions' own shape
        """The counts of a run whose output this is. Raises NotKept."""
        # AWS writes what the batches said into the results bucket; the local cloud hands it over.
        parts = told if isinstance(told, list) else list(self._written(told))
        return sum((msgspec.convert(part, Counts) for part in parts), Counts())

    def _written(self, told: Any) -> Iterator[object]:  # noqa: ANN401 - Step Functions' own shape
        details = told.get("ResultWriterDetails", {}) if isinstance(told, dict) else {}
        files = self._kept(details["Key"])["ResultFiles"]["SUCCEEDED"] if details else []
        for file in files:
            for batch in self._kept(file["Key"]):
                yield msgspec.json.decode(batch["Output"])

    def _kept(self, key: str) -> Any:  # noqa: ANN401 - Step Functions' own shape
        data = self._results.get(key)
        if data is None:
            raise NotKept(key)
        return msgspec.json.decode(data)


def _why(found: Any) -> str:  # noqa: ANN401 - Step Functions' own shape
    said = ": ".join(filter(None, (found.get("error"), found.get("cause"))))
    return f"{found['status'].lower()}{': ' if said else ''}{said}"
