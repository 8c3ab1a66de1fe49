"""TranslateText, read and checked by botocore's own model of the service, in both protocols that it has."""

from __future__ import annotations

import functools
import json
from typing import Any

import botocore.session
from botocore.parsers import RpcV2CBORParser
from botocore.validate import ParamValidator

from tests.translators.servers.phrases import translated
from tests.translators.servers.serving import Call, Sent

KNOWN = {"de", "en", "es", "fr", "it", "ja", "pt", "pt-PT", "zh", "zh-TW"}
TERMINOLOGY = "newsroom"
BYTES = 10_000
_ERRORS = {"TooManyRequestsException": 429, "ServiceUnavailableException": 503, "InternalServerException": 500}


@functools.cache
def operation() -> Any:
    return botocore.session.get_session().get_service_model("translate").operation_model("TranslateText")


def speak(call: Call) -> Sent:
    if not call.headers.get("authorization", "").startswith("AWS4-HMAC-SHA256 Credential="):
        return error(call, "MissingAuthenticationToken", "Missing Authentication Token", 403)
    asked = read(call)
    report = ParamValidator().validate(asked, operation().input_shape)
    if report.has_errors():
        return error(call, "ValidationException", report.generate_report())
    if len(asked["Text"].encode()) > BYTES:
        return error(call, "TextSizeLimitExceededException", "Input text size exceeds limit.")
    codes = asked["SourceLanguageCode"], asked["TargetLanguageCode"]
    if not set(codes) <= KNOWN:
        return error(call, "UnsupportedLanguagePairException", f"Unsupported language pair: {codes[0]} to {codes[1]}.")
    if set(asked.get("TerminologyNames", [])) - {TERMINOLOGY}:
        return error(call, "ResourceNotFoundException", "Terminology not found", 404)
    text = translated(asked["Text"], codes[1])
    return _sent(call, {"TranslatedText": text, "SourceLanguageCode": codes[0], "TargetLanguageCode": codes[1]})


def read(call: Call) -> Any:
    """The parameters of a call."""
    if _cbor(call):
        assert call.path.endswith("/operation/TranslateText")
        parser: Any = RpcV2CBORParser()
        return parser.parse_data_item(parser.get_peekable_stream_from_bytes(call.body))
    assert call.headers["x-amz-target"].endswith(".TranslateText")
    return call.json()


def error(call: Call, name: str, message: str, status: int | None = None, **headers: str) -> Sent:
    code = status or _ERRORS.get(name, 400)
    return _sent(call, {"__type": f"com.amazonaws.translate#{name}", "message": message}, code, **headers)


def _sent(call: Call, value: dict[str, str], status: int = 200, **headers: str) -> Sent:
    more = {name.replace("_", "-"): text for name, text in headers.items()}
    if _cbor(call):
        kind = {"Content-Type": "application/cbor", "smithy-protocol": "rpc-v2-cbor"}
        return Sent(status, _map(value), kind | more)
    return Sent(status, json.dumps(value).encode(), {"Content-Type": "application/x-amz-json-1.1"} | more)


def _cbor(call: Call) -> bool:
    return call.headers.get("smithy-protocol") == "rpc-v2-cbor"


def _map(value: dict[str, str]) -> bytes:
    """CBOR of a map of texts (RFC 8949, section 3)."""
    assert len(value) < 24
    return bytes([0xA0 + len(value)]) + b"".join(_text(part) for pair in value.items() for part in pair)


def _text(text: str) -> bytes:
    data = text.encode()
    return b"\x7a" + len(data).to_bytes(4, "big") + data
