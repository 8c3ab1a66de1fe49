"""One bounded request to a translation service: time and size limited as a whole, certificates verified, no redirect followed."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.translators.allowance import allowed
from claimwire.version import __version__

if TYPE_CHECKING:
    import requests

USER_AGENT = f"claimwire/{__version__}"
_CONNECT = 5.0  # seconds
_MOST_BYTES = 4_000_000  # an answer to 50,000 characters has some 200 kB
_IDLE = 32  # sessions kept for the next requests


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; the names of its headers in lower case."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Service:
    """A service at one address. May be shared by threads: a session, with its open connection, serves one request at a time.

    Args:
        name: as people know it, for messages.
        timeout: seconds for one answer, from its first byte to its last; fewer where a deadline comes before.
    """

    def __init__(self, name: str, timeout: float = 20.0) -> None:
        self.name = name
        self._timeout = timeout
        self._idle: list[requests.Session] = []

    def post(
        self, url: str, value: object, headers: Mapping[str, str] = {}, parameters: Mapping[str, str] = {}
    ) -> Reply:
        """Send ``value`` as JSON. Raises Passing where no whole answer comes back."""
        body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
        return self._ask("POST", url, {"Content-Type": "application/json", **headers}, parameters, body)

    def get(self, url: str, parameters: Mapping[str, str] = {}, headers: Mapping[str, str] = {}) -> Reply:
        """Ask with the parameters in the URL. Raises Passing where no whole answer comes back."""
        return self._ask("GET", url, headers, parameters)

    def _ask(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        parameters: Mapping[str, str],
        body: bytes | None = None,
    ) -> Reply:
        session = self._taken()
        try:
            with session.request(
                method,
                url,
                headers={"User-Agent": USER_AGENT, "Accept": "*/*", **headers},
                params=parameters,
                data=body,
                timeout=self._bounds(),
                allow_redirects=False,
                stream=True,
            ) as response:
                reply = Reply(response.status_code, self._body(response), _lower(response.headers))
        except OSError as error:  # requests' own errors are of this kind
            session.close()
            kind = TryLater if type(error).__name__ == "SSLError" else Passing  # a certificate does not mend itself
            raise kind(f"{self.name} does not answer: {type(error).__name__}") from None  # its text holds the URL
        if len(self._idle) < _IDLE:
            self._idle.append(session)
        return reply

    def _bounds(self) -> Any:  # noqa: ANN401 - requests takes urllib3's own, which its stubs do not know
        """For connecting, for the answer, and where a deadline comes before, for both together."""
        from urllib3.util import Timeout

        return Timeout(total=allowed(_CONNECT + self._timeout), connect=_CONNECT, read=self._timeout)

    def _taken(self) -> requests.Session:
        try:
            return self._idle.pop()  # the last one put back: its connection is the likeliest to be open still
        except IndexError:
            return _session()

    def _body(self, response: requests.Response) -> bytes:
        body = bytearray()
        for chunk in response.iter_content(65_536):
            body += chunk
            if len(body) > _MOST_BYTES:
                raise Passing(f"{self.name} answers with too much")
        return bytes(body)


def address(url: str, setting: str, *, secret: bool) -> str:
    """The address without a slash at its end; raises BadSetting where it is none, or where a key would travel unencrypted."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise BadSetting(f"{setting} must be an address such as https://translate.example.org, without a query")
    if secret and parts.scheme == "http" and not _loopback(parts.hostname):
        raise BadSetting(f"{setting} must begin with https://: a key may not travel unencrypted")
    return url.rstrip("/")


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _session() -> requests.Session:
    from http.cookiejar import DefaultCookiePolicy

    import requests

    from claimwire.translators.deadline import Adapter

    session = requests.Session()
    session.mount("https://", Adapter())
    session.mount("http://", Adapter())
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # nothing passes from call to call
    session.auth = lambda request: request  # or requests would put a password of ~/.netrc in the place of our key
    return session


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
