"""What hostile text has done to a page in a browser: run, made elements or attributes, asked somebody, named what is not its own.

Pages are looked at under their own policy and without any: there nothing but escaping holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from msgspec import Struct
from playwright.sync_api import Browser

from claimwire.web.message import Reply, Request
from tests.browser import Visit, visit
from tests.doorstep import Answer, serving

_META = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LOOK = """() => {
  const all = [...document.querySelectorAll("*")], made = new Set();
  for (const each of all) for (const name of ["", ...each.getAttributeNames()]) made.add(`${each.localName} ${name}`);
  const leads = all.flatMap((each) => ["href", "src", "action", "formaction", "data", "xlink:href"]
    .map((name) => each.getAttribute(name)).filter((value) => value !== null));
  return { made: [...made], schemes: [...new Set(leads.map((lead) => new URL(lead, location.href).protocol))],
    ran: typeof pwned !== "undefined", text: document.body.textContent };
}"""


class Look(Struct, frozen=True):
    """A page as it has become: every element with its attributes, schemes of its links, whether anything ran, what it reads."""

    made: set[str]
    schemes: set[str]
    ran: bool
    text: str

    def beyond(self, tame: Look) -> set[str]:
        """Elements and attributes that the same page has not when its words are harmless."""
        return self.made - tame.made


def unguarded(answer: Answer) -> Answer:
    """The same answers without any policy: neither in their headers nor in the page."""

    def answered(request: Request) -> Reply:
        if request.path == "/favicon.ico":  # which a browser asks for where no policy forbids it
            return Reply(status=204)
        reply = answer(request)
        headers = {name: value for name, value in reply.headers.items() if name != "content-security-policy"}
        return Reply(status=reply.status, body=_META.sub(b"", reply.body), headers=headers)

    return answered


@contextmanager
def guarded_and_not(answer: Answer) -> Iterator[tuple[str, str]]:
    """Two servers: pages as they are, and without their policy."""
    with serving(answer) as kept, serving(unguarded(answer)) as bare:
        yield kept, bare


def look(browser: Browser, url: str, use: Callable[[Visit], object] = lambda seen: None, expected: int = 200) -> Look:
    """The page after it was used; fails on a dialog, a complaint, or a request to anybody else."""
    own = f"the server responded with a status of {expected} "
    base = "/".join(url.split("/")[:3])
    with visit(browser, url) as seen:
        seen.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        use(seen)
        found: dict[str, Any] = seen.page.evaluate(_LOOK)
        complaints = [each for each in seen.complaints if own not in each]
        assert (complaints, seen.elsewhere(base)) == ([], [])
    return Look({*found["made"]}, {*found["schemes"]}, found["ran"], found["text"])


def from_pages(pages: Mapping[str, bytes], headers: Callable[[bytes], Mapping[str, str]]) -> Answer:
    """Serves pages by their paths."""

    def answered(request: Request) -> Reply:
        body = pages.get(request.path)
        return Reply(status=404) if body is None else Reply(status=200, body=body, headers=headers(body))

    return answered
