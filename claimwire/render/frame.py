"""What stands around a digest: policy, style and script, where it comes from, the same in other languages and forms."""

from __future__ import annotations

import re
from typing import Any

from claimwire.capabilities import Links
from claimwire.render import assets, ways
from claimwire.render.attributes import direction
from claimwire.render.telling import teller
from claimwire.render.wording import View
from claimwire.render.words import Words

_STYLES = ("base.css", "digest.css", "article.css", "print.css")
_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_KEYS = {
    "j": "help_next", "k": "help_previous", "c": "help_copy", "l": "help_language", "o": "help_originals", "?": "help_help",
}  # fmt: skip


def frame(view: View, say: Words, link: Links) -> dict[str, Any]:
    """What every page has, a refusal's too."""
    digest, style, script = view.digest, assets.inline(*_STYLES), assets.inline("digest.js")
    url = digest.article.url if digest.article else None
    return {
        "view": view,
        "digest": digest,
        "article": digest.article,
        "say": say,
        "ui": say.mark,
        "tell": teller(say),
        "direction": direction(view.language),
        "style": style,
        "script": script,
        "policy": assets.policy(style, script),
        "keys": _KEYS.items(),
        "url": url if url and _WEB.fullmatch(url) else None,
        "citation": _citation(view, say),
        "languages": ways.languages(view, link),
        "files": ways.files(view, link),
    }


def _citation(view: View, say: Words) -> str:
    """What a copied claim ends with: title, outlet, day."""
    article = view.digest.article
    told = [article.title, article.site, article.published and say.moment(article.published)] if article else []
    return ", ".join(part for part in told or [view.headline] if part)
