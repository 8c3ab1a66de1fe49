"""``article.<lang>.txt``: the whole text. In the source language it is the cleaned text, byte for byte: spans index it."""

from __future__ import annotations

from claimwire.render.wording import View


def render(view: View) -> str:
    """The article's text in the view's language."""
    article = view.digest.article
    if article is not None and not view.translated:
        return article.text
    return view.passage(0, len(view.digest.sentences)) or ""
