"""DeepL's ``/v2/translate``."""

from __future__ import annotations

from tests.translators.servers.phrases import translated
from tests.translators.servers.serving import Call, Sent, said

KEY = "279a2e9d-83b3-c416-7e2d-f721593e42a0:fx"
TARGETS = {"DE", "EN-GB", "EN-US", "ES", "FR", "IT", "JA", "PT-BR", "PT-PT", "ZH-HANS", "ZH-HANT"}
FORMAL = {"DE", "ES", "FR", "IT", "JA", "PT-BR", "PT-PT"}
GLOSSARY = "def3a26b-3e84-45b3-84ae-0c0aaf3525f7"


def speak(call: Call) -> Sent:
    if call.headers.get("authorization") != f"DeepL-Auth-Key {KEY}":
        return Sent(403)
    if (call.method, call.path, call.query) != ("POST", "/v2/translate", {}):
        return said({"message": "Not found"}, 404)
    if len(call.body) > 128 * 1024:
        return said({"message": "Request Entity Too Large"}, 413)
    asked = call.json()
    if fault := _fault(asked):
        return said({"message": fault}, 404 if "Glossary" in fault else 400)
    found = [translated(text, asked["target_lang"]) for text in asked["text"]]
    return said({"translations": [{"detected_source_language": asked["source_lang"], "text": text} for text in found]})


def _fault(asked: dict[str, object]) -> str:
    texts = asked["text"]
    if not isinstance(texts, list) or not 1 <= len(texts) <= 50 or not all(isinstance(text, str) for text in texts):
        return "Bad request. Reason: Too many texts in request."
    if asked["target_lang"] not in TARGETS:
        return "Value for 'target_lang' not supported."
    if asked.get("formality") in {"more", "less"} and asked["target_lang"] not in FORMAL:
        return "'formality' is not supported for given 'target_lang'."
    if asked.get("glossary_id", GLOSSARY) != GLOSSARY:
        return "Glossary not found"
    return ""
