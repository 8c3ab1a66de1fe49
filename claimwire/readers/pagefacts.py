"""What a page says of itself: JSON-LD first, then meta elements and links, each a field by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimwire.readers import dates, jsonld, meta
from claimwire.readers.characters import tidy
from claimwire.readers.jsonld import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_BYLINE = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "date", "datepublished", "dc.date.issued", "dc.date",
    "dcterms.created", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "article:published",
)  # fmt: skip
_SITE = ("og:site_name", "application-name", "dc.publisher")
_LANGUAGE = ("og:locale", "content-language", "dc.language", "language")
_DESCRIPTION = ("description", "og:description", "twitter:description", "dc.description")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _articles(tree: HtmlElement) -> Iterator[Facts]:
    for script in tree.iter("script"):
        value = jsonld.parsed(script.text or "")
        yield from (jsonld.facts(found) for found in jsonld.objects(value) if jsonld.is_article(found))


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The content of each meta element, by its lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _canonical(tree: HtmlElement) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next((url for link in links if (url := meta.address(link))), None)


def _time(tree: HtmlElement) -> str | None:
    """The first machine-readable time of the body that is marked as the publication's."""
    marked = (
        time for time in tree.iter("time") if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"
    )
    return next((found for time in marked if (found := dates.iso(time.get("datetime")))), None)


def _picked(metas: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def declared(tree: HtmlElement) -> Facts:
    """What meta elements, links and the root's own attribute say."""
    metas = _metas(tree)
    root = tree.get("lang") or tree.get(_XML_LANG)
    return Facts(
        title=next(map(meta.field, map(meta.unescaped, _picked(metas, _TITLE))), None),
        byline=next((found for value in _picked(metas, _BYLINE) if (found := jsonld.author(value))), None),
        published=next((found for value in _picked(metas, _PUBLISHED) if (found := dates.iso(value))), _time(tree)),
        site=next(map(meta.field, map(meta.unescaped, _picked(metas, _SITE))), None),
        url=_canonical(tree) or meta.address(metas.get("og:url")),
        language=next((code for value in (root, *_picked(metas, _LANGUAGE)) if (code := meta.language(value))), None),
    )


def descriptions(tree: HtmlElement) -> Iterator[str]:
    """What the page gives as its summary for search engines and for sharing."""
    return (tidy(meta.unescaped(value)) for value in _picked(_metas(tree), _DESCRIPTION))


def structured(tree: HtmlElement) -> Facts:
    """The page's own article in JSON-LD: the one with the longest text, else the first with a headline."""
    return max(_articles(tree), key=lambda facts: (len(facts.body), bool(facts.title)), default=Facts())
