"""TranslateText over JSON, the first of the protocols that botocore takes; read and checked by botocore's own model."""

from __future__ import annotations

import functools
from typing import Any

import botocore.session
from botocore.validate import ParamValidator

from tests.translators.servers.phrases import translated
from tests.translators.servers.serving import Call, Sent, said

KNOWN = {"de", "en", "es", "fr", "it", "ja", "pt", "pt-PT", "zh", "zh-TW"}
TERMINOLOGY = "newsroom"
BYTES = 10_000
_ERRORS = {"TooManyRequestsException": 429, "ServiceUnavailableException": 503, "InternalServerException": 500}


@functools.cache
def operation() -> Any:
    return botocore.session.get_session().get_service_model("translate").operation_model("TranslateText")


def speak(call: Call) -> Sent:
    if not call.headers.get("authorization", "").startswith("AWS4-HMAC-SHA256 Credential="):
        return error("MissingAuthenticationToken", "Missing Authentication Token", 403)
    asked = read(call)
    report = ParamValidator().validate(asked, operation().input_shape)
    if report.has_errors():
        return error("ValidationException", report.generate_report())
    if len(asked["Text"].encode()) > BYTES:
        return error("TextSizeLimitExceededException", "Input text size exceeds limit.")
    codes = asked["SourceLanguageCode"], asked["TargetLanguageCode"]
    if not set(codes) <= KNOWN:
        return error("UnsupportedLanguagePairException", f"Unsupported language pair: {codes[0]} to {codes[1]}.")
    if set(asked.get("TerminologyNames", [])) - {TERMINOLOGY}:
        return error("ResourceNotFoundException", "Terminology not found", 404)
    text = translated(asked["Text"], codes[1])
    return said({"TranslatedText": text, "SourceLanguageCode": codes[0], "TargetLanguageCode": codes[1]})


def read(call: Call) -> Any:
    """The parameters of a call."""
    assert call.headers["x-amz-target"] == f"{operation().service_model.metadata['targetPrefix']}.TranslateText"
    return call.json()


def error(name: str, message: str, status: int | None = None, **headers: str) -> Sent:
    value = {"__type": f"com.amazonaws.translate#{name}", "message": message}
    return said(value, status or _ERRORS.get(name, 400), **headers)
