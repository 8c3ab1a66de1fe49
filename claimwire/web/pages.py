"""Links inside a page, made when it is answered: what is stored needs no key, and no rotation or revocation makes it stale."""

from __future__ import annotations

import html
import re

from claimwire import layout
from claimwire.overview import headings
from claimwire.render.words import words
from claimwire.web.door import Door
from claimwire.web.message import SANDBOX

# As render writes them: to a file of the same article, through its version's folder, with a capability or without.
_LINK = re.compile(r'href="\.\./([0-9a-f]{32})/([A-Za-z0-9.-]+)(?:\?k=[^"]*)?"')
_HEAD = "</title>\n"
# A page's own policy, as render writes it near its head and before anything from outside: hashes of its style and script.
_POLICY = re.compile(
    r"<meta http-equiv=\"Content-Security-Policy\" content=\"(default-src 'none'; base-uri 'none'; form-action 'none'"
    r"; style-src 'sha256-[\w+/=]+'(; script-src 'sha256-[\w+/=]+')?)\">"
)
_NEAR = 1000  # bytes


def policy(page: bytes) -> str | None:
    """The header that lets a page do what it says itself, in a sandbox; None where it says nothing that we would write.

    A stored page is older than what serves it, so the hashes are its own. Scripts run without an origin: no cookies, no storage.
    """
    head = page[:_NEAR].partition(b"<title>")[0]  # what follows comes from outside
    found = _POLICY.search(html.unescape(head.decode("utf-8", "replace")))
    return f"{found[1]}; {SANDBOX}" if found else None


def linked(door: Door, page: bytes, article: str, language: str, up: str = "../") -> bytes:
    """The page with links by the key that mints now; ``up`` leads to the article's folder. With the stack's feed, where it is named."""

    def link(match: re.Match[str]) -> str:
        version, file = match.groups()
        if not layout.FILE.fullmatch(file):
            return match[0]
        url = door.addresses.file(article, version, file).rpartition("/")[2]
        return f'href="{up}{version}/{url}"'

    text = _LINK.sub(link, page.decode())
    return (text.replace(_HEAD, _HEAD + _feed(door, language), 1) if door.feeds else text).encode()


def _feed(door: Door, language: str) -> str:
    url, title = html.escape(door.addresses.feed(language)), html.escape(headings.list_title(language))
    return f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{url}"{words(language).mark}>\n'
