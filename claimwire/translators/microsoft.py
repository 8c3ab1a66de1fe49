"""The ``microsoft`` engine: Azure Translator 3.0."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.ports import Limits
from claimwire.translators import options, refusals
from claimwire.translators.http import Reply, Service, address
from claimwire.translators.remote import Answers, Remote

_URL = "https://api.cognitive.microsofttranslator.com"
_QUOTA = 403001
# Its codes for a language, a pair or a category that it does not have; the other 400s are about the texts.
_NOT_OFFERED = frozenset({400002, 400003, 400019, 400023, 400035, 400036, 400075, 400079})


class _One(Struct):
    text: str


class _Item(Struct):
    translations: list[_One]


class _Error(Struct, frozen=True):
    code: int = 0


class _Failure(Struct):
    error: _Error = _Error()


class Microsoft(Remote):
    """Up to a hundred segments a request, as plain text.

    Args:
        key: of the Translator resource.
        region: of the resource; only a global one does without.
        url: another address, such as a geography's (``https://api-eur.cognitive.microsofttranslator.com``).
        category: of a custom model.
        at_once: requests at one time.
        per_second: requests a second.
        timeout: seconds for one request.
    """

    name, title = "microsoft", "Azure Translator"
    required = ("key",)
    options = ("key", "region", "url", "category", *options.PACE)
    # The service takes 50,000 characters and 1,000 texts: smaller requests come back sooner, and travel at once.
    limits = Limits(size=10_000, measure="characters", texts=100, at_once=8)

    def __init__(
        self, key: str = "", region: str = "", url: str = "", category: str = "", timeout: float = 20.0, **pace: str
    ) -> None:
        super().__init__({"key": key, "region": region, **pace})
        self._service = Service(self.title, timeout)
        self._url = address(url or _URL, self._setting("url"), secret=True)
        self._headers = {"Ocp-Apim-Subscription-Key": key}
        self._headers |= {"Ocp-Apim-Subscription-Region": region} if region else {}
        self._category = category

    def identity(self) -> str:
        """The version of the API and the custom model; the service does not say which model it runs."""
        return f"microsoft api=3.0 category={self._category}"

    def _ask(self, segments: Sequence[str], source: str, target: str) -> Answers:
        parameters = {"api-version": "3.0", "textType": "plain", "from": source, "to": target}
        parameters |= {"category": self._category} if self._category else {}
        texts = [{"Text": segment} for segment in segments]
        reply = self._service.post(f"{self._url}/translate", texts, self._headers, parameters)
        if not self._accepted(reply):
            return [None] * len(segments)
        try:
            found = msgspec.json.decode(reply.body, type=list[_Item])
        except msgspec.MsgspecError as error:
            raise Passing("Azure Translator answers with something else than translations") from error
        if len(found) != len(segments) or any(len(item.translations) != 1 for item in found):
            raise Passing(f"Azure Translator answers {len(found)} texts for {len(segments)}")
        return [item.translations[0].text or None for item in found]

    def _accepted(self, reply: Reply) -> bool:
        code = _code(reply)
        if code == _QUOTA:
            raise TryLater("Azure Translator: the free quota of this key is used up (403001)")
        if code in _NOT_OFFERED:
            names = f"the languages and {self._setting('category')}"
            raise BadSetting(f"Azure Translator refuses the request (HTTP 400{refusals.said(reply)}): check {names}")
        names = f"{self._setting('key')} and {self._setting('region')}"
        return refusals.accepted(self.title, reply, names)


def _code(reply: Reply) -> int:
    if reply.status < 400:
        return 0
    try:
        return msgspec.json.decode(reply.body, type=_Failure).error.code
    except msgspec.MsgspecError:
        return 0
