"""The results function behind WSGI: each request becomes an event as API Gateway writes it (payload format 2.0)."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from claimwire.web import routes
from claimwire.web.door import Door
from functions import results

Start = Callable[[str, list[tuple[str, str]]], object]


class Gateway:
    """Answers /v1/… by the function's own code from ``door``, and ``described`` at /openapi.yml."""

    door: Door

    def __init__(self, described: Path) -> None:
        self.described = described

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if path == "/openapi.yml":
            start("200 OK", [("content-type", "application/yaml")])
            return [self.described.read_bytes()]
        if not path.startswith("/v1/"):  # the gateway has no other route
            start("404 Not Found", [("content-type", "application/json")])
            return [b'{"message":"Not Found"}']
        answer = results.answer_of(routes.answer(self.door, results.request_of(event(environ, path))))
        status, body = HTTPStatus(answer["statusCode"]), base64.b64decode(answer["body"])
        if answer["headers"].pop("content-encoding", "") == "gzip":  # a WSGI test client does not unzip as others do
            body = gzip.decompress(body)
        start(f"{status.value} {status.phrase}", list(answer["headers"].items()))
        return [body]


def event(environ: dict[str, Any], path: str) -> dict[str, Any]:
    """The event that stands for a WSGI request."""
    headers = {
        name.removeprefix("HTTP_").replace("_", "-").lower(): value
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    return {
        "version": "2.0",
        "routeKey": "ANY /v1/{proxy+}",
        "rawPath": path,
        "rawQueryString": environ.get("QUERY_STRING", ""),
        "headers": headers,
        "requestContext": {"http": {"method": environ["REQUEST_METHOD"], "path": path}},
        "pathParameters": {"proxy": path.removeprefix("/v1/")},
        "body": base64.b64encode(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))).decode(),
        "isBase64Encoded": True,
        **({"queryStringParameters": {name: ",".join(values) for name, values in query.items()}} if query else {}),
    }
