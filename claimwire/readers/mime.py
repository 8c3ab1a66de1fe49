"""A mail's bytes to its message and parts; no header or part can raise anything but Refused."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message

from claimwire.errors import Refused

_HEADER = (
    rb"(?:from|to|cc|subject|date|sender|received|return-path|delivered-to|message-id|mime-version|content-type|"
    rb"reply-to|dkim-signature|x-[\w-]{1,60})"
)
_MAIL = re.compile(
    rb"(?:From [^\n]{1,300}\n)?" + _HEADER + rb":[^\n]*\r?\n(?:[ \t][^\n]*\n){0,200}" + _HEADER + rb":", re.IGNORECASE
)
_PROOF = re.compile(rb"^(?:message-id|mime-version|received|return-path):", re.IGNORECASE | re.MULTILINE)
_ENVELOPE = re.compile(rb"^From \S[^\n]{0,300}\n(?=" + _HEADER + rb":)", re.IGNORECASE | re.MULTILINE)
_HEADERS = 200_000  # bytes before the first empty line
_PARTS = 200


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin with a mail's header."""
    head = data[:_HEADERS].lstrip(b"\r\n\xef\xbb\xbf").partition(b"\n\n")[0]
    return bool(_MAIL.match(head)) and bool(_PROOF.search(head))


def message(data: bytes) -> Message:
    """The one message in a file.

    Raises:
        Refused: There are several, or it has no end of headers, or cannot be taken apart.
    """
    if len(_ENVELOPE.findall(data)) > 1:
        raise Refused("The mailbox holds more than one mail: upload each article in a file of its own.")
    head = re.search(rb"\r?\n\r?\n", data[:_HEADERS])
    if head is None:
        raise Refused("The mail has no end of headers: save it again, or upload the article as text.")
    try:
        return message_from_bytes(data.lstrip(b"\r\n\xef\xbb\xbf"), policy=policy.compat32)
    except (MessageError, RecursionError, ValueError, LookupError) as fault:
        raise Refused("The mail cannot be taken apart: save the article as text and upload that.") from fault


def header(message: Message, name: str) -> str:
    """A header's text, decoded."""
    value = str(message.get(name) or "")[:2000]
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def leaves(message: Message) -> list[Message]:
    """The parts that hold no other.

    Raises:
        Refused: There are more than any mail with an article has.
    """
    found: list[Message] = []
    for part in message.walk():
        if not part.is_multipart():
            found.append(part)
        if len(found) > _PARTS:
            raise Refused(f"The mail has more than {_PARTS} parts: upload the article alone.")
    return found


def content(part: Message) -> bytes:
    """A part's bytes, freed from their transfer encoding."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def media_type(part: Message) -> str:
    """A part's type, with its charset where it is declared."""
    charset = part.get_content_charset()
    return f"{part.get_content_type()}; charset={charset}" if charset else part.get_content_type()


def file_name(part: Message) -> str:
    """The name under which a part would be saved, or nothing."""
    try:
        return part.get_filename() or ""
    except (LookupError, ValueError, TypeError):
        return ""
