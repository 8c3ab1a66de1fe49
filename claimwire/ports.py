"""What the job needs of the world, as protocols. ``directory`` and ``aws`` stand behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, Protocol

from msgspec import Struct

from claimwire.models import Key, Notice, Remembered, Translated


class Stat(Struct, frozen=True, kw_only=True):
    """An object's present state. ``version`` is the store's own id of it, or None where the store keeps none.

    ``modified`` is ISO 8601 in UTC with a fixed width, so that text order is time order.
    """

    key: str
    size: int
    etag: str
    modified: str
    version: str | None = None
    content_type: str | None = None
    metadata: Mapping[str, str] = {}


class Store(Protocol):
    """A bucket."""

    name: str

    def stat(self, key: str) -> Stat | None:
        """The present state of ``key``, or None where it is gone."""

    def get(self, key: str, version: str | None = None) -> bytes | None:
        """The bytes of ``key`` (of one version, where given), or None where they are gone."""

    def put(
        self, key: str, data: bytes, content_type: str, *, if_none_match: bool = False, if_match: str | None = None
    ) -> str:
        """Write and return the ETag. Raises Conflict where the condition does not hold."""

    def delete(self, key: str) -> None:
        """Remove ``key``; removing nothing is no error."""

    def list(self, prefix: str) -> Iterator[str]:
        """The keys under ``prefix``, in order."""

    def tags(self, key: str, version: str | None = None) -> Mapping[str, str]:
        """The object's tags; none where the store has none, or the object is gone."""

    def held(self, key: str) -> bool:
        """Whether the newest version that is left of ``key`` may not be destroyed (a legal hold)."""


class Topic(Protocol):
    """Where results are announced."""

    def publish(self, notice: Notice) -> None:
        """Announce. May be called twice for one notice: its id is the same."""


class Account(Struct, frozen=True, kw_only=True):
    """What is written down of one version: runs begun, characters paid, who holds it until when, the id of the notice that went out.

    A run that was killed may have paid for some seconds more than is written down.

    ``progress``: whether the run that holds it has brought something about that lasts.
    """

    attempts: int = 0
    paid: int = 0
    holder: str = ""
    until: float = 0.0
    progress: bool = False
    announced: str = ""


class Ledger(Protocol):
    """What was done, by article and version. Every change is one conditional write."""

    def account(self, article_id: str, version: str) -> Account:
        """What is written down so far."""

    def lease(self, article_id: str, version: str, holder: str, seconds: float) -> float:
        """Take a version to work on, for so long; counts an attempt, without progress yet.

        A lease that ended, or is the holder's own, is taken over.

        Returns 0 where it is taken, else the seconds that another's still lasts.
        """

    def progressed(self, article_id: str, version: str, holder: str, paid: int) -> None:
        """Add the characters that were paid since the last time, and write down that this holder's run has brought something about.

        Where another holds it by now, they are added all the same, and its run is left as it is.
        """

    def release(self, article_id: str, version: str, holder: str, paid: int) -> None:
        """Give it back, with the characters paid that are not written down yet; they are added even where another holds it by now."""

    def busy(self, article_id: str) -> float:
        """Seconds that a lease of any of its versions still lasts; 0 without one."""

    def killed(self, article_id: str, holders: str) -> bool:
        """Whether one whose name begins with ``holders`` holds any of its versions, after progress, by a lease that is over."""

    def announced(self, article_id: str, version: str) -> str:
        """The id of the notice that went out last for this version; empty without one."""

    def mark_announced(self, notice: Notice) -> None:
        """Write down that it went out."""

    def note(self, article_id: str, text: str) -> None:
        """Write down why a run broke, for whoever has to tell people."""

    def noted(self, article_id: str) -> str:
        """What was written down last; empty without anything."""


class Memory(Protocol):
    """The translation memory. May be shared by threads and processes."""

    def get(self, keys: Sequence[Key]) -> dict[Key, Translated]:
        """The rows that are there; marks them as used."""

    def put(self, rows: Mapping[Key, Translated]) -> None:
        """Write rows; the last writer wins."""

    def forget(self, segments: Sequence[str]) -> int:
        """Remove every row of these segments (``Key.segment``), people's own included; returns how many went."""

    def expire(self, days: int) -> int:
        """Remove what was last used more than ``days`` days ago, but never what people wrote; returns how many rows went."""

    def rows(self) -> Iterator[Remembered]:
        """Everything that is remembered."""

    def epoch(self) -> int:
        """How often people's own translations changed: results made before are made anew."""

    def advance(self) -> None:
        """Raise the epoch by one."""

    def spend(self, dollars: float, cap: float) -> bool:
        """Add to what was spent in this calendar month (UTC), unless that would be more than ``cap`` then; negative gives back."""

    def spent(self) -> float:
        """US dollars that were spent in this calendar month."""


class Limits(Struct, frozen=True, kw_only=True):
    """What one request to an engine may hold.

    ``size``: the most that its texts may measure together: ``characters``, UTF-8 ``bytes``, ``url`` (bytes once percent-encoded) or
    ``weight`` (characters, a wide one counting three). ``texts``: how many it takes as a list. ``lines``: whether several may travel as
    the lines of one text. ``at_once``: requests at one time. ``again``: whether the same request may get another answer.
    """

    size: int = 1_000_000
    measure: Literal["characters", "bytes", "url", "weight"] = "characters"
    texts: int = 1
    lines: bool = False
    at_once: int = 1
    per_second: float | None = None
    again: bool = True


class Engine(Protocol):
    """A translation engine. Codes are BCP-47 on this side; the engine's own codes stay inside it."""

    name: str
    limits: Limits
    shareable: bool
    """Whether one instance may be used by several threads."""

    def identity(self) -> str:
        """Engine, models and options, as text: changes whenever the same input may give another output."""

    def supports(self, source: str, target: str) -> bool:
        """Whether this pair can be translated at all."""

    def model(self, source: str, target: str) -> str:
        """The model that serves this pair."""

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One answer a segment, in order, unchecked; None where the engine had no answer for that segment.

        The segments fit one request by ``limits``: the chain packs them. Raises Passing where the same request may work in a moment,
        TryLater where the service is out of order, BadSetting where the pair is not supported.
        """
