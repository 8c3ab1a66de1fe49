"""What is refused before slow work starts. Every message says the limit and what to do."""

from __future__ import annotations

from claimwire.errors import Refused

MAX_BYTES = 10_000_000
"""Largest upload. A heavy news page with inline images in its styles stays under 5 MB."""

MAX_CHARACTERS = 2_000_000
"""Longest text: some 300,000 words, past any article."""

MAX_LINES = 20_000
"""Each line meets every furniture rule, up to 160 µs a line: three seconds at most. A long report has 2,000 lines."""

MAX_ELEMENTS = 20_000
"""Elements of a page. Main-text extraction costs up to 0.1 ms an element; large news pages have 3,000 to 8,000."""


def check_bytes(size: int) -> None:
    """Raises Refused for an empty or an over-large upload."""
    if not size:
        raise Refused("The file is empty: upload an article with text in it.")
    if size > MAX_BYTES:
        raise Refused(
            f"The file has {size:,} bytes; at most {MAX_BYTES:,} are read: upload the article alone, or in parts."
        )


def check_text(characters: int, lines: int = 0) -> None:
    """Raises Refused for a text that is too long to be one article."""
    for count, limit, unit in ((characters, MAX_CHARACTERS, "characters"), (lines, MAX_LINES, "lines")):
        if count > limit:
            raise Refused(f"The text has {count:,} {unit}; at most {limit:,} are read: split it into single articles.")


def check_elements(count: int) -> None:
    """Raises Refused for a page with too many elements to find the main text in seconds."""
    if count > MAX_ELEMENTS:
        raise Refused(
            f"The page has {count:,} html elements; at most {MAX_ELEMENTS:,} are read: "
            "upload the article's own page, or its text alone."
        )
