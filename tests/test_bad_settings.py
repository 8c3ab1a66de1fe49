"""Settings with nonsense: the function does not begin, and says which variable of its environment is at fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimwire import desks
from claimwire.aws import clients
from claimwire.errors import BadSetting
from tests.translators.servers.serving import Call, Sent, said, serving

KEYS = '{"current": "k1", "k1": "0123456789012345678901234567890123456789"}'
GOOD = {
    "CLAIMWIRE_STACK": "claimwire",
    "CLAIMWIRE_ARTICLES_BUCKET": "articles",
    "CLAIMWIRE_RESULTS_BUCKET": "results",
    "CLAIMWIRE_TOPIC_ARN": "arn:aws:sns:eu-west-1:000000000000:results",
    "CLAIMWIRE_TABLE": "table",
    "CLAIMWIRE_LINK_SECRET_ARN": "arn:aws:secretsmanager:eu-west-1:000000000000:secret:links",
    "CLAIMWIRE_BASE_URL": "https://claims.example.org",
    "CLAIMWIRE_QUEUE_URL": "https://sqs.example.org/uploads",
    "CLAIMWIRE_FAILED_QUEUE_URL": "https://sqs.example.org/failed",
    "CLAIMWIRE_BACKFILL_QUEUE_URL": "https://sqs.example.org/backfill",
    "CLAIMWIRE_TARGETS": "pt",
    "CLAIMWIRE_ENGINE": "firefox",
}
NONSENSE = {
    "CLAIMWIRE_TARGETS": "klingon-speech",
    "CLAIMWIRE_ENGINE": "babelfish",
    "CLAIMWIRE_CLAIMS": "many",
    "CLAIMWIRE_WORDS": "-1",
    "CLAIMWIRE_ORDER": "by chance",
    "CLAIMWIRE_RANKER": "the best",
    "CLAIMWIRE_DETECTOR": "a guess",
    "CLAIMWIRE_SUMMARY_ONLY": "perhaps",
    "CLAIMWIRE_FULL_TEXT_UP_TO": "0",
    "CLAIMWIRE_MAX_COST": "free",
    "CLAIMWIRE_MONTH_MAX_COST": "1,5",
    "CLAIMWIRE_EPOCH": "soon",
    "CLAIMWIRE_PREFIXES": "sport/ colour=red",
    "CLAIMWIRE_FIREFOX_MODELS": "s3://",
    "CLAIMWIRE_FIREFOX_WORKERS": "all",
    "CLAIMWIRE_RETRY_DELAY": "0",
    "CLAIMWIRE_GIVE_UP_AFTER": "never",
}


@pytest.fixture(autouse=True)
def account(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A secret with link keys, and an empty table."""

    def speak(call: Call) -> Sent:
        return said({"SecretString": KEYS} if "GetSecretValue" in call.headers["x-amz-target"] else {})

    with serving(speak) as server:
        for name, value in {
            "ENDPOINT_URL": server.url,
            "ACCESS_KEY_ID": "a",
            "SECRET_ACCESS_KEY": "b",
            "DEFAULT_REGION": "eu-west-1",
        }.items():
            monkeypatch.setenv(f"AWS_{name}", value)
        clients.forget()
        yield
        clients.forget()


def test_a_good_environment_begins() -> None:
    assert desks.ingest(GOOD).job.settings.targets == ("pt",)


@pytest.mark.parametrize("name", sorted(NONSENSE))
def test_nonsense_is_refused_by_the_name_of_its_variable(name: str) -> None:
    with pytest.raises(BadSetting) as refused:
        desks.ingest(GOOD | {name: NONSENSE[name]})
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", sorted(GOOD.keys() - {"CLAIMWIRE_STACK", "CLAIMWIRE_ENGINE"}))
def test_what_is_missing_is_named(name: str) -> None:
    with pytest.raises(BadSetting, match=name):
        desks.ingest({key: value for key, value in GOOD.items() if key != name})


@pytest.mark.parametrize("name", ["CLAIMWIRE_QUEUE_URL", "CLAIMWIRE_BACKFILL_QUEUE_URL", "CLAIMWIRE_TABLE"])
def test_what_is_missing_to_tell_of_failures_or_to_send_on_is_named(name: str) -> None:
    assert desks.failed(GOOD).telling.sources.name == "articles"
    with pytest.raises(BadSetting, match=name):
        desks.failed({key: value for key, value in GOOD.items() if key != name})


def test_an_archives_article_is_sent_on_behind_archives() -> None:
    here = desks.failed(GOOD)
    for queue, chosen in (("backfill", here.archive), ("uploads", here.uploads), ("failed", here.uploads)):
        assert here.behind(f"arn:aws:sqs:eu-west-1:000000000000:{queue}").uploads is chosen
    assert here.behind("").uploads is here.uploads
