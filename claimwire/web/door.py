"""What answering needs: the results, the keys, and what the stack's settings say."""

from __future__ import annotations

from msgspec import Struct

from claimwire import capabilities
from claimwire.addresses import Addresses
from claimwire.lists import Shelf
from claimwire.web.message import Request
from claimwire.web.uploads.inbox import Inbox


class Door(Struct, frozen=True, kw_only=True):
    """The state of one moment: ``now`` in seconds since 1970, ``revoked`` the articles whose links are dead.

    ``origins``: whose scripts may read (CORS), ``*`` for anybody's. ``feeds``: whether pages name the feed of their language, with its
    capability: whoever is given one page can then read all. ``inbox``: where uploads go, where the stack has an upload page.
    ``shared``: whether a cache in front, whose key is the whole URL, may hold what a link opens (docs/decisions/0015-a-shared-cache.md).
    """

    results: Shelf
    keys: capabilities.Keys
    base: str
    now: float
    revoked: frozenset[str] = frozenset()
    origins: tuple[str, ...] = ()
    feeds: bool = False
    shared: bool = False
    inbox: Inbox | None = None

    @property
    def addresses(self) -> Addresses:
        """The stored URLs under this stack's base."""
        return Addresses(self.keys, self.base)

    def opens(self, request: Request, purpose: str, *names: str) -> bool:
        """Whether the request's capability opens this."""
        return capabilities.verify(self.keys, request.capability, *names, purpose=purpose, now=self.now)
