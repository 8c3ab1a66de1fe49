"""The options of the compiled template: off by default, each with its check, and complete where they are on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.test_template import RESOURCES, TEMPLATE, actions, of_type, statements

KEY = {"Fn::If": ["OwnKey", {"Fn::GetAtt": ["Key", "Arn"]}, {"Ref": "Encryption"}]}


def where(condition: str, value: Any) -> Any:
    """The value's side of an ``Fn::If``."""
    assert value["Fn::If"][0] == condition
    return value["Fn::If"][1]


def test_what_costs_money_is_off_by_default() -> None:
    defaults = {name: body.get("Default") for name, body in TEMPLATE["Parameters"].items()}
    off = ("Tracing", "AccessLogs", "Dashboard", "TableRecovery", "Cdn")
    assert {defaults[name] for name in off} == {"false"}
    assert defaults["Encryption"] == ""
    conditional = ("Key", "KeyAlias", "TracingPolicy", "AccessLogGroup", "DashboardBoard", "CdnDistribution")
    assert [name for name in conditional if "Condition" not in RESOURCES[name]] == []


@pytest.mark.parametrize("name", sorted(TEMPLATE["Parameters"]))
def test_every_parameter_is_checked(name: str) -> None:
    parameter = TEMPLATE["Parameters"][name]
    kinds = {"AllowedPattern", "AllowedValues", "MinValue"}
    assert kinds & set(parameter), name
    assert ("AllowedPattern" not in parameter) or ("ConstraintDescription" in parameter)


@pytest.mark.parametrize("bucket", sorted(of_type("AWS::S3::Bucket")))
def test_buckets_are_under_the_key(bucket: str) -> None:
    rules = of_type("AWS::S3::Bucket")[bucket]["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    (rule,) = where("HasKey", rules)
    assert rule["ServerSideEncryptionByDefault"] == {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": KEY}
    assert rule["BucketKeyEnabled"] is True


@pytest.mark.parametrize("kind", ["AWS::SQS::Queue", "AWS::SNS::Topic"])
def test_queues_and_topics_are_under_the_key(kind: str) -> None:
    assert {json.dumps(where("HasKey", one["KmsMasterKeyId"])) for one in of_type(kind).values()} == {json.dumps(KEY)}


def test_table_and_secret_are_under_the_key() -> None:
    table, secret = RESOURCES["Table"]["Properties"], RESOURCES["LinkSecret"]["Properties"]
    assert where("HasKey", table["SSESpecification"]) == {"SSEEnabled": True, "SSEType": "KMS", "KMSMasterKeyId": KEY}
    assert where("HasKey", secret["KmsKeyId"]) == KEY


def test_the_key_lets_exactly_four_services_send_each_for_this_account_alone() -> None:
    root, *services = RESOURCES["Key"]["Properties"]["KeyPolicy"]["Statement"]
    assert root["Principal"] == {"AWS": {"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}}
    assert {one["Principal"]["Service"] for one in services} == {
        f"{name}.amazonaws.com" for name in ("s3", "sns", "events", "cloudwatch")
    }
    for one in services:
        assert one["Action"] == ["kms:Decrypt", "kms:GenerateDataKey"]
        assert one["Condition"]["StringEquals"] == {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
        assert {"ArnEquals", "ArnLike"} & set(one["Condition"])


def test_every_role_may_use_that_key_only_and_only_where_there_is_one() -> None:
    allowed: dict[str, set[str]] = {}
    for name, policy in of_type("AWS::IAM::Policy").items():
        for one in policy["PolicyDocument"]["Statement"]:
            if not str(one["Action"]).count("kms:"):
                continue
            assert one["Resource"] == KEY
            assert RESOURCES[name]["Condition"] in ("HasKey", "HasUploadPageAndKey")
            for role in policy["Roles"] if RESOURCES[name]["Condition"] == "HasKey" else []:
                allowed.setdefault(role["Ref"], set()).update(
                    [one["Action"]] if isinstance(one["Action"], str) else one["Action"]
                )
    both = {"kms:Decrypt", "kms:GenerateDataKey"}
    assert allowed == dict.fromkeys(of_type("AWS::IAM::Role"), both) | {"ResultsRole": {"kms:Decrypt"}}
    assert not [role for role in of_type("AWS::IAM::Role") if any(each.startswith("kms:") for each in actions(role))]


def test_tracing_is_of_every_function_and_its_right_stands_there_with_it_alone() -> None:
    functions = of_type("AWS::Lambda::Function").values()
    assert {json.dumps(one["TracingConfig"]["Mode"]) for one in functions} == {
        '{"Fn::If": ["Traced", "Active", "PassThrough"]}'
    }
    policy = of_type("AWS::IAM::Policy")["TracingPolicy"]
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert statement["Action"] == ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
    assert {role["Ref"] for role in policy["Roles"]} == {one["Role"]["Fn::GetAtt"][0] for one in functions}
    assert "xray" not in json.dumps([statements(role) for role in of_type("AWS::IAM::Role")])


def test_every_log_ends() -> None:
    assert {json.dumps(one["RetentionInDays"]) for one in of_type("AWS::Logs::LogGroup").values()} == {
        '{"Ref": "LogDays"}'
    }


def test_access_logs_have_no_query() -> None:
    line = json.loads(where("HasAccessLogs", RESOURCES["HttpApiStage"]["Properties"]["AccessLogSettings"])["Format"])
    known = {f"$context.{name}" for name in ("requestTime", "requestId", "httpMethod", "path", "status")}
    known |= {
        f"$context.{name}" for name in ("identity.sourceIp", "identity.userAgent", "responseLength", "responseLatency")
    }
    assert set(line.values()) == known  # path is without the query; domainName, routeKey and the like are not asked for


def test_lifecycles() -> None:
    rules = {name: one["LifecycleConfiguration"]["Rules"] for name, one in of_type("AWS::S3::Bucket").items()}
    for each in rules.values():
        assert each[0]["AbortIncompleteMultipartUpload"] == {"DaysAfterInitiation": 7}
    old = where("OldVersionsExpire", rules["ArticlesBucket"][1])
    assert old["NoncurrentVersionExpiration"] == {"NoncurrentDays": {"Ref": "OldVersionDays"}}
    expiring = [where("ResultsExpire", one) for one in rules["ResultsBucket"][1:3]]
    assert {one["Prefix"]: one["ExpirationInDays"] for one in expiring} == {
        "results/": {"Ref": "ResultDays"},
        "index/": {"Ref": "ResultDays"},
    }
    lists, counts = rules["ResultsBucket"][3:]
    assert (lists["Prefix"], lists["Status"]) == ("backfill/lists/", "Enabled")
    assert lists["ExpirationInDays"] > 366  # Step Functions ends a run after a year; until then it may read its list
    assert where("BackfillsExpire", counts) == {
        "Id": "backfill-runs",
        "Status": "Enabled",
        "Prefix": "backfill/runs/",
        "ExpirationInDays": {"Ref": "BackfillDays"},
    }
    assert RESOURCES["Table"]["Properties"]["PointInTimeRecoverySpecification"] == {
        "PointInTimeRecoveryEnabled": {"Ref": "TableRecovery"}
    }


@pytest.mark.parametrize("kind", ["AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::S3::Bucket"])
def test_every_queue_topic_and_bucket_refuses_plain_http(kind: str) -> None:
    policies = {"AWS::SQS::Queue": "Queues", "AWS::SNS::Topic": "Topics", "AWS::S3::Bucket": "Bucket"}
    field = policies[kind]
    refusing: set[str] = set()
    for one in of_type(f"{kind}Policy").values():
        if '"aws:SecureTransport": "false"' in json.dumps(one["PolicyDocument"]):
            named = one[field] if isinstance(one[field], list) else [one[field]]
            refusing |= {each["Ref"] for each in named}
    assert refusing == set(of_type(kind))
    assert TEMPLATE["Parameters"]["RequireTls"]["Default"] == "true"


def test_dashboard_shows_what_the_functions_measure() -> None:
    body = json.loads(RESOURCES["DashboardBoard"]["Properties"]["DashboardBody"]["Fn::Sub"])
    rows = [row for widget in body["widgets"] for row in widget["properties"]["metrics"]]
    named = {each for row in rows for each in row if isinstance(each, str)}
    measured = {
        "Articles",
        "Refused",
        "PassedOver",
        "Later",
        "Failed",
        "CostUSD",
        "Characters",
        "MemoryHits",
        "Languages",
    }
    assert measured | {"Duration", "Errors", "ApproximateAgeOfOldestMessage"} <= named


@pytest.mark.parametrize("resource", ["CdnCachePolicy", "CdnRequestPolicy"])
def test_names_that_all_regions_share_hold_the_region(resource: str) -> None:
    assert '"Name": {"Fn::Sub": "${Name}-${AWS::Region}"}' in json.dumps(RESOURCES[resource])
    assert RESOURCES["DashboardBoard"]["Properties"]["DashboardName"] == {"Fn::Sub": "${Name}-${AWS::Region}"}
