"""PDF with a text layer: pypdf's lines, page numbers and running heads apart, words joined that a line's end broke."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from claimwire.errors import Refused
from claimwire.readers import dates, meta, pdflines, plain
from claimwire.readers.draft import Draft
from claimwire.readers.extras import require
from claimwire.readers.limits import check_text

if TYPE_CHECKING:
    from pypdf import PdfReader

_PAGES = 40  # some 20 to 50 ms a page; an article fills up to ten
_DRAWING = 600_000  # bytes of a page's drawing operators; a page of dense text has 50,000, and 600 kB take a second
_ALL_DRAWING = 1_200_000
_NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|indd|qxp|pdf|rtf|odt)\b|^[\d\W]*$", re.IGNORECASE)
_SAVE = "save the article as text or html and upload that."


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of each fault in a file; we mend or refuse
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Refused("The PDF is encrypted: save it without password and restrictions, and upload that.")
    if len(reader.pages) > _PAGES:
        raise Refused(f"The PDF has {len(reader.pages)} pages; at most {_PAGES} are read: upload the article alone.")
    return reader


def _texts(reader: PdfReader) -> Iterator[str]:
    """Each page's text; drawing operators are measured before they are interpreted."""
    drawn = 0
    for page in reader.pages:
        content = page.get_contents()
        size = len(content.get_data()) if content is not None else 0
        drawn += size
        if size > _DRAWING or drawn > _ALL_DRAWING:
            raise Refused(f"The PDF's pages are drawn in too much detail to be read in seconds: {_SAVE}")
        text = page.extract_text()
        check_text(len(text))
        yield text


def _property(information: Any, name: str) -> str | None:  # noqa: ANN401  pypdf hands out a dictionary of PDF objects
    value = information.get(name) if information else None
    return meta.field(str(value)) if value else None


def _created(information: Any) -> str | None:  # noqa: ANN401
    found = re.match(r"D:(\d{4})(\d\d)(\d\d)", _property(information, "/CreationDate") or "")
    return dates.iso("-".join(found.groups())) if found else None


def _draft(data: bytes) -> Draft:
    reader = _opened(data)
    pages = [[line for line in text.splitlines() if line.strip()] for text in _texts(reader)]
    text = pdflines.joined("\n".join(pdflines.without_edges(pages)))
    if not any(map(str.isalpha, text)):
        raise Refused("The PDF has no text layer (a scan?): run text recognition (OCR) on it, or upload the text.")
    title = _property(reader.metadata, "/Title")
    return replace(
        plain.read(text),
        format="pdf",
        title=None if title and _NO_TITLE.search(title) else title,
        byline=_property(reader.metadata, "/Author"),
        published=_created(reader.metadata),
    )


def read(data: bytes) -> Draft:
    """The article of a PDF.

    Raises:
        Refused: It is encrypted, a scan, damaged, too large, or the library is not installed.
    """
    require("pypdf", "PDF")
    try:
        return _draft(data)
    except Refused:
        raise
    except Exception as fault:  # pypdf meets damaged files with any error there is
        raise Refused(f"The PDF is damaged or cut short: {_SAVE}") from fault
