"""The ``deepl`` engine: DeepL's API, by POST with the key in a header.

deep-translator's class puts text and key into the URL, which DeepL refuses.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.ports import Limits
from claimwire.translators import options, refusals
from claimwire.translators.http import Reply, Service, address
from claimwire.translators.remote import Answers, Remote

_FREE, _PRO = "https://api-free.deepl.com", "https://api.deepl.com"
_QUOTA = 456  # DeepL's own status
_FORMALITY = ("default", "more", "less", "prefer_more", "prefer_less")
_OURS = ("lang", "formality", "glossary")  # a refusal that names one of these is about a setting, not about the text


class _One(Struct):
    text: str


class _Answer(Struct):
    translations: list[_One]


class DeepL(Remote):
    """Fifty segments a request.

    Args:
        key: of the API; one that ends in ``:fx`` is of the free plan, which has an address of its own.
        url: another address, such as a relay's.
        formality: ``more``, ``less``, or with ``prefer_`` before it where a language without the choice is no error.
        glossary: id of a glossary in the account, for one pair of languages.
        at_once: requests at one time.
        per_second: requests a second.
        timeout: seconds for one request.
    """

    name, title = "deepl", "DeepL"
    required = ("key",)
    options = ("key", "url", "formality", "glossary", *options.PACE)
    # 128 KiB of JSON: in it a byte of text takes two at most, as ``plain`` leaves no control characters; 50 texts.
    limits = Limits(size=60_000, measure="bytes", texts=50, at_once=8)

    def __init__(
        self, key: str = "", url: str = "", formality: str = "", glossary: str = "", timeout: float = 20.0, **pace: str
    ) -> None:
        super().__init__({"key": key, **pace})
        self._service = Service(self.title, timeout)
        self._url = address(url or (_FREE if key.endswith(":fx") else _PRO), self._setting("url"), secret=True)
        self._headers = {"Authorization": f"DeepL-Auth-Key {key}"}
        self._formality = options.one_of(self.name, "formality", formality, _FORMALITY)
        self._glossary = glossary

    def identity(self) -> str:
        """DeepL does not say which model it runs: formality and glossary."""
        return f"deepl formality={self._formality} glossary={self._glossary}"

    def _ask(self, segments: Sequence[str], source: str, target: str) -> Answers:
        reply = self._service.post(f"{self._url}/v2/translate", self._body(segments, source, target), self._headers)
        if not self._accepted(reply):
            return [None] * len(segments)
        try:
            found = msgspec.json.decode(reply.body, type=_Answer).translations
        except msgspec.MsgspecError as error:
            raise Passing("DeepL answers with something else than translations") from error
        if len(found) != len(segments):
            raise Passing(f"DeepL answers {len(found)} texts for {len(segments)}")
        return [one.text or None for one in found]

    def _body(self, segments: Sequence[str], source: str, target: str) -> dict[str, object]:
        # split_sentences 0: what comes is a sentence already. preserve_formatting: no full stop where there was none.
        body: dict[str, object] = {"text": list(segments), "source_lang": source.upper(), "target_lang": target.upper()}
        body |= {"split_sentences": "0", "preserve_formatting": True}
        body |= {"formality": self._formality} if self._formality else {}
        return body | ({"glossary_id": self._glossary} if self._glossary else {})

    def _accepted(self, reply: Reply) -> bool:
        if reply.status == _QUOTA:
            raise TryLater("DeepL: the quota of this key is used up (HTTP 456)")
        said = refusals.said(reply)
        if reply.status in {400, 404} and any(word in said.lower() for word in _OURS):
            names = ", ".join(self._setting(option) for option in ("formality", "glossary"))
            raise BadSetting(f"DeepL refuses the request (HTTP {reply.status}{said}): check the languages, {names}")
        return refusals.accepted(self.title, reply, self._setting("key"))
