"""Azure Translator's ``/translate``, version 3.0."""

from __future__ import annotations

from tests.translators.servers.phrases import translated
from tests.translators.servers.serving import Call, Sent, said

KEY, REGION = "a-key-of-azure", "westeurope"
KNOWN = {"de", "en", "es", "fr", "it", "pt", "pt-pt", "sr-Cyrl", "zh-Hans", "zh-Hant"}


def _error(status: int, code: int, message: str) -> Sent:
    return said({"error": {"code": code, "message": message}}, status)


def speak(call: Call) -> Sent:
    headers, query = call.headers, call.query
    right = (KEY, REGION)
    if (headers.get("ocp-apim-subscription-key"), headers.get("ocp-apim-subscription-region")) != right:
        return _error(401, 401000, "The request is not authorized because credentials are missing or invalid.")
    if call.method != "POST" or call.path != "/translate" or query.get("api-version") != "3.0":
        return _error(400, 400021, "The API version parameter is missing or invalid.")
    if query.get("from") not in KNOWN:
        return _error(400, 400035, "The source language is not valid.")
    if query.get("to") not in KNOWN:
        return _error(400, 400036, "The target language is not valid.")
    texts = [item["Text"] for item in call.json()]
    if len(texts) > 1_000:
        return _error(400, 400072, "The body array has too many elements.")
    if sum(map(len, texts)) > 50_000:
        return _error(400, 400077, "The maximum request size has been exceeded.")
    target = query["to"]
    return said([{"translations": [{"text": translated(text, target), "to": target}]} for text in texts])
