"""MyMemory's ``/get``: statuses inside the answer, limits in bytes, apostrophes as entities."""

from __future__ import annotations

import re

from tests.translators.servers.phrases import translated
from tests.translators.servers.serving import Call, Sent, said

LIMIT = 500
USED = (
    "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. "
    "NEXT AVAILABLE IN  10 HOURS 27 MINUTES 36 SECONDS VISIT HTTPS://MYMEMORY.TRANSLATED.NET/DOC/USAGELIMITS.PHP TO TRANSLATE MORE"
)


def _answer(text: str | None, status: int | str = 200, details: str = "", *, http: int = 200) -> Sent:
    data = {"translatedText": text, "match": 0.85 if status == 200 else None}
    return said(
        {
            "responseData": data,
            "quotaFinished": False if status == 200 else None,
            "mtLangSupported": None,
            "responseDetails": details,
            "responseStatus": status,
            "responderId": "24",
            "exception_code": None,
            "matches": [],
        },
        http,
    )


def used_up(*, http: int = 200) -> Sent:
    return _answer(USED, 429 if http == 429 else 200, USED if http == 429 else "", http=http)


def speak(call: Call) -> Sent:
    if (call.method, call.path) != ("GET", "/get"):
        return Sent(404)
    source, _, target = call.query["langpair"].partition("|")
    if not all(re.fullmatch(r"[a-z]{2,3}(-\w{4})?-\w{2,3}", code) for code in (source, target)):
        invalid = (
            f"'{target.upper()}' IS AN INVALID TARGET LANGUAGE . EXAMPLE: LANGPAIR=EN|IT USING 2 LETTER ISO OR RFC3066"
        )
        return _answer(invalid, "403", invalid)
    if "@" not in call.query.get("de", "@"):
        return _answer("INVALID EMAIL PROVIDED", "403", "INVALID EMAIL PROVIDED")
    if len(call.query["q"].encode()) >= LIMIT:
        long = "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"
        return _answer(long, "403", long)
    return _answer(translated(call.query["q"], target).replace("'", "&#39;"))
