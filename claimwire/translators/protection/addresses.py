"""Web addresses, e-mail addresses, handles and tags, as they stand in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimwire.translators.protection.parts import Part

# A repeat in each has a bound: a segment may be 200 kB of anything. The longest host name has 253 characters (RFC 1035).
_HOST = r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}"
_ADDRESS = re.compile(
    rf"""
    (?:(?:https?|ftp)://|\bwww\.)[^\s<>"“”«»]{{1,2000}}          # as written
    | (?<![\w.+%-])[\w.+%-]{{1,64}}@{_HOST}                       # e-mail
    | (?<![\w@/.-]){_HOST}/[^\s<>"“”«»]{{1,2000}}                 # a host with a path
    | (?<![\w@&\#/])[@\#][^\W\d]\w{{0,60}}(?:@{_HOST}|(?:\.\w{{1,60}}){{0,4}}) # handles, also of other servers, and tags
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = ".,;:!?…'’)]}*_"  # the sentence's own, where an address ends with it


def addresses(text: str) -> Iterator[Part]:
    """The addresses, without the punctuation of the sentence around them; a bracket that the address opened stays with it."""
    for match in _ADDRESS.finditer(text):
        end = match.end()
        while text[end - 1] in _AFTER and not _opened(text[match.start() : end]):
            end -= 1
        yield Part(match.start(), end, "address", text[match.start() : end])


def _opened(address: str) -> bool:
    """Whether its last character closes a bracket of its own, as in ``…/wiki/Mercury_(planet)``."""
    return address[-1] == ")" and address.count("(") >= address.count(")")
