"""deep-translator's GoogleTranslator with what it lacks: a time-out, a size limit, and errors that say what to do.

Its ``translate`` is replaced whole, because it calls ``requests.get`` with no time-out and answers None for an unchanged text; its code
tables, parameters and page elements are used as they are. One instance a call: it keeps the text of a request in itself.
"""

from __future__ import annotations

import requests
from bs4 import BeautifulSoup
from deep_translator import GoogleTranslator
from deep_translator.constants import BASE_URLS, GOOGLE_LANGUAGES_TO_CODES

from claimwire.errors import TryLater
from claimwire.translators import refusals
from claimwire.translators.http import Service

DEFAULT_URL: str = BASE_URLS["GOOGLE_TRANSLATE"]
CODES = frozenset(GOOGLE_LANGUAGES_TO_CODES.values())
_HEADERS = {"User-Agent": requests.utils.default_user_agent()}  # what deep-translator sends: the page differs by it


class Page(GoogleTranslator):  # type: ignore[misc]  # deep-translator ships no types
    """One request for one text."""

    def __init__(self, source: str, target: str, url: str, service: Service) -> None:
        super().__init__(source=source, target=target)
        self._base_url = url
        self._service = service

    def translate(self, text: str) -> str | None:
        """The answer, or None where the page holds an empty one or the text itself was refused. Raises TryLater."""
        parameters = {**self._url_params, "tl": self._target, "sl": self._source, self.payload_key: text}
        reply = self._service.get(self._base_url, parameters, _HEADERS)
        if (
            reply.status in {401, 403} or 300 <= reply.status < 400
        ):  # there is no key; other pages are captchas and the like
            raise TryLater(f"Google Translate does not let us in (HTTP {reply.status})")
        return self._answer(reply.body) if refusals.accepted(self._service.name, reply, "") else None

    def _answer(self, html: bytes) -> str | None:
        soup = BeautifulSoup(html, "html.parser", from_encoding="utf-8")
        tag = self._element_tag
        element = soup.find(tag, self._element_query) or soup.find(tag, self._alt_element_query)
        if element is None:
            raise TryLater(
                "Google Translate answered with a page that holds no translation (a captcha or a consent page)"
            )
        for end in element.find_all("br"):
            end.replace_with("\n")
        return element.get_text().strip() or None
