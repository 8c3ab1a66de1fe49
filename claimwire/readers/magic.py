"""What bytes are by their first ones, whatever the name says: a format that is read, or a kind that is refused by name."""

from __future__ import annotations

import re
from typing import Literal

from claimwire.errors import Refused
from claimwire.readers import mime

Binary = Literal["pdf", "rtf", "docx", "odt", "eml"]

_SAVE = "save the article as plain text or html and upload that."
_ARCHIVE = "unpack it and upload each article inside in a file of its own."
_MEDIA = "upload the article's text."
_KINDS = {
    b"%!PS": ("PostScript", _SAVE),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("An old Office file (doc, xls, ppt, msg)", _SAVE),
    b"BZh91AY&SY": ("A bzip2 file", _ARCHIVE),
    b"\xfd7zXZ\x00": ("An xz file", _ARCHIVE),
    b"(\xb5/\xfd": ("A zstd file", _ARCHIVE),
    b"7z\xbc\xaf'\x1c": ("A 7z archive", _ARCHIVE),
    b"Rar!\x1a\x07": ("A rar archive", _ARCHIVE),
    b"\x89PNG\r\n\x1a\n": ("A PNG image", _MEDIA),
    b"\xff\xd8\xff": ("A JPEG image", _MEDIA),
    b"GIF87a": ("A GIF image", _MEDIA),
    b"GIF89a": ("A GIF image", _MEDIA),
    b"II*\x00": ("A TIFF image", _MEDIA),
    b"MM\x00*": ("A TIFF image", _MEDIA),
    b"RIFF": ("A RIFF file (WebP, WAV or AVI)", _MEDIA),
    b"ID3": ("An MP3 file", _MEDIA),
    b"OggS": ("An Ogg file", _MEDIA),
    b"fLaC": ("A FLAC file", _MEDIA),
    b"\x1aE\xdf\xa3": ("A Matroska or WebM video", _MEDIA),
    b"\x7fELF": ("A program", _MEDIA),
    b"SQLite format 3\x00": ("A SQLite database", _MEDIA),
    b"wOFF": ("A font", _MEDIA),
    b"wOF2": ("A font", _MEDIA),
}
_PRINTABLE = b"%!PS"  # begins with a line of text; every other kind has control bytes early on
_READ: dict[bytes, Binary] = {b"%PDF-": "pdf", b"{\\rtf": "rtf"}
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_IN_ZIP: dict[bytes, Binary | tuple[str, str]] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument": ("An OpenDocument table or drawing", _SAVE),
    b"application/epub+zip": ("An EPUB book", _SAVE),
    b"word/document.xml": "docx",
    b"xl/workbook": ("An Excel workbook (xlsx)", _SAVE),
    b"ppt/presentation": ("A PowerPoint file (pptx)", _SAVE),
}
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the stream of an Office file with a password
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # ESC (1b) is part of ISO-2022 texts
_GARBAGE = 0.01  # of all bytes: text has next to no control bytes, random bytes have a tenth
_FEW = 3  # control bytes that even a short text may hold
_HEAD = 65_536


def _kind(data: bytes) -> Binary | tuple[str, str] | None:
    if data.startswith(_ZIPS):
        return next((kind for part, kind in _IN_ZIP.items() if part in data), ("A zip archive", _ARCHIVE))
    if data[4:8] == b"ftyp" and data[:2] == b"\x00\x00":
        return "An MP4, HEIC or AVIF file", _MEDIA
    if data[257:262] == b"ustar":
        return "A tar archive", _ARCHIVE
    if _LOCKED in data and data.startswith(b"\xd0\xcf\x11\xe0"):
        return "An Office file with a password", "save it without one and upload that."
    for magic, kind in _KINDS.items():
        if data.startswith(magic) and (magic == _PRINTABLE or _CONTROL.search(data[:256])):
            return kind
    return next((kind for magic, kind in _READ.items() if data.lstrip()[:9].startswith(magic)), None)


def binary_kind(data: bytes) -> Binary | None:
    """The format of bytes that are not simply a text, or None for a text.

    Raises:
        Refused: It is a kind that is not read; the message names it.
    """
    found = _kind(data)
    if isinstance(found, tuple):
        raise Refused(f"{found[0]} is not read: {found[1]}")
    return found or ("eml" if mime.is_mail(data) else None)


def refuse_garbage(text: str) -> None:
    """Raises Refused for decoded bytes that are no writing."""
    head = text[:_HEAD].encode("utf-8", errors="replace")
    if len(_CONTROL.findall(head)) > max(_FEW, len(head) * _GARBAGE):
        raise Refused("The file holds binary data, not text: upload the article as txt, html or json.")
