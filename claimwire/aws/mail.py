"""A notice as an e-mail that a person likes to read."""

from __future__ import annotations

from itertools import zip_longest

from claimwire import codes, letters
from claimwire.models import Notice

_MAX_SUBJECT = 99  # SNS wants fewer than 100 characters, ASCII, no line break
_WIDTH = 72
_LONGEST = 10_000  # characters of a passage: more of it is nothing to read in a mail, and takes seconds to lay out
_EVENTS = {
    "digest.ready": "New",
    "digest.updated": "Updated",
    "digest.refused": "Refused",
    "digest.failed": "Failed",
    "digest.deleted": "Deleted",
}


def subject(notice: Notice) -> str:
    """One line of printable ASCII that begins with a letter, as SNS asks; other letters are named by the key or left out."""
    title = " ".join((notice.title or notice.key).split())
    plain = "".join(character for character in title if " " <= character <= "~").strip()
    # Half of a title is worse than none: a headline in another script gives way to the language's name.
    if not plain or len(plain) < len(title) * 0.8:
        plain = f"article in {codes.name(notice.source_language)}"
    plain = plain.replace("=?", "= ?")  # or mail programs would decode what follows (RFC 2047), line ends and all
    return f"{_EVENTS[notice.event]}: {plain}"[:_MAX_SUBJECT].rstrip()


def body(notice: Notice) -> str:
    """Title, what happened, who claims what, what to be careful of, and the links.

    At most 72 columns wide, wide letters counted as two; links are never broken; what reads from the right has its own direction.
    """
    pages = {file.split(".")[1]: url for file, url in notice.urls.items() if file.endswith(".html")}
    parts = [
        _filled(notice.title or notice.key),
        _happened(notice),
        *(_claim(number, *each) for number, each in enumerate(zip_longest(notice.claims, notice.attributions), 1)),
        *(_filled(f"Caveat: {caveat}") for caveat in notice.caveats),
        *(_filled(f"Check the translation: {warning}") for warning in notice.warnings),
        "\n".join(f"{codes.name(language)}: {url}" for language, url in pages.items()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _claim(number: int, claim: str | None, who: str | None) -> str:
    said = _filled(f"{who}:", f"{number}. ", "   ") + "\n" if who else ""
    return said + _filled(claim or "", "   " if who else f"{number}. ", "   ")


def _filled(text: str, first: str = "", rest: str = "") -> str:
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    return "\n".join(letters.wrapped(text, _WIDTH, first, rest, isolated=True))


def _happened(notice: Notice) -> str:
    if notice.reason:
        return _filled(f"{_EVENTS[notice.event]}: {notice.reason}")
    if notice.event == "digest.deleted":
        return "Deleted: the article, and its results with it."
    speakers = f" Speakers: {', '.join(notice.speakers)}." if notice.speakers else ""
    return _filled(f"{_EVENTS[notice.event]}, in {codes.name(notice.source_language)}.{speakers}")
