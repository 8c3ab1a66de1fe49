"""Where a digest's page leads: its other languages, and other forms of it."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire import codes
from claimwire.capabilities import Links
from claimwire.render.wording import View, views
from claimwire.render.words import own_name


@dataclass(frozen=True)
class Way:
    """A page in another language: what the language is called, and in which language that is."""

    code: str
    name: str
    spoken: str
    url: str


def languages(view: View, link: Links) -> list[Way]:
    """The pages of the digest, this one among them."""
    return [_way(other, link) for other in views(view.digest)]


def files(view: View, link: Links) -> list[tuple[str, str]]:
    """The same in other forms: of this language, and the whole record."""
    digest, code = view.digest, view.language
    named = [("record", "digest.json")]
    named += [("markdown", f"summary.{code}.md")] if digest.summary else []
    named += [("plain", f"article.{code}.txt")] if view.whole else []
    return [(label, link(digest.article_id, digest.version, file)) for label, file in named]


def _way(other: View, link: Links) -> Way:
    digest, code, own = other.digest, other.language, own_name(other.language)
    url = link(digest.article_id, digest.version, f"digest.{code}.html")
    return Way(code, own or codes.name(code), code if own else "en", url)
