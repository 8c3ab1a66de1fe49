"""Names as runs of capitalised words."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from claimwire import codes

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def windows(text: str, size: int) -> set[str]:
    """The runs of so many words, a space between each two, in which all but small words have a capital, the first and the last too."""
    words = list(_WORD.finditer(text))
    found = set[str]()
    for at in range(len(words) - size + 1):
        run = words[at : at + size]
        said = text[run[0].start() : run[-1].end()]
        if said.count(" ") == size - 1 == len(said.split()) - 1 and _name([word[0] for word in run]):
            found.add(said.removesuffix("'s").removesuffix("’s"))
    return found


def put(text: str, old: str, new: str) -> str:
    """The text with one name in the place of another."""
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)


def declines(code: str) -> bool:
    """Whether the language gives foreign names endings."""
    return codes.base(code) in _table()["declining"]


def _name(words: list[str]) -> bool:
    small = _table()["small"]
    inner = all(_capital(word) or word in small for word in words[1:-1])
    return inner and all(_capital(word) and word.lower() not in small for word in (words[0], words[-1]))


def _capital(word: str) -> bool:
    return word[0].isupper()


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    data = resources.files("claimwire.translators.protection").joinpath("names.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(data).items()}
