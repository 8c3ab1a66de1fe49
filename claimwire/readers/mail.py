"""A mail with an article in it: plain text before html, the subject as title, an attachment where the body has nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email.message import Message
from email.utils import parseaddr

from msgspec.structs import replace

from claimwire.errors import Refused
from claimwire.readers import dates, html, meta, mime, plain
from claimwire.readers.charset import decode
from claimwire.readers.draft import Draft

Read = Callable[[bytes, str, str], Draft]
"""A file's bytes, name and content type to its draft."""

_REPLY = re.compile(r"\s*(?:(?:re|fwd?|aw|wg|tr|rv|enc|sv|vs)\s{0,3}:\s{0,9}){1,9}", re.IGNORECASE)
_LETTERS = 120  # a plain part with fewer is the stub that says "view this mail in a browser"
_SIGNATURE = "-- "  # RFC 3676: the line above a signature


def _unsigned(draft: Draft, text: str) -> Draft:
    """With the signature's lines marked."""
    rows = [row.rstrip("\r") for row in text.split("\n")]
    if _SIGNATURE not in rows:
        return draft
    start = rows.index(_SIGNATURE) + 1
    lines = (replace(line, reason=line.reason or "signature") if line.number >= start else line for line in draft.lines)
    return replace(draft, lines=tuple(lines))


def _plain(parts: list[Message]) -> Iterator[Draft]:
    text = "\n".join(decode(data, mime.media_type(part)) for part in parts if (data := mime.content(part)).strip())
    if text.strip():
        yield _unsigned(plain.read(text), text)


def _letters(draft: Draft) -> int:
    return sum(sum(map(str.isalpha, line.text)) for line in draft.lines if not line.reason)


def _pages(parts: list[Message]) -> Iterator[Draft]:
    for part in parts:
        try:
            yield html.read(decode(mime.content(part), mime.media_type(part)))
        except Refused:
            continue  # another part may have the text


def _bodies(message: Message) -> tuple[list[Message], list[Message], list[Message]]:
    """Parts to read as text, parts to read as html, and attachments."""
    kinds: tuple[list[Message], list[Message], list[Message]] = ([], [], [])
    for part in mime.leaves(message):
        kind = part.get_content_type()
        attached = (
            part.get_content_disposition() == "attachment"
            or mime.file_name(part)
            or kind not in {"text/plain", "text/html"}
        )
        kinds[2 if attached else kind == "text/html"].append(part)
    return kinds


def _attached(parts: list[Message], read_file: Read) -> Iterator[Draft]:
    for part in parts:
        if part.get_content_maintype() in {"text", "application"} and not mime.is_mail(mime.content(part)):
            try:
                yield read_file(mime.content(part), mime.file_name(part), mime.media_type(part))
            except Refused:
                continue  # a picture's or a calendar's file: the next may be the article


def _candidates(message: Message, read_file: Read) -> Iterator[Draft]:
    """Drafts in the order of preference: text, page, attachments."""
    texts, pages, files = _bodies(message)
    yield from _plain(texts)
    yield from _pages(pages)
    yield from _attached(files, read_file)


def _best(message: Message, read_file: Read) -> Draft:
    """The first draft that is long enough for an article, else the longest."""
    found: list[Draft] = []
    for draft in _candidates(message, read_file):
        if _letters(draft) >= _LETTERS:
            return draft
        found.append(draft)
    if not found:
        raise Refused("The mail holds no article text: upload the article itself.")
    return max(found, key=_letters)


def read(data: bytes, read_file: Read) -> Draft:
    """The article of a mail, or of a mailbox with one mail; ``read_file`` reads attachments.

    Raises:
        Refused: There are several mails, or no text.
    """
    message = mime.message(data)
    found = _best(message, read_file)
    subject = mime.header(message, "subject")
    prefix = _REPLY.match(subject)
    subject = subject[prefix.end() :] if prefix else subject
    return replace(
        found,
        format="eml",
        title=meta.field(subject) or found.title,
        byline=found.byline or meta.field(parseaddr(mime.header(message, "from"))[0]),
        published=dates.iso(mime.header(message, "date")) or found.published,
        declared_language=found.declared_language
        or meta.language(mime.header(message, "content-language").partition(",")[0]),
    )
