"""The compiled template: fresh, lint-free, and tight."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimwire import layout
from claimwire.aws import stages
from infra import compile as compiler

ROOT = Path(__file__).parent.parent
TEXT = compiler.TEMPLATE.read_text()
TEMPLATE: dict[str, Any] = json.loads(TEXT)
RESOURCES: dict[str, Any] = TEMPLATE["Resources"]
LIMIT = 1_000_000  # bytes of a template in a bucket (CloudFormation quotas); a request itself takes 51,200


def of_type(name: str) -> dict[str, Any]:
    return {key: body["Properties"] for key, body in RESOURCES.items() if body["Type"] == name}


def statements(role: str) -> list[dict[str, Any]]:
    """Those of options too, which stand in the role where the option is chosen."""
    policies = RESOURCES[role]["Properties"]["Policies"]
    found = [one for policy in policies for one in policy["PolicyDocument"]["Statement"]]
    return [one["Fn::If"][1] if "Fn::If" in one else one for one in found]


def actions(role: str) -> set[str]:
    return {
        action
        for one in statements(role)
        for action in ([one["Action"]] if isinstance(one["Action"], str) else one["Action"])
    }


def test_template_is_what_serverless_yml_compiles_to() -> None:
    assert compiler.compiled() == TEXT, "run `make template` and commit infra/template.json"


def test_cfn_lint_finds_nothing() -> None:
    command = [str(Path(sys.executable).parent / "cfn-lint"), str(compiler.TEMPLATE)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def test_nothing_in_it_depends_on_time_machine_or_the_frameworks_bucket() -> None:
    assert len(TEXT.encode()) < LIMIT
    assert "ServerlessDeployment" not in TEXT
    assert not any("Export" in output for output in TEMPLATE["Outputs"].values())
    assert re.findall(r"\b20[23]\d-\d\d-\d\d\b|\b1[6-9]\d{11}\b", TEXT) == []
    for function in of_type("AWS::Lambda::Function").values():
        assert function["Code"] == {"S3Bucket": {"Ref": "CodeBucket"}, "S3Key": {"Ref": "CodeKey"}}
    assert of_type("AWS::Lambda::Version") == {}


def test_npm_lock_names_no_host() -> None:
    packages = json.loads((ROOT / "infra/package-lock.json").read_text())["packages"]
    assert len(packages) > 100
    assert [name for name, body in packages.items() if "resolved" in body] == []


def test_functions_folder_and_template_name_the_same_doors() -> None:
    doors = {path.stem for path in (ROOT / "functions").glob("*.py")} - {"__init__"}
    handlers = {function["Handler"] for function in of_type("AWS::Lambda::Function").values()}
    assert handlers == {f"functions.{door}.handler" for door in doors}
    for door in doors:
        module = ast.parse((ROOT / f"functions/{door}.py").read_text())
        assert "handler" in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


def test_functions_are_told_only_what_they_need() -> None:
    told = {
        key: set(function["Environment"]["Variables"]) for key, function in of_type("AWS::Lambda::Function").items()
    }
    shared = {"CLAIMWIRE_STACK", "CLAIMWIRE_RESULTS_BUCKET", "CLAIMWIRE_LINK_SECRET_ARN", "CLAIMWIRE_BASE_URL"}
    assert told["ResultsLambdaFunction"] == shared | {
        "CLAIMWIRE_CORS_ORIGINS",
        "CLAIMWIRE_FEED_LINKS",
        "CLAIMWIRE_SHARED_CACHE",
        "CLAIMWIRE_UPLOAD_PAGE",
        "CLAIMWIRE_ARTICLES_BUCKET",
        "CLAIMWIRE_TARGETS",
        "CLAIMWIRE_TABLE",
    }
    assert told["IngestLambdaFunction"] > shared


@pytest.mark.parametrize("role", sorted(of_type("AWS::IAM::Role")))
def test_no_role_may_do_everything_or_reach_everything(role: str) -> None:
    assert [action for action in actions(role) if "*" in action] == []
    for one in statements(role):
        assert one["Effect"] == "Allow"
        if (
            one["Action"] == "translate:TranslateText"
        ):  # AWS defines no resource for it (Service Authorization Reference)
            assert one["Condition"] == {"StringEquals": {"aws:RequestedRegion": {"Ref": "AWS::Region"}}}
            continue
        assert one["Resource"] != "*"
        assert "*" not in one["Resource"]


def test_results_role_reads_and_nothing_else() -> None:
    writes_logs = {"logs:CreateLogStream", "logs:PutLogEvents"}
    assert actions("ResultsRole") == {"s3:GetObject", "s3:ListBucket", "secretsmanager:GetSecretValue"} | writes_logs
    assert "Articles" not in json.dumps(statements("ResultsRole"))


def test_the_upload_page_is_off_and_may_only_put_under_its_prefix() -> None:
    assert TEMPLATE["Parameters"]["UploadPage"]["Default"] == "off"
    policy = RESOURCES["UploadPagePolicy"]
    put, see = policy["Properties"]["PolicyDocument"]["Statement"]
    assert (policy["Condition"], policy["Properties"]["Roles"]) == ("HasUploadPage", [{"Ref": "ResultsRole"}])
    assert put["Action"] == "s3:PutObject"
    assert put["Resource"]["Fn::Sub"].endswith(f"-articles-${{AWS::AccountId}}-${{AWS::Region}}/{layout.UPLOADS}*")
    assert see["Action"] == "dynamodb:GetItem"
    assert see["Condition"] == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": [f"{stages.PARTITION}*"]}}


def test_the_articles_bucket_answers_scripts_of_the_upload_page_alone() -> None:
    condition, rules, otherwise = RESOURCES["ArticlesBucket"]["Properties"]["CorsConfiguration"]["Fn::If"]
    [rule] = rules["CorsRules"]
    assert (condition, otherwise) == ("HasUploadPage", {"Ref": "AWS::NoValue"})
    assert rule["AllowedMethods"] == ["POST"]
    assert "*" not in json.dumps(rule["AllowedOrigins"])


def test_the_event_bus_is_one_s_own_and_only_with_our_events() -> None:
    policy = RESOURCES["EventBusPolicy"]
    [statement] = policy["Properties"]["PolicyDocument"]["Statement"]
    assert policy["Condition"] == "HasEventBus"
    assert statement["Action"] == "events:PutEvents"
    assert statement["Resource"]["Fn::Sub"].endswith(":event-bus/${EventBus}")
    assert statement["Condition"] == {"StringEqualsIfExists": {"events:source": "claimwire"}}


def test_each_function_has_a_role_of_its_own() -> None:
    roles = [function["Role"]["Fn::GetAtt"][0] for function in of_type("AWS::Lambda::Function").values()]
    assert sorted([*roles, "BackfillMachineRole"]) == sorted(of_type("AWS::IAM::Role"))


@pytest.mark.parametrize("bucket", sorted(of_type("AWS::S3::Bucket")))
def test_buckets_are_private_encrypted_and_tls_only(bucket: str) -> None:
    properties = RESOURCES[bucket]["Properties"]
    assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}
    assert properties["BucketEncryption"]
    policy = RESOURCES[f"{bucket}Policy"]["Properties"]["PolicyDocument"]["Statement"][0]
    assert (policy["Effect"], policy["Principal"]) == ("Deny", "*")
    assert policy["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    assert policy["Resource"] == [{"Fn::GetAtt": [bucket, "Arn"]}, {"Fn::Sub": f"${{{bucket}.Arn}}/*"}]


def test_queue_lets_exactly_the_articles_bucket_send_before_that_bucket_is_made() -> None:
    allowed = RESOURCES["UploadsQueuePolicy"]["Properties"]["PolicyDocument"]["Statement"][0]
    bucket = RESOURCES["ArticlesBucket"]
    assert bucket["DependsOn"] == ["UploadsQueuePolicy"]
    source = allowed["Condition"]["ArnEquals"]["aws:SourceArn"]["Fn::Sub"]
    assert source == "arn:${AWS::Partition}:s3:::" + bucket["Properties"]["BucketName"]["Fn::Sub"]
    assert allowed["Condition"]["StringEquals"] == {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    assert allowed["Principal"] == {"Service": "s3.amazonaws.com"}
    events = {one["Event"] for one in bucket["Properties"]["NotificationConfiguration"]["QueueConfigurations"]}
    assert events == {"s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:LifecycleExpiration:*"}


def test_queues_keep_messages_and_set_failures_aside() -> None:
    queues = of_type("AWS::SQS::Queue")
    assert {queue["MessageRetentionPeriod"] for queue in queues.values()} == {14 * 24 * 3600}
    assert all(queue["SqsManagedSseEnabled"] for queue in queues.values())
    assert queues["UploadsQueue"]["RedrivePolicy"]["deadLetterTargetArn"] == {"Fn::GetAtt": ["FailedQueue", "Arn"]}
    defaults = {name: body.get("Default") for name, body in TEMPLATE["Parameters"].items()}
    assert defaults["VisibilityTimeout"] >= 6 * defaults["IngestTimeout"]
    assert defaults["MaxReceives"] >= 5
    # a kill after progress counts for nothing, whatever it is
    assert TEMPLATE["Parameters"]["MaxReceives"]["MinValue"] == 1
    assert queues["FailedQueue"]["VisibilityTimeout"] >= 6 * RESOURCES["FailedLambdaFunction"]["Properties"]["Timeout"]
    mappings = of_type("AWS::Lambda::EventSourceMapping").values()
    assert [mapping["BatchSize"] for mapping in mappings] == [1, 1, 1]


@pytest.mark.parametrize("name", ["ArticlesBucket", "ResultsBucket", "Table", "LinkSecret"])
def test_what_holds_data_outlives_the_stack(name: str) -> None:
    assert RESOURCES[name]["DeletionPolicy"] == "RetainExceptOnCreate"
    assert RESOURCES[name]["UpdateReplacePolicy"] == "Retain"


def test_every_alarm_names_its_runbook() -> None:
    told = (ROOT / "docs" / "operate.md").read_text()
    for name, alarm in of_type("AWS::CloudWatch::Alarm").items():
        assert f"See docs/operate.md, {name}." in alarm["AlarmDescription"]
        assert f"## {name}\n" in told


def test_failed_role_writes_failures_tells_of_them_sends_on_and_nothing_else() -> None:
    changing = {action for action in actions("FailedRole") if not re.search(":(Get|List|Query)", action)}
    logs = {"logs:CreateLogStream", "logs:PutLogEvents"}
    taking = {"sqs:ReceiveMessage", "sqs:DeleteMessage"}
    assert changing == {*taking, "sqs:SendMessage", "s3:PutObject", "sns:Publish"} | logs
    (sends,) = (one for one in statements("FailedRole") if one["Action"] == "sqs:SendMessage")
    assert sends["Resource"] == [{"Fn::GetAtt": [queue, "Arn"]} for queue in ("UploadsQueue", "BackfillQueue")]
    (puts,) = (one for one in statements("FailedRole") if "s3:PutObject" in one["Action"])
    assert puts["Resource"] == {"Fn::Sub": "${ResultsBucket.Arn}/failed/*"}


def test_api_is_throttled() -> None:
    (stage,) = of_type("AWS::ApiGatewayV2::Stage").values()
    rate, burst = (TEMPLATE["Parameters"][name] for name in ("RequestRate", "RequestBurst"))
    assert stage["DefaultRouteSettings"] == {
        "ThrottlingRateLimit": {"Ref": "RequestRate"},
        "ThrottlingBurstLimit": {"Ref": "RequestBurst"},
    }
    assert rate["Default"] <= burst["Default"]


GOOD = {
    "Targets": ["pt", "pt,es,zh-Hans"],
    "Engine": ["firefox", "amazon,google"],
    "BaseUrl": ["", "https://claims.example.org", "http://127.0.0.1:4566/_aws/execute-api/claimwire"],
    "EventBus": ["", "default", "news.desk_1"],
    "CorsOrigins": ["", "*", "https://desk.example.org", "https://a.example,http://localhost:8080"],
    "NotifyEmail": ["", "desk@example.org"],
    "Name": ["claimwire", "desk-2"],
    "CodeKey": ["builds/aws-x86_64.zip"],
    "Prefixes": [
        "",
        "sport/ targets=pt,es claims=3",
        "sport/ claims=3; wire/de/ language=de summary-only=true;",
        "/ claims=1",
    ],
}
BAD = {
    "Targets": ["", "pt, es", "pt;es", "portuguese"],
    "Engine": ["", "firefox, google"],
    "BaseUrl": ["claims.example.org", "https://claims.example.org/", "https://claims.example.org?a=b"],
    "CorsOrigins": [
        "desk.example.org",
        "https://a.example/",
        "https://a.example, https://b.example",
        "*,https://a.example",
    ],
    "NotifyEmail": ["desk", "a b@example.org"],
    "Name": ["Claimwire", "2desk", "desk-", "x" * 21],
    "CodeKey": ["code.tar"],
    "Prefixes": [
        "sport/",
        "sport/ colour=red",
        "sport/ claims",
        "sport/ claims=",
        "claims=3",
        "a/ claims=3 b/ claims=2",
    ],
}


@pytest.mark.parametrize(
    ("name", "value", "good"),
    [
        *((name, value, True) for name, values in GOOD.items() for value in values),
        *((name, value, False) for name, values in BAD.items() for value in values),
    ],
)
def test_parameters_are_checked_before_anything_is_made(name: str, value: str, good: bool) -> None:
    parameter = TEMPLATE["Parameters"][name]
    assert bool(re.fullmatch(parameter["AllowedPattern"], value)) is good
    assert parameter["ConstraintDescription"]


def test_every_parameter_says_what_it_is() -> None:
    assert [name for name, body in TEMPLATE["Parameters"].items() if not body.get("Description")] == []
