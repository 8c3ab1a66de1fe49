"""What breaks without each statement of each role. A statement without a row here makes tests/test_cloud_functions.py fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from claimwire.local.state import Cloud
from tests.rights import ACCOUNT
from tests.rights_probes import (
    failed,
    failed_after_all,
    failed_after_progress,
    fetched,
    ingested,
    listed,
    missing,
    passed_over,
    sorted_out,
    stands,
    stray,
    worded,
)


class Row(NamedTuple):
    """``probe`` says what happens: ``works`` is in it under the whole role; without the statement, the call ``denied`` is refused."""

    probe: Callable[[Cloud], str]
    works: str
    denied: str
    cold: str = ""
    """The function that must have just started, where only then it is needed."""
    dead: bool = False
    """Whether the translation engine must be out of order."""


class Simulated(NamedTuple):
    """What AWS asks the role for and the local cloud does by itself: shown by its policy simulator alone."""

    actions: tuple[str, ...]
    resource: str


def _logs(door: str) -> Simulated:
    stream = f"arn:aws:logs:eu-west-1:{ACCOUNT}:log-group:/aws/lambda/claimwire-{door}:log-stream:2026/11/23/[$LATEST]0"
    return Simulated(("logs:CreateLogStream", "logs:PutLogEvents"), stream)


def _takes(queue: str) -> Simulated:
    """What Lambda's poller does under the function's role."""
    actions = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
    return Simulated(actions, f"arn:aws:sqs:eu-west-1:{ACCOUNT}:{{{queue}}}")


def _sees(bucket: str) -> Simulated:
    """Whether what is missing reads so: without this right S3 answers 403 instead of 404, which the local cloud does not."""
    return Simulated(("s3:ListBucket",), f"arn:aws:s3:::{{{bucket}}}")


_TRACED = ("IngestRole", "FailedRole", "ResultsRole", "BackfillRole")
_KEYED = ("IngestRole", "FailedRole", "BackfillRole", "BackfillMachineRole")
TABLE: dict[tuple[str, str], Row | Simulated] = {
    ("IngestRole", "TakeMessages"): _takes("UploadsQueue"),
    ("IngestRole", "SendOn"): Row(ingested, '"later"', "sqs:SendMessage", dead=True),
    ("IngestRole", "SetAside"): Row(stray, "[]", "sqs:SendMessage"),
    ("IngestRole", "ReadArticles"): Row(ingested, '"done"', "HeadObject"),
    ("IngestRole", "SeeMissingArticles"): Row(missing, '"passed over"', "ListObjectVersions"),
    ("IngestRole", "KeepResults"): Row(ingested, '"done"', "GetObject"),
    ("IngestRole", "ClearFailures"): Row(ingested, '"done"', "s3:DeleteObject"),
    ("IngestRole", "SeeMissingResults"): Row(missing, '"passed over"', "ListObjectsV2"),
    ("IngestRole", "ReadGlossaries"): Row(worded, '"done"', "HeadObject"),
    ("IngestRole", "FindGlossaries"): Row(worded, '"done"', "ListObjectsV2"),
    ("IngestRole", "Announce"): Row(ingested, '"done"', "sns:Publish"),
    ("IngestRole", "AnnounceOnTheBus"): Row(ingested, '"done"', "events:PutEvents"),
    ("IngestRole", "RememberAndRecord"): Row(ingested, '"done"', "dynamodb:"),
    ("IngestRole", "Translate"): Simulated(("translate:TranslateText",), "*"),
    ("IngestRole", "ReadEngineSettings"): Row(ingested, '"done"', "secretsmanager:GetSecretValue", cold="ingest"),
    ("IngestRole", "ReadModels"): Row(ingested, '"done"', "s3://rights-models/kept", cold="ingest"),
    ("IngestRole", "SignLinks"): Row(ingested, '"done"', "secretsmanager:GetSecretValue", cold="ingest"),
    ("IngestRole", "WriteLogs"): _logs("ingest"),
    ("ResultsRole", "ReadResults"): Row(fetched, '"statusCode": 200', "HeadObject"),
    ("ResultsRole", "SeeMissingResults"): Row(listed, '"statusCode": 200', "ListObjectsV2"),
    ("ResultsRole", "SeeRevocations"): Row(fetched, '"statusCode": 200', "ListObjectsV2", cold="results"),
    ("ResultsRole", "SignLinks"): Row(fetched, '"statusCode": 200', "secretsmanager:GetSecretValue", cold="results"),
    ("ResultsRole", "WriteLogs"): _logs("results"),
    ("FailedRole", "TakeMessages"): _takes("FailedQueue"),
    ("FailedRole", "SendOn"): Row(failed_after_progress, "null", "sqs:SendMessage"),
    ("FailedRole", "SeeArticles"): Row(failed, "null", "HeadObject"),
    ("FailedRole", "SeeMissingArticles"): _sees("ArticlesBucket"),
    ("FailedRole", "SeeResults"): Row(failed_after_all, "null", "HeadObject"),
    ("FailedRole", "SeeMissingResults"): _sees("ResultsBucket"),
    ("FailedRole", "KeepFailures"): Row(failed, "null", "s3:PutObject"),
    ("FailedRole", "Announce"): Row(failed, "null", "sns:Publish"),
    ("FailedRole", "AnnounceOnTheBus"): Row(failed, "null", "events:PutEvents"),
    ("FailedRole", "ReadLedger"): Row(failed, "null", "dynamodb:Query"),
    ("FailedRole", "WriteLogs"): _logs("failed"),
    ("ResultsRole", "SeeFailures"): Row(stands, '"statusCode": 200', "GetObject"),
    ("ResultsRole", "SeeStages"): Row(stands, '"statusCode": 200', "dynamodb:GetItem"),
    ("ResultsRole", "SignUploads"): Simulated(("s3:PutObject",), "arn:aws:s3:::{ArticlesBucket}/uploads/desk/a.txt"),
    ("BackfillRole", "SeeArticles"): Row(passed_over, '"done": 1', "HeadObject"),
    ("BackfillRole", "SeeMissingArticles"): _sees("ArticlesBucket"),
    ("BackfillRole", "SeeWhatIsDone"): Row(passed_over, '"done": 1', "HeadObject"),
    ("BackfillRole", "SeeMissingResults"): _sees("ResultsBucket"),
    ("BackfillRole", "ReadLedger"): Row(passed_over, '"done": 1', "dynamodb:GetItem"),
    ("BackfillRole", "SendWhatIsLeft"): Row(sorted_out, '"sent": 1', "sqs:"),
    ("BackfillRole", "WriteLogs"): _logs("backfill"),
    ("BackfillMachineRole", "ListArticles"): _sees("ArticlesBucket"),
    ("BackfillMachineRole", "ReadLists"): Simulated(
        ("s3:GetObject",), "arn:aws:s3:::{ResultsBucket}/backfill/lists/a.jsonl"
    ),
    ("BackfillMachineRole", "WriteWhatCameOfIt"): Simulated(
        ("s3:PutObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"),
        "arn:aws:s3:::{ResultsBucket}/backfill/runs/a.json",
    ),
    ("BackfillMachineRole", "AskTheFunction"): Simulated(
        ("lambda:InvokeFunction",), f"arn:aws:lambda:eu-west-1:{ACCOUNT}:function:claimwire-backfill"
    ),
    ("BackfillMachineRole", "StartBatches"): Simulated(
        ("states:StartExecution",), f"arn:aws:states:eu-west-1:{ACCOUNT}:stateMachine:claimwire-backfill"
    ),
    ("BackfillMachineRole", "WatchBatches"): Simulated(
        ("states:DescribeExecution", "states:StopExecution"),
        f"arn:aws:states:eu-west-1:{ACCOUNT}:execution:claimwire-backfill:a",
    ),
    **{(role, "UseTheKey"): Simulated(("kms:Decrypt", "kms:GenerateDataKey"), "{Key}") for role in _KEYED},
    ("ResultsRole", "ReadWithTheKey"): Simulated(("kms:Decrypt",), "{Key}"),
    ("ResultsRole", "UploadWithTheKey"): Simulated(("kms:GenerateDataKey",), "{Key}"),
    **{(role, "Trace"): Simulated(("xray:PutTraceSegments", "xray:PutTelemetryRecords"), "*") for role in _TRACED},
}
