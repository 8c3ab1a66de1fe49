"""A LibreTranslate server with a key, a limit of characters and one of texts."""

from __future__ import annotations

from typing import Any

from tests.translators.servers.phrases import translated
from tests.translators.servers.serving import Call, Sent, said

KEY, CHARACTERS, TEXTS = "a-key-of-libre", 2_000, 50
KNOWN = ("de", "en", "es", "fr", "it", "pb", "pt", "zh-Hans", "zt", "nb")


def speak(call: Call) -> Sent:
    if (call.method, call.path) == ("GET", "/languages"):
        return said([{"code": code, "name": code.title(), "targets": list(KNOWN)} for code in KNOWN])
    if (call.method, call.path, call.query) != ("POST", "/translate", {}):
        return said({"error": "Not found"}, 404)
    asked = call.json()
    if asked.get("api_key") != KEY:
        return said({"error": "Invalid API key"}, 403)
    if fault := _fault(asked):
        return said({"error": fault}, 400)
    return said({"translatedText": [translated(text, _language(asked["target"])) for text in asked["q"]]})


def _fault(asked: dict[str, Any]) -> str:
    for side in ("source", "target"):
        if asked[side] not in KNOWN:
            return f"{asked[side]} is not supported"
    if asked["format"] != "text" or not isinstance(asked["q"], list):
        return "Invalid request"
    if len(asked["q"]) > TEXTS:
        return f"Invalid request: batch size ({len(asked['q'])}) exceeds text limit ({TEXTS})"
    size = sum(map(len, asked["q"]))
    return f"Invalid request: request ({size}) exceeds text limit ({CHARACTERS})" if size > CHARACTERS else ""


def _language(code: str) -> str:
    return "pt" if code == "pb" else code
