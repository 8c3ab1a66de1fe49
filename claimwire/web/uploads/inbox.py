"""Where uploads go, and what the stack lets those do who hold an upload capability."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct


class Form(Struct, frozen=True):
    """A signed form: to be posted to ``url`` with these fields in this order, and ``file`` after them."""

    url: str
    fields: Mapping[str, str]


Sign = Callable[[str, Mapping[str, str], int, int], Form]
"""(key, further fields, most bytes, seconds) -> a form that puts exactly this, no larger, for so long."""


class Inbox(Struct, frozen=True, kw_only=True):
    """The articles bucket as its uploaders see it.

    ``targets`` are the stack's languages. ``reads``: whoever may upload may also read every digest. ``stage`` says what the job is at
    with an article, empty where nobody knows.
    """

    bucket: str
    sign: Sign
    targets: tuple[str, ...]
    reads: bool = False
    stage: Callable[[str], str] = lambda _: ""
