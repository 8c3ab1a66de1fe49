"""Quotation marks: what closes what, and what the shape around a mark says of it."""

from __future__ import annotations

# What may close a quotation that this mark opened: „…“ and „…” are both German and Polish use, ”…” is Swedish and Finnish.
CLOSERS = {
    "“": "”",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"',
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
    "‹": "›",
}
APOSTROPHES = frozenset("'‘’")
BOTH_WAYS = frozenset('"”')  # one shape opens and closes: which of them it is here, its neighbours tell
DOUBLE = frozenset('"“”„')
PLAIN = frozenset("\"'‘’")  # marks that are typed for other things too


def opening_shape(text: str, at: int) -> bool:
    """Whether a space stands before it and a letter after it."""
    return (at == 0 or text[at - 1].isspace()) and text[at + 1 : at + 2].isalnum()


def opens(text: str, at: int) -> bool:
    """Whether it may open a quotation here."""
    if text[at] not in CLOSERS:
        return False
    if text[at] in APOSTROPHES:  # an apostrophe opens nothing: ‘tis, rock ’n’ roll, the ’90s
        return (at == 0 or text[at - 1].isspace() or text[at - 1] in '(["“') and text[at + 1 : at + 2].isalpha()
    return at == 0 or not text[at - 1].isalnum() or text[at] in "「『“„«"


def in_word(text: str, at: int) -> bool:
    """Whether a letter follows; those of Hangul, kana and Chinese follow a closing mark without a space."""
    following = text[at + 1 : at + 2]
    return following.isalnum() and following < "\u2e80"
