"""Attributes by which a browser, and who reads aloud, know what language a passage is in."""

from __future__ import annotations

from markupsafe import Markup

from claimwire import codes


def direction(code: str) -> str:
    """Which way the language is read, as HTML says it."""
    return "rtl" if codes.right_to_left(code) else "ltr"


def passage(code: str) -> Markup:
    """The attributes of an element with words in this language."""
    return Markup(' lang="{}" dir="{}"').format(code, direction(code))
