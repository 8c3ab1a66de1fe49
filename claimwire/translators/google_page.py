"""deep-translator's GoogleTranslator with what it lacks: a time-out, a size limit, and errors that say what to do.

Its ``translate`` is replaced whole, because it calls ``requests.get`` with no time-out and answers None for an unchanged text; its code
tables, parameters and page elements are used as they are. One instance a call: it keeps the text of a request in itself.
"""

from __future__ import annotations

import time

import requests
from bs4 import BeautifulSoup
from deep_translator import GoogleTranslator
from deep_translator.constants import BASE_URLS, GOOGLE_LANGUAGES_TO_CODES

from claimwire.errors import Passing, TryLater

DEFAULT_URL: str = BASE_URLS["GOOGLE_TRANSLATE"]
CODES = frozenset(GOOGLE_LANGUAGES_TO_CODES.values())
_MOST_BYTES = 2_000_000  # a page with 5,000 characters of answer has some 50 kB
# The request itself is at fault (too long, or characters that Google refuses): another segment may still pass.
_SEGMENT_AT_FAULT = frozenset({400, 413, 414})


class Page(GoogleTranslator):  # type: ignore[misc]  # deep-translator ships no types
    """One request for one text."""

    def __init__(self, source: str, target: str, url: str, timeout: float) -> None:
        super().__init__(source=source, target=target)
        self._base_url = url
        self._timeout = timeout

    def translate(self, text: str) -> str | None:
        """The answer, or None where the page holds an empty one or the text itself was refused. Raises TryLater."""
        try:
            html = self._get({**self._url_params, "tl": self._target, "sl": self._source, self.payload_key: text})
        except requests.RequestException as error:
            raise Passing(f"Google Translate does not answer: {type(error).__name__}") from error
        return self._answer(html) if html is not None else None

    def _get(self, parameters: dict[str, str]) -> bytes | None:
        end = time.monotonic() + self._timeout
        with requests.get(self._base_url, params=parameters, timeout=self._timeout, stream=True) as response:
            if response.status_code in _SEGMENT_AT_FAULT:
                return None
            _refuse(response)
            return _body(response, end)

    def _answer(self, html: bytes) -> str | None:
        soup = BeautifulSoup(html, "html.parser", from_encoding="utf-8")
        tag = self._element_tag
        element = soup.find(tag, self._element_query) or soup.find(tag, self._alt_element_query)
        if element is None:
            raise TryLater(
                "Google Translate answered with a page that holds no translation (a captcha or a consent page)"
            )
        return element.get_text().strip() or None


def _refuse(response: requests.Response) -> None:
    if response.status_code == requests.codes.too_many_requests:
        wait = response.headers.get("Retry-After", "")
        seconds = float(wait) if wait.isdecimal() else None
        after = f", asks to wait {wait}{' s' if seconds is not None else ''}" if wait else ""
        raise Passing(f"Google Translate refuses for now (HTTP 429{after})", seconds)
    if not response.ok:
        kind = Passing if response.status_code >= requests.codes.server_error else TryLater
        raise kind(f"Google Translate failed (HTTP {response.status_code})")


def _body(response: requests.Response, end: float) -> bytes:
    """The body, read by ``end``: the time-out of requests begins anew with every byte that drips in."""
    body = b""
    for chunk in response.iter_content(4096):
        body += chunk
        if time.monotonic() > end or len(body) > _MOST_BYTES:
            raise Passing("Google Translate answers too slowly or with too much")
    return body
