"""The stack's options in the local cloud, and two stacks side by side: one of every option, one made by CloudFormation alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from botocore.exceptions import ClientError

from bench.structure import ROOT
from claimwire.errors import BadSetting
from claimwire.local import clients, deploy, mailbox, stack
from claimwire.local.state import Cloud
from claimwire.models import Notice
from tests import stacks
from tests.cloud import PATIENCE, aws, get, notice, translations, upload

pytestmark = pytest.mark.timeout(600)
SAMPLE = (ROOT / "examples" / "grain-corridor.en.html").read_bytes()
TEMPLATE = json.loads((ROOT / "infra/template.json").read_text())
OPTIONS = {
    "Encryption": "kms",
    "Tracing": "true",
    "AccessLogs": "true",
    "Dashboard": "true",
    "LogDays": "7",
    "RequestRate": "40",
    "RequestBurst": "60",
    "ResultDays": "90",
    "OldVersionDays": "30",
    "TableRecovery": "true",
    "Cdn": "true",
    "AlarmEmail": "desk@example.org",
}
CDN = {
    "CdnDomain": "claims.example.org",
    "CdnCertificate": "arn:aws:acm:us-east-1:000000000000:certificate/a-b",
}
DESK = "desk-2"


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    folder = tmp_path_factory.mktemp("cloud")
    try:
        yield deploy.up(folder, {"Targets": "pt", **OPTIONS})
    finally:
        deploy.down(folder, purge=True)


@pytest.fixture(scope="module")
def ids(cloud: Cloud) -> dict[str, str]:
    return stacks.resources(cloud, clients.STACK)


@pytest.fixture(scope="module")
def desk(cloud: Cloud) -> Cloud:
    """A second stack of the same account."""
    return stacks.applied(cloud, DESK, stacks.parameters(cloud, DESK))


@pytest.fixture(scope="module")
def ready(desk: Cloud) -> Notice:
    """What the second stack made of an article."""
    with mailbox.subscribed(desk) as box:
        upload(desk, "grain.html", SAMPLE)
        return notice(box, "grain.html", "digest.ready")


def test_an_article_goes_all_the_way_with_every_option(cloud: Cloud) -> None:
    with mailbox.subscribed(cloud) as box:
        upload(cloud, "grain.html", SAMPLE)
        found = notice(box, "grain.html", "digest.ready")
    assert get(found.urls["digest.json"]).status == 200


def test_queues_and_secret_are_under_the_key(cloud: Cloud, ids: dict[str, str]) -> None:
    """What else is to be under it, the local cloud does not tell: tests/test_template_options.py."""
    sqs = aws(cloud, "sqs")
    queues = [ids[name] for name in ("UploadsQueue", "FailedQueue", "BackfillQueue")]
    told = [sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"] for url in queues]
    secret = aws(cloud, "secretsmanager").describe_secret(SecretId=cloud.link_secret_arn)["KmsKeyId"]
    assert {key.rpartition("/")[2] for key in (secret, *(each["KmsMasterKeyId"] for each in told))} == {ids["Key"]}
    assert aws(cloud, "kms").get_key_rotation_status(KeyId=ids["Key"])["KeyRotationEnabled"]


def test_logs_end_and_the_api_s_have_no_query(cloud: Cloud, ids: dict[str, str]) -> None:
    groups = aws(cloud, "logs").describe_log_groups()["logGroups"]
    days = {one["logGroupName"]: one.get("retentionInDays") for one in groups if "claimwire" in one["logGroupName"]}
    doors = ("ingest", "failed", "results", "backfill")
    assert days == {f"/aws/lambda/claimwire-{door}": 7 for door in doors} | {"/aws/http-api/claimwire": 7}
    (stage,) = aws(cloud, "apigatewayv2").get_stages(ApiId=ids["HttpApi"])["Items"]
    line = json.loads(stage["AccessLogSettings"]["Format"])
    assert line["path"] == "$context.path"
    assert not [value for value in line.values() if "query" in value.lower() or "Uri" in value or "rawPath" in value]


def test_functions_are_traced_and_there_is_a_dashboard(cloud: Cloud, ids: dict[str, str]) -> None:
    traced = aws(cloud, "lambda").get_function_configuration(FunctionName=cloud.ingest_function)
    assert traced["TracingConfig"]["Mode"] == "Active"
    body = json.loads(aws(cloud, "cloudwatch").get_dashboard(DashboardName=ids["DashboardBoard"])["DashboardBody"])
    named = {
        each
        for widget in body["widgets"]
        for row in widget["properties"]["metrics"]
        for each in row
        if isinstance(each, str)
    }
    assert {"Articles", "Refused", "Later", "Failed", "CostUSD", "claimwire", "claimwire-ingest"} <= named


def test_a_distribution_stands_before_the_api(cloud: Cloud, ids: dict[str, str]) -> None:
    """That it serves cannot be seen here: it looks for the API at its address on AWS."""
    config = aws(cloud, "cloudfront").get_distribution(Id=ids["CdnDistribution"])["Distribution"]["DistributionConfig"]
    assert config["DefaultCacheBehavior"]["CachePolicyId"] == ids["CdnCachePolicy"]
    assert config["Origins"]["Items"][0]["DomainName"].startswith(f"{ids['HttpApi']}.execute-api.")
    policy = aws(cloud, "cloudfront").get_cache_policy(Id=ids["CdnCachePolicy"])["CachePolicy"]["CachePolicyConfig"]
    assert policy["MaxTTL"] == 60


@pytest.mark.parametrize("name", sorted(TEMPLATE["Parameters"]))
def test_nonsense_is_refused_by_the_parameter_s_name(cloud: Cloud, name: str) -> None:
    formation = clients.client(cloud, "cloudformation")
    given = stacks.parameters(cloud, "nonsense") | {name: "no £ense\n"}
    with pytest.raises(BadSetting, match=rf"refused: .*\b{name}\b"):
        stack.apply(formation, "nonsense", stacks.template(cloud), given, {})
    with pytest.raises(ClientError, match="does not exist"):
        formation.describe_stacks(StackName="nonsense")


@pytest.mark.parametrize(("name", "value", "why"), [("MaxReceives", "0", ""), ("BackfillDays", "-1", "")])
def test_numbers_that_do_harm_are_refused_by_name(cloud: Cloud, name: str, value: str, why: str) -> None:
    formation = clients.client(cloud, "cloudformation")
    given = stacks.parameters(cloud, "nonsense") | {name: value}
    with pytest.raises(BadSetting, match=rf"refused: .*\b{name}\b.*{why}"):
        stack.apply(formation, "nonsense", stacks.template(cloud), given, {})


@pytest.mark.parametrize(("given", "needed"), [("CdnDomain", "CdnCertificate"), ("CdnCertificate", "CdnDomain")])
def test_parameters_that_need_another_say_so(cloud: Cloud, given: str, needed: str) -> None:
    formation = clients.client(cloud, "cloudformation")
    parameters = stacks.parameters(cloud, "nonsense", Cdn="true", **{given: CDN[given]})
    with pytest.raises(BadSetting, match=f"{given} needs {needed}"):
        stack.apply(formation, "nonsense", stacks.template(cloud), parameters, {})


def test_two_stacks_share_nothing(cloud: Cloud, ids: dict[str, str], desk: Cloud, ready: Notice) -> None:
    others = stacks.resources(cloud, DESK)
    stages = {"HttpApiStage"}  # both are called $default, each of its own API
    assert {name for name in ids if ids[name] == others.get(name)} <= stages
    assert get(ready.urls["digest.json"]).status == 200
    assert get(ready.urls["digest.json"].replace(DESK, clients.API_ID)).status == 404
    assert aws(cloud, "s3").list_objects_v2(Bucket=desk.results_bucket)["KeyCount"] > 0


def test_deploying_again_changes_nothing(cloud: Cloud, desk: Cloud) -> None:
    def changed() -> object:
        (found,) = clients.client(cloud, "cloudformation").describe_stacks(StackName=DESK)["Stacks"]
        return found.get("LastUpdatedTime")

    before = changed()
    assert stacks.applied(cloud, DESK, stacks.parameters(cloud, DESK)) == desk
    assert changed() == before


def test_an_update_loses_nothing_and_does_nothing_anew(cloud: Cloud, desk: Cloud, ready: Notice) -> None:
    """Code, a parameter, and a key of the stack's own: all that holds data is the same as before."""
    key = "again.zip"
    aws(cloud, "s3").copy_object(
        Bucket=deploy.CODE_BUCKET, Key=key, CopySource={"Bucket": deploy.CODE_BUCKET, "Key": cloud.code_key}
    )
    remembered = len(translations(desk))
    more = {"CodeKey": key, "LogDays": "14", "Encryption": "kms"}
    assert stacks.applied(cloud, DESK, stacks.parameters(cloud, DESK, **more)) == desk
    assert get(ready.urls["digest.json"]).status == 200
    event = {"bucket": desk.articles_bucket, "key": ready.key}
    with mailbox.subscribed(desk) as box:
        aws(desk, "sqs").send_message(QueueUrl=desk.queue_url, MessageBody=json.dumps(event))
        upload(desk, "next.html", SAMPLE)
        told = [json.loads(each["Message"])["key"] for each in (box.receive(PATIENCE), box.receive(2)) if each]
    assert told == ["next.html"]
    assert remembered > 0
    assert len(translations(desk)) == remembered


def test_a_removed_stack_leaves_its_data_and_nothing_else(cloud: Cloud, desk: Cloud, ready: Notice) -> None:
    """Runs last: files keep their order, and nothing after it looks at the second stack."""
    formation, ids = clients.client(cloud, "cloudformation"), stacks.resources(cloud, DESK)
    formation.delete_stack(StackName=DESK)
    formation.get_waiter("stack_delete_complete").wait(StackName=DESK, WaiterConfig={"Delay": 1})
    assert aws(cloud, "s3").list_objects_v2(Bucket=desk.articles_bucket)["KeyCount"] == 2
    assert aws(cloud, "s3").list_objects_v2(Bucket=desk.results_bucket)["KeyCount"] > 0
    assert len(translations(desk)) > 0
    assert aws(cloud, "secretsmanager").get_secret_value(SecretId=desk.link_secret_arn)["SecretString"]
    left = [one["FunctionName"] for one in aws(cloud, "lambda").list_functions()["Functions"]]
    assert [name for name in left if name.startswith(DESK)] == []
    assert [url for url in aws(cloud, "sqs").list_queues().get("QueueUrls", []) if url == ids["UploadsQueue"]] == []
    assert [role for role in aws(cloud, "iam").list_roles()["Roles"] if role["RoleName"] == ids["IngestRole"]] == []
