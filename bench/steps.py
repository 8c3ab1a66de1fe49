"""What a worker's request is, in the words of the order of a job (DESIGN section 3): told from the request alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec
from msgspec import Struct

_LEDGER = {
    "attempts": "lease",
    "announced": "mark announced",
    "until": "release",
    "progress": "note progress",
    "paid": "late payment",
    "reason": "note why",
}
"""An attribute that only this change of a version's row names."""
_PLACES = (
    (r"results/[^/]+/latest\.json", "latest.json"),
    (r"results/[^/]+/[^/]+/(?P<file>digest\.json)", "{file} (commit)"),
    (r"results/[^/]+/[^/]+/(?P<file>[^/]+)", "rendering {file}"),
    (r"index/copies/.*", "index of copies"),
    (r"index/.*", "index entry"),
    (r"failed/.*", "failure"),
)


class Step(Struct, frozen=True):
    """A request's name; ``key``: of the article that it opens a job with; ``body`` as it is sent."""

    name: str
    key: str = ""
    body: bytes = b""


def step(method: str, target: str, headers: Mapping[str, str], body: bytes, articles: str) -> Step:
    """The step that a request is; ``articles`` is the bucket whose objects open jobs."""
    if action := headers.get("x-amz-target", ""):
        return Step(_by_target(action, body), body=body)
    url = urlsplit(target)
    if b"Action=Publish" in body:
        return Step("publish", body=body)
    if url.path in ("/languages", "/translate"):
        return Step(f"engine {url.path}")
    bucket, _, key = unquote(url.path).lstrip("/").partition("/")
    if bucket == articles:
        return Step(f"{method} article{_subresource(url.query)}", key if method == "HEAD" else "")
    return Step(f"{'LIST' if 'list-type' in url.query else method} {_place(key or _prefix(url.query))}")


def notice(published: Step) -> bytes:
    """The notice as JSON that a publish step carries."""
    message = parse_qs(published.body.decode())["Message"][0]
    return str(msgspec.json.decode(message)["default"]).encode()


def _by_target(action: str, body: bytes) -> str:
    name = action.rpartition(".")[2]
    if name == "UpdateItem":
        named = msgspec.json.decode(body).get("ExpressionAttributeNames", {}).values()
        return next((words for attribute, words in _LEDGER.items() if attribute in named), "other row")
    return f"{name} ledger" if b"version#" in body else f"{name} memory" if b"memory#" in body else name


def _place(key: str) -> str:
    for pattern, name in _PLACES:
        if match := re.fullmatch(pattern, key):
            return name.format(**match.groupdict())
    return key.partition("/")[0]


def _subresource(query: str) -> str:
    return "'s tags" if "tagging" in query else ""


def _prefix(query: str) -> str:
    return parse_qs(query).get("prefix", [""])[0]
