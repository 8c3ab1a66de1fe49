"""Hard texts made from NTREX: other scripts and languages within, addresses, mark-up, furniture, capitals; forty of each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from bench.detection_sets import spread

_FORTY = 40
_URL = "https://www.example.com/news/2026/11/23/the-latest-breaking-news-story-from-around-the-world.html"
_HTML = (
    '<div class="article-body"><p style="margin: 0 auto"><a href="https://www.example.com/the-story" title="Read more about the story">'
    '{}</a></p><span class="caption">&nbsp;</span></div>'
)
_FURNITURE = (
    "Advertisement. Read more: sign up for our daily newsletter and get the latest news delivered to your inbox every morning. Follow us "
    "on Facebook and Twitter. Share this article with your friends. Copyright 2026. All rights reserved."
)
Documents = dict[str, dict[str, list[str]]]


class Edge(Struct, frozen=True):
    """A hard text, the ``language`` that it is in, and what else there is."""

    text: str
    language: str
    mixed: tuple[str, ...] = ()


def edges(found: Documents) -> dict[str, list[Edge]]:
    """Forty texts of each kind, by the kind's name."""
    places = _places(found)
    made = {
        "en, a quarter of it Russian quotes": [_quoted(found, *place) for place in places],
        "tr sentence with a URL": [Edge(f"{_part(found, 'tur', *place, 1)} {_URL}", "tr") for place in places],
        "fr sentence inside HTML": [Edge(_HTML.format(_part(found, "fra", *place, 1)), "fr") for place in places],
        "hi sentence inside HTML": [Edge(_HTML.format(_part(found, "hin", *place, 1)), "hi") for place in places],
        "tr paragraph with English furniture": [
            Edge(f"{_part(found, 'tur', *place, 3)}\n\n{_FURNITURE}", "tr", ("en",)) for place in places
        ],
        "half fr, half en, two paragraphs": [_half(found, *place, "\n\n") for place in places],
        "half fr, half en, one line": [_half(found, *place, " ") for place in places],
    }
    capitals = {"deu": "de", "eng": "en", "spa": "es", "tur": "tr"}
    return made | {f"capitals {code}": list(_shouted(found, file, code)) for file, code in capitals.items()}


def _places(found: Documents) -> list[tuple[str, int]]:
    """Documents and lines that are the same in every language, forty from all over."""
    every = [(key, at) for key in sorted(found["eng"]) for at in range(1, len(found["eng"][key]) - 6, 6)]
    return spread(every, _FORTY)


def _part(found: Documents, file: str, key: str, at: int, lines: int) -> str:
    return " ".join(found[file][key][at : at + lines])


def _quoted(found: Documents, key: str, at: int) -> Edge:
    before, after = (_part(found, "eng", key, at + first, 2) for first in (0, 2))
    quote = _part(found, "rus", key, at, 6)[: (len(before) + len(after)) // 3]
    return Edge(f"{before} «{quote.strip()}» {after}", "en", ("ru",))


def _half(found: Documents, key: str, at: int, between: str) -> Edge:
    halves = {code: _part(found, file, key, at, 3) for file, code in (("fra", "fr"), ("eng", "en"))}
    major, minor = sorted(halves, key=lambda code: -len(halves[code]))
    return Edge(between.join(halves.values()), major, (minor,))


def _shouted(found: Documents, file: str, code: str) -> Iterator[Edge]:
    for place in _places(found):
        text = _part(found, file, *place, 1)
        yield Edge((text.replace("i", "İ") if code == "tr" else text).upper(), code)
