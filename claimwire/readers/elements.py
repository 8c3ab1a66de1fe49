"""Texts of a page's elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def text_of(element: HtmlElement, longest: int) -> str:
    """An element's text, or nothing where it is longer: in nested elements the time stays linear."""
    pieces: list[str] = []
    room = longest
    for piece in element.itertext():
        room -= len(piece.strip())
        if room < 0:
            return ""
        pieces.append(str(piece))
    return " ".join("".join(pieces).split())
