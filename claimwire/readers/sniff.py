"""What the bytes are, whatever the name says. Names and content types only decide where the content leaves it open."""

from __future__ import annotations

import json
import re
from typing import Literal

from claimwire.errors import Refused

Format = Literal["txt", "html", "json"]

_SAVE = "save the article as plain text or html and upload that."
_ARCHIVE = "unpack it and upload the article inside."
_MEDIA = "upload the article's text."
_MAGIC = {
    b"%PDF-": ("PDF", _SAVE),
    b"{\\rtf": ("RTF", _SAVE),
    b"%!PS": ("PostScript", _SAVE),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("An old Office file (doc, xls, ppt, msg)", _SAVE),
    b"\x1f\x8b": ("A gzip file", _ARCHIVE),
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
_PRINTABLE = (
    b"%PDF-",
    b"{\\rtf",
    b"%!PS",
)  # these begin with a line of text; every other kind has control bytes early on
_IN_ZIP = {
    b"word/document": ("A Word document (docx)", _SAVE),
    b"xl/workbook": ("An Excel workbook (xlsx)", _SAVE),
    b"ppt/presentation": ("A PowerPoint file (pptx)", _SAVE),
    b"application/vnd.oasis.opendocument": ("An OpenDocument file", _SAVE),
    b"application/epub+zip": ("An EPUB book", _SAVE),
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # ESC (1b) is part of ISO-2022 texts
_GARBAGE = 0.01  # of all bytes: text has next to no control bytes, random bytes have a tenth
_FEW = 3  # control bytes that even a short text may hold
_HEAD = 65_536
_BLOCK = "p|div|article|section|main|h[1-6]|ul|ol|table|blockquote|body|head|title|meta|span|br|a|figure"
_PAGE = re.compile(
    r"\s{0,99}(?:<\?xml\b[^>]{0,200}>\s{0,99})?(?><!--.{0,2000}?-->\s{0,99}){0,5}+<(?:!doctype\s{1,9}html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rf"<(?:{_BLOCK})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_STARTS_WITH_TAG = re.compile(rf"\s{{0,99}}<(?:{_BLOCK})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_XML = re.compile(r"\s{0,99}<\?xml\b|\s{0,99}<(?:rss|feed|rdf:RDF)\b")
_HTML_NAME = re.compile(r"\btext/html|application/xhtml|\.[xs]?html?$")
_JSON_NAME = re.compile(r"\bjson\b|\.json$")


def _zip(data: bytes) -> tuple[str, str]:
    return next((kind for part, kind in _IN_ZIP.items() if part in data), ("A zip archive", _ARCHIVE))


def _binary(data: bytes) -> tuple[str, str] | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if data[4:8] == b"ftyp" and data[:2] == b"\x00\x00":
        return "An MP4, HEIC or AVIF file", _MEDIA
    for magic, kind in _MAGIC.items():
        if data.startswith(magic) and (magic in _PRINTABLE or _CONTROL.search(data[:256])):
            return kind
    return None


def refuse_binary(data: bytes) -> None:
    """Raises Refused, by name where the kind is known, for what is no text."""
    kind = _binary(data)
    if kind:
        raise Refused(f"{kind[0]} is not read yet: {kind[1]}")


def refuse_garbage(text: str) -> None:
    """Raises Refused for decoded bytes that are no writing."""
    head = text[:_HEAD].encode("utf-8", errors="replace")
    if len(_CONTROL.findall(head)) > max(_FEW, len(head) * _GARBAGE):
        raise Refused("The file holds binary data, not text: upload the article as txt, html or json.")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def kind_of(text: str, name: str, content_type: str | None = None) -> Format:
    """The format that the text itself shows; ``name`` and ``content_type`` decide between text and html fragments.

    Raises:
        Refused: The text is XML other than a web page.
    """
    head = text[:_HEAD]
    hints = f"{content_type} {name}".lower()
    if head.lstrip()[:1] in {"{", "["} and (_JSON_NAME.search(hints) or _is_json(text)):
        return "json"
    if _PAGE.match(head):
        return "html"
    if _XML.match(head):
        raise Refused("XML feeds and documents are not read yet: upload the article's own html page or its text.")
    return "html" if _STARTS_WITH_TAG.match(head) or (_HTML_NAME.search(hints) and _TAG.search(head)) else "txt"
