"""Bytes of an article to an Article. One file a format; the content decides which, then type and name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimwire.errors import Refused
from claimwire.models import Article
from claimwire.readers import docx, envelope, html, mail, markdown, newsml, odt, pdf, plain, rtf
from claimwire.readers.assemble import assemble
from claimwire.readers.charset import decode
from claimwire.readers.draft import Draft
from claimwire.readers.furniture import RuleSet, using
from claimwire.readers.inflate import inflated
from claimwire.readers.limits import check_bytes
from claimwire.readers.magic import Binary, binary_kind, refuse_garbage
from claimwire.readers.sniff import Format, kind_of

READERS: Mapping[Format, Callable[[str], Draft]] = {
    "txt": plain.read,
    "md": markdown.read,
    "html": html.read,
    "json": envelope.read,
    "newsml": newsml.read,
}


def _text_file(data: bytes, name: str, content_type: str | None) -> Draft:
    text = decode(data, content_type)
    refuse_garbage(text)
    if not text.strip():
        raise Refused("The file holds only white space: upload an article with text in it.")
    return READERS[kind_of(text, name, content_type)](text)


def _draft(data: bytes, name: str, content_type: str | None) -> Draft:
    kind = binary_kind(data)
    return BINARY[kind](data) if kind else _text_file(data, name, content_type)


def _mail(data: bytes) -> Draft:
    return mail.read(data, _draft)


BINARY: Mapping[Binary, Callable[[bytes], Draft]] = {
    "docx": docx.read,
    "odt": odt.read,
    "pdf": pdf.read,
    "rtf": rtf.read,
    "eml": _mail,
}


def read(data: bytes, name: str, content_type: str | None = None, *, rules: RuleSet | None = None) -> Article:
    """The article in ``data``: clean text, metadata, and the furniture that was taken out.

    Args:
        data: The upload, at most ``limits.MAX_BYTES``; gzip is unpacked, to no more.
        name: The file's name; a hint only.
        content_type: The upload's media type, with or without a charset; a hint only.
        rules: Furniture rules from ``furniture.load_extra``; our own where there are none.

    Raises:
        Refused: Whatever is wrong with the file, with a sentence for people; no bytes raise anything else.
    """
    check_bytes(len(data))
    data = inflated(data)
    check_bytes(len(data))
    with using(rules):
        return assemble(_draft(data, name, content_type), name)


__all__ = ["BINARY", "READERS", "read"]
