"""OpenDocument texts: paragraphs and headings of the body in order, properties as metadata."""

from __future__ import annotations

from claimwire.errors import Refused
from claimwire.readers import dates, meta, xmltext
from claimwire.readers.draft import Draft
from claimwire.readers.noted import noted
from claimwire.readers.xmltext import Kinds
from claimwire.readers.zipped import Package

_WHAT = "The OpenDocument text"
_KINDS = Kinds(
    blocks=frozenset({"p", "h"}),
    headings=frozenset({"h"}),
    silent=frozenset({"note", "annotation", "tracked-changes", "automatic-styles", "scripts", "font-face-decls"}),
    spaces=frozenset({"s", "tab", "line-break"}),
)


def read(data: bytes) -> Draft:
    """The article of an odt file.

    Raises:
        Refused: It is encrypted, damaged, too large, or no text document.
    """
    package = Package(data, _WHAT)
    if "encryption-data" in (package.text("META-INF/manifest.xml") or ""):
        raise Refused(f"{_WHAT} is encrypted: save it without a password and upload that.")
    source = package.text("content.xml")
    if source is None:
        raise Refused(f"{_WHAT} has no content: save it again, or upload the article as text or html.")
    tree = xmltext.parsed(source, _WHAT)
    properties = xmltext.parsed(package.text("meta.xml") or "<none/>", _WHAT)
    return Draft(
        format="odt",
        lines=xmltext.lines(tree, _KINDS),
        title=meta.field(xmltext.text_of(properties, "title")),
        byline=meta.field(xmltext.text_of(properties, "creator", "initial-creator")),
        published=dates.iso(xmltext.text_of(properties, "creation-date", "date")),
        declared_language=meta.language(xmltext.text_of(properties, "language")),
        notes=noted("".join(map(str, tree.itertext()))),
    )
