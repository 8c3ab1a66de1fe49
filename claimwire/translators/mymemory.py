"""The ``mymemory`` engine: api.mymemory.translated.net, whose only door is GET.

A small daily quota, no key: for trials and as a fallback.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.ports import Limits
from claimwire.translators import options, refusals
from claimwire.translators.http import Reply, Service, address
from claimwire.translators.remote import Answers, Remote
from claimwire.translators.tongues import Tongues, tongues

_URL = "https://api.mymemory.translated.net"
_QUOTA = re.compile(
    "YOU USED ALL AVAILABLE FREE TRANSLATIONS|DAILY QUOTA|TOO MANY REQUESTS FROM YOUR IP", re.IGNORECASE
)
_NEXT = re.compile(r"NEXT AVAILABLE IN\s+([\w ]+?)\s+VISIT", re.IGNORECASE)
_SETTING = {"INVALID EMAIL": "email", "AUTHENTICATION": "key", "INVALID KEY": "key"}
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)


class _Data(Struct):
    translatedText: str | None = None  # noqa: N815 (the service's own names)


class _Answer(Struct):
    responseData: _Data | None = None  # noqa: N815
    responseDetails: str | None = None  # noqa: N815
    responseStatus: int | str = 200  # noqa: N815
    quotaFinished: bool | None = None  # noqa: N815


class MyMemory(Remote):
    """One segment a request.

    Args:
        email: where the service may reach you; it gives a larger quota then.
        key: of a private memory.
        url: another address.
        at_once: requests at one time.
        per_second: requests a second.
        timeout: seconds for one request.
    """

    name, title = "mymemory", "MyMemory"
    options = ("email", "key", "url", *options.PACE)
    limits = Limits(size=499, measure="bytes", at_once=2)  # the service counts bytes of UTF-8, fewer than 500

    def __init__(self, email: str = "", key: str = "", url: str = "", timeout: float = 20.0, **pace: str) -> None:
        super().__init__(pace)
        self._service = Service(self.title, timeout)
        self._url = address(url or _URL, self._setting("url"), secret=bool(key))
        self._more = {name: value for name, value in (("de", email), ("key", key)) if value}

    def identity(self) -> str:
        """Whether a private memory is asked too; whose, is in no one's interest but its owner's."""
        return f"mymemory private={'key' in self._more}"

    def _ask(self, segments: Sequence[str], source: str, target: str) -> Answers:
        return [self._one(segment, f"{source}|{target}") for segment in segments]

    def _one(self, text: str, pair: str) -> str | None:
        reply = self._service.get(f"{self._url}/get", {"q": text, "langpair": pair, **self._more})
        answer = _read(reply)
        found = answer.responseData.translatedText if answer.responseData else None
        _quota(answer, found or "")
        status = _status(reply, answer)
        if status != 200:
            self._refuse(status, answer.responseDetails or found or "")
            return None
        # Apostrophes and quotation marks come back as entities of html, whatever the text was.
        return (found if _ENTITY.search(text) else html.unescape(found)) if found else None

    def _refuse(self, status: int, said: str) -> None:
        """Raise, but where the text alone is at fault."""
        if "QUERY LENGTH LIMIT" in said.upper():
            return
        if "LANGUAGE" in said.upper():
            raise BadSetting(f"MyMemory refuses the languages: {said[:200]}")
        named = (option for words, option in _SETTING.items() if words in said.upper())
        if option := next(named, None):
            raise BadSetting(f"MyMemory refuses the request ({said[:200]}): check {self._setting(option)}")
        refusals.accepted(self.title, Reply(status, b""), self._setting("key"))

    def _tongues(self) -> Tongues:
        return _languages()


@functools.cache
def _languages() -> Tongues:
    """deep-translator's codes, which are the service's; where a language has several of them, our table says which is meant."""
    from deep_translator.constants import MY_MEMORY_LANGUAGES_TO_CODES as REGIONAL

    ours = tongues("mymemory")
    plain = {code.rpartition("-")[0]: code for code in reversed(REGIONAL.values())}
    return Tongues(codes=plain | {code: code for code in REGIONAL.values()} | ours.codes)


def _read(reply: Reply) -> _Answer:
    try:
        return msgspec.json.decode(reply.body, type=_Answer)
    except msgspec.MsgspecError as error:
        if reply.status == 200:
            raise Passing("MyMemory answers with something else than a translation") from error
        return _Answer(responseStatus=reply.status)


def _status(reply: Reply, answer: _Answer) -> int:
    """The worse of the two that an answer carries; the inner one is text at times."""
    inner = str(answer.responseStatus)
    return max(reply.status, int(inner) if inner.isdecimal() else 200)


def _quota(answer: _Answer, found: str) -> None:
    """The news that the quota is used up comes as a translation, with HTTP 200 or 429."""
    said = f"{found} {answer.responseDetails or ''}"
    if answer.quotaFinished or found.startswith("MYMEMORY WARNING") or _QUOTA.search(said):
        again = _NEXT.search(said)
        raise TryLater(f"MyMemory: the day's quota is used up{f', next in {again[1].lower()}' if again else ''}")
