"""An inbox with forms signed by boto3 itself, under keys of nobody: what a stack with an upload page hands to its door."""

from __future__ import annotations

import base64
import functools
import json
from collections.abc import Mapping
from typing import Any

import boto3
from botocore.config import Config

from claimwire.aws import presign
from claimwire.web import routes
from claimwire.web.message import Reply, Request
from claimwire.web.uploads.inbox import Inbox
from tests.house import TO, House, request

BUCKET = "articles"
FOLDER = "desk/"
PAGE = TO.upload(FOLDER)


def client(endpoint: str | None = None) -> Any:
    session: Any = boto3.Session("AKIANOBODY", "nobody", "token", "eu-west-1")
    config = Config(signature_version="s3v4", s3={"addressing_style": "path"})
    return session.client("s3", endpoint_url=endpoint, config=config)


def inbox(targets: tuple[str, ...] = ("pt",), endpoint: str | None = None, **more: Any) -> Inbox:
    sign = functools.partial(presign.post_form, client(endpoint), BUCKET)
    return Inbox(bucket=BUCKET, sign=sign, targets=targets, **more)


def post(house: House, body: object, url: str = PAGE) -> Reply:
    """The answer to a JSON request for a ticket."""
    asked = request(url, "POST", {"content-type": "application/json"})
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    whole = Request(method="POST", path=asked.path, query=asked.query, headers=asked.headers, body=data)
    return routes.answer(house.door, whole)


def ticket(house: House, **wanted: object) -> dict[str, Any]:
    """A ticket that is given."""
    reply = post(house, {"name": "a.txt", "size": 9} | wanted)
    assert reply.status == 201, reply.body
    found: dict[str, Any] = json.loads(reply.body)
    return found


def policy(fields: Mapping[str, str]) -> dict[str, Any]:
    """What a form's signature covers."""
    found: dict[str, Any] = json.loads(base64.b64decode(fields["policy"]))
    return found
