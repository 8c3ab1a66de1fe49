"""Bytes of an article to an Article. One file a format; the content decides which, then type and name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimwire.errors import Refused
from claimwire.models import Article
from claimwire.readers import envelope, html, plain
from claimwire.readers.assemble import assemble
from claimwire.readers.charset import decode
from claimwire.readers.draft import Draft
from claimwire.readers.limits import check_bytes
from claimwire.readers.sniff import Format, kind_of, refuse_binary, refuse_garbage

READERS: Mapping[Format, Callable[[str], Draft]] = {"txt": plain.read, "html": html.read, "json": envelope.read}


def read(data: bytes, name: str, content_type: str | None = None) -> Article:
    """The article in ``data``: clean text, metadata, and the furniture that was taken out.

    Args:
        data: The upload, at most ``limits.MAX_BYTES``.
        name: The file's name; a hint only.
        content_type: The upload's media type, with or without a charset; a hint only.

    Raises:
        Refused: Whatever is wrong with the file, with a sentence for people; no bytes raise anything else.
    """
    check_bytes(len(data))
    refuse_binary(data)
    text = decode(data, content_type)
    refuse_garbage(text)
    if not text.strip():
        raise Refused("The file holds only white space: upload an article with text in it.")
    return assemble(READERS[kind_of(text, name, content_type)](text), name)


__all__ = ["READERS", "read"]
