"""``digest.<lang>.html``: the claims first, then the article with each in its place. Reads in full without its script; all escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimwire import codes, scope
from claimwire.capabilities import Links
from claimwire.render import assets
from claimwire.render.lines import paragraphs
from claimwire.render.origins import doubtful, origins
from claimwire.render.picture import draw
from claimwire.render.shown import bases, shown
from claimwire.render.voices import voices
from claimwire.render.wording import View, views
from claimwire.render.words import ENGLISH, Words, own_name, words

_STYLES = ("base.css", "digest.css", "article.css", "print.css")
_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_KEYS = {
    "j": "help_next", "k": "help_previous", "c": "help_copy", "l": "help_language", "o": "help_originals", "?": "help_help",
}  # fmt: skip


@dataclass(frozen=True)
class Way:
    """A page in another language: what the language is called, and in which language that is."""

    code: str
    name: str
    spoken: str
    url: str


def render(view: View, link: Links) -> str:
    """The page as HTML."""
    say = words(view.language)
    return (
        environment().get_template("digest.html").render(**_frame(view, say, link), **_text(view), **_sure(view, say))
    )


def _frame(view: View, say: Words, link: Links) -> dict[str, Any]:
    """What every page has, a refusal's too."""
    digest, style, script = view.digest, assets.inline(*_STYLES), assets.inline("digest.js")
    url = digest.article.url if digest.article else None
    return {
        "view": view,
        "digest": digest,
        "article": digest.article,
        "say": say,
        "ui": say.mark,
        "direction": _direction(view.language),
        "style": style,
        "script": script,
        "policy": assets.policy(style, script),
        "keys": _KEYS.items(),
        "url": url if url and _WEB.fullmatch(url) else None,
        "citation": _citation(view, say),
        "languages": [_way(other, link) for other in views(digest)],
        "files": _files(view, link),
    }


def _text(view: View) -> dict[str, Any]:
    """The claims, the article and its picture."""
    digest = view.digest
    summary, source = digest.summary, digest.language.code if digest.language else codes.UNDETERMINED
    speakers = voices(summary.claims if summary else ())
    claims = shown(view, summary, speakers) if summary else []
    return {
        "summary": summary,
        "source_language": source,
        "foreign": _passage(source),
        "english": _passage(ENGLISH),
        "claims": claims,
        "voices": speakers,
        "speaker_of": {each.rank: each.name for each in claims},
        "tints": {each.rank: each.tint for each in claims},
        "picture": draw(digest, speakers, mirrored=codes.right_to_left(view.language)),
        "paragraphs": paragraphs(view),
        "gap": "" if codes.unspaced(view.language if view.translated else source) else " ",
    }


def _sure(view: View, say: Words) -> dict[str, Any]:
    """How sure it all is, and by whose work."""
    language, made = view.digest.language, origins(view)
    title = len(scope.headline(view.digest.article, view.digest.sentences))
    flaws = [number for number in range(len(view.digest.sentences)) if view.warnings(number, number + 1)]
    return {
        "bases": bases(view.digest),
        "percent": int(language.confidence * 100) if language else 0,
        "mixed": ", ".join(say.language(code) for code in language.mixed) if language else "",
        "origins": made,
        "metered": sum(origin.characters for origin in made),
        "corrected": sum(view.by_people(number) for number in range(len(view.segments))),
        "doubtful": len(doubtful(view)),
        "title_warnings": view.warnings(0, title),
        "first_flaw": f"flaw-{flaws[0]}" if flaws and flaws[0] >= title else "title",
    }


def _way(other: View, link: Links) -> Way:
    digest, code, own = other.digest, other.language, own_name(other.language)
    url = link(digest.article_id, digest.version, f"digest.{code}.html")
    return Way(code, own or codes.name(code), code if own else "en", url)


def _files(view: View, link: Links) -> list[tuple[str, str]]:
    """The same in other forms: of this language, and the whole record."""
    digest, code = view.digest, view.language
    named = [("record", "digest.json")]
    named += [("markdown", f"summary.{code}.md")] if digest.summary else []
    named += [("plain", f"article.{code}.txt")] if view.whole else []
    return [(label, link(digest.article_id, digest.version, file)) for label, file in named]


def _citation(view: View, say: Words) -> str:
    """What a copied claim ends with: title, outlet, day."""
    article = view.digest.article
    told = [article.title, article.site, article.published and say.moment(article.published)] if article else []
    return ", ".join(part for part in told or [view.headline] if part)


def _passage(code: str) -> Markup:
    """The attributes of an element with words in this language."""
    return Markup(' lang="{}" dir="{}"').format(code, _direction(code))


def _direction(code: str) -> str:
    return "rtl" if codes.right_to_left(code) else "ltr"


@cache
def environment() -> Environment:
    """The templates: all that is filled in is escaped, and nothing may be missing."""
    return Environment(
        loader=PackageLoader("claimwire.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
