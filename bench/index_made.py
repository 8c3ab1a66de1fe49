"""Entries of an index as a desk would have them, from a seed: what the pages over many articles are measured on."""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Iterator

import msgspec

from claimwire import layout
from claimwire.index import Entry, Said
from claimwire.models import Kind, Stance

LANGUAGE = "pt"
_PARTS = """
ba be bo ca ce co da de do fa fe fi ga go la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi
"""
_KINDS: tuple[Kind, ...] = ("quoted", "reported", "stated")
_STANCES: tuple[Stance, ...] = ("says", "says", "says", "denies", "accuses", "promises")
_NAMES, _WORDS = 1500, 6000


def objects(digests: int, days: int, end: datetime.datetime, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Keys and bodies: one entry an article, and one key that says who speaks; articles at even times before ``end``."""
    chance = random.Random(seed)  # noqa: S311 (a sample, no secret)
    words = [_word(chance) for _ in range(_WORDS)]
    names = [f"{_word(chance).title()} {_word(chance).title()}" for _ in range(_NAMES)]
    for number in range(digests):
        moment = end - datetime.timedelta(seconds=number * days * 86_400 // digests)
        entry = _entry(chance, words, names, number, moment)
        place = layout.place_of(entry.article_id, int(moment.timestamp()))
        yield layout.key_at(LANGUAGE, place), msgspec.json.encode(entry)
        yield layout.spoken_key(place, [LANGUAGE], entry.speakers), b"{}"


def _entry(chance: random.Random, words: list[str], names: list[str], number: int, moment: datetime.datetime) -> Entry:
    claims = tuple(_said(chance, words, names) for _ in range(chance.randint(3, 5)))
    identity = layout.article_id("bench", f"{number}.html")
    return Entry(
        article_id=identity,
        version=layout.version_id(str(number), "bench"),
        status="ready",
        modified=moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        language=LANGUAGE,
        source_language=chance.choice(["en", "es", "fr", "pt", "ru", "uk"]),
        title=_sentence(chance, words, 6, 14),
        speakers=tuple(dict.fromkeys(said.speaker for said in claims if said.speaker)),
        site=f"{chance.choice(words)}.example",
        claims=claims,
        caveats=(_sentence(chance, words, 8, 16),) if chance.random() < 0.1 else (),
        warnings=("a number is missing",) if chance.random() < 0.1 else (),
        files=("digest.json", f"digest.{LANGUAGE}.html", f"summary.{LANGUAGE}.md", f"article.{LANGUAGE}.txt"),
    )


def _said(chance: random.Random, words: list[str], names: list[str]) -> Said:
    text, named = _sentence(chance, words, 12, 40), chance.random() < 0.7
    speaker = _often(chance, names) if named else None
    return Said(text=text, kind=chance.choice(_KINDS), stance=chance.choice(_STANCES), speaker=speaker, original=text)


def _sentence(chance: random.Random, words: list[str], least: int, most: int) -> str:
    text = " ".join(_often(chance, words) for _ in range(chance.randint(least, most)))
    return f"{text.capitalize()}."


def _often(chance: random.Random, of: list[str]) -> str:
    """Few of them often, most of them seldom, as words and speakers are (Zipf)."""
    return of[min(int(len(of) ** chance.random()) - 1, len(of) - 1)]


def _word(chance: random.Random) -> str:
    return "".join(itertools.chain(chance.choices(_PARTS.split(), k=chance.randint(1, 4))))
