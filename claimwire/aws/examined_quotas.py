"""What Service Quotas tells of the account, where it can be asked: values that AWS raises on request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimwire.aws.deployment import Deployment
from claimwire.aws.examined_state import environment
from claimwire.aws.unread import Unreadable, unread
from claimwire.findings import Finding, ok, warn

FILTERS = 200  # subscriptions of one topic with a filter, unless the account was given more
_MUCH = 0.8
_RIGHT, _LOOK = "servicequotas:ListServiceQuotas", "aws service-quotas list-service-quotas --service-code {}"
_MORE = "aws service-quotas request-service-quota-increase --service-code {} --quota-code {} --desired-value {}"
# Of a service's dozens, those that a stack meets (docs/limits.md), by words of their names.
_MET = {
    "lambda": ("concurrent executions",),
    "sns": ("filter policies per topic",),
    "translate": ("real-time translation requests",),
}


def quotas(there: Deployment) -> Iterator[Finding]:
    """The values in force. One that cannot be asked is said once, as the others cannot be either."""
    wanted = [service for service in _MET if service != "translate" or _amazon(there)]
    for service in wanted:
        try:
            found = _listed(there, service)
        except Unreadable as error:
            yield unread("quotas", f"values in force ({', '.join(wanted)})", error, _RIGHT, _LOOK.format(service))
            return
        for each in found:
            yield ok("quotas", f"{service}, {each['QuotaName']}: {each['Value']:g}")


def filters(there: Deployment) -> Iterator[Finding]:
    """How near the topic is to SNS's limit of subscriptions with a filter, if all of them have one."""
    found = there.client("sns").get_topic_attributes(TopicArn=there.outputs["TopicArn"])["Attributes"]
    number, most, more = int(found.get("SubscriptionsConfirmed", 0)), FILTERS, _LOOK.format("sns")
    try:
        for each in _listed(there, "sns"):
            most, more = int(each["Value"]), _MORE.format("sns", each["QuotaCode"], int(each["Value"]) * 2)
    except Unreadable:
        pass  # said above; the default holds then
    says = f"{number} subscriptions, of which {most} may have a filter"
    yield warn("filters", says, more) if number >= _MUCH * most else ok("filters", says)


def _amazon(there: Deployment) -> bool:
    return "amazon" in environment(there).get("CLAIMWIRE_ENGINE", "")


def _listed(there: Deployment, service: str) -> list[dict[str, Any]]:
    pages = there.client("service-quotas").get_paginator("list_service_quotas").paginate(ServiceCode=service)
    found = [each for page in pages for each in page["Quotas"]]
    return [each for each in found if any(words in each["QuotaName"].lower() for words in _MET[service])]
