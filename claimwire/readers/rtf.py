"""Rich text: striprtf turns it to lines; title, author and time come from its information group."""

from __future__ import annotations

import re

from claimwire.errors import Refused
from claimwire.readers import dates, meta
from claimwire.readers.draft import Draft, numbered
from claimwire.readers.extras import require
from claimwire.readers.noted import noted

_BINARY = re.compile(r"\{\\\*?\\?(?:pict|objdata|themedata|datastore|colorschememapping|fontemb)\b[^{}]*\}")
_INFO = {name: re.compile(rf"\{{\\{name}\s([^{{}}\\]{{1,400}})\}}") for name in ("title", "author")}
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})\\hr(\d{1,2})\\min(\d{1,2})")
_HEAD = 65_536
_MARKUP = 4_000_000  # bytes left after pictures: rich text spends up to six bytes a letter
_TOO_MUCH = "The rich text has too much markup for one article: save it as text and upload that."


def _information(head: str, name: str) -> str | None:
    found = _INFO[name].search(head)
    return meta.field(found[1]) if found else None


def _created(head: str) -> str | None:
    found = _CREATED.search(head)
    if not found:
        return None
    year, month, day, hour, minute = map(int, found.groups())
    return dates.iso(f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00")


def read(data: bytes) -> Draft:
    """The article of an rtf file.

    Raises:
        Refused: It is damaged, has too much markup, or the library is not installed.
    """
    require("striprtf", "RTF")
    from striprtf.striprtf import rtf_to_text

    source = _BINARY.sub("", data.decode("latin-1"))  # the format is ASCII; what is not is escaped
    if len(source) > _MARKUP:
        raise Refused(_TOO_MUCH)
    try:
        text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]  # it ships a marker, and no types
    except Exception as fault:  # whatever a damaged file breaks in there, the file is at fault
        raise Refused("The rich text is damaged: save it again, or upload the article as text.") from fault
    head = source[:_HEAD]
    return Draft(
        format="rtf",
        lines=numbered(text),
        title=_information(head, "title"),
        byline=_information(head, "author"),
        published=_created(head),
        notes=noted(text),
    )
