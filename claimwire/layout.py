"""Where results lie: names of articles, versions and files, and their grammar."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterable

DIGEST = "digest.json"
LATEST = "latest"
REVOKED = "revoked/"
UPLOADS = "uploads/"
"""Begins the keys of what comes through the upload page: all that its function may write."""

_ID = r"[0-9a-f]{32}"
_LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
ARTICLE_ID = re.compile(_ID)
LANGUAGE = re.compile(_LANGUAGE)
SPEAKER = re.compile(rf"(?:{_ID})?")
PLACE = re.compile(rf"[0-9]{{12}}-{_ID}")
# Short enough for a key (1,024 bytes) with a name behind it; what a browser would fold away (. and ..) is no folder.
FOLDER = re.compile(r"(?=.{1,200}\Z)(?:(?!\.{1,2}/)[^/\x00-\x1f\x7f\ud800-\udfff]{1,200}/){1,20}", re.DOTALL)
VERSION = re.compile(rf"{_ID}|{LATEST}")
FILE = re.compile(
    rf"{re.escape(DIGEST)}|digest\.{_LANGUAGE}\.html|summary\.{_LANGUAGE}\.md|article\.{_LANGUAGE}\.txt",
)

# 9999-12-31T23:59:59 as seconds: index keys count down to it, so that a plain listing gives the newest first.
_END_OF_TIME = 253_402_300_799
ANY = "any"
_MOST_MARKS, _ROOM = 10, 70


def digest_hash(*parts: str) -> str:
    """128 bits of SHA-256 over the parts, in hex; NUL parts them, so that no two lists of parts run together."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def article_id(bucket: str, key: str) -> str:
    """The article's name in results and URLs, for as long as it lies at this bucket and full key."""
    return digest_hash("article", bucket, key)


def version_id(source_identity: str, fingerprint: str) -> str:
    """The name of one result: one source under one set of settings."""
    return digest_hash("version", source_identity, fingerprint)


def file_key(article: str, version: str, file: str) -> str:
    """Key of a result file in the results bucket."""
    return f"results/{article}/{version}/{file}"


def folder(article: str) -> str:
    """Prefix of all that belongs to an article."""
    return f"results/{article}/"


def pointer_key(article: str) -> str:
    """Key of the pointer to the article's current version."""
    return f"results/{article}/latest.json"


def revocation_key(article: str) -> str:
    """Key of the mark that an article's links are revoked."""
    return f"{REVOKED}{article}"


def speaker_id(name: str) -> str:
    """A speaker's name in keys: the same for every way to write its case, width and spaces. Nobody's is empty."""
    folded = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return digest_hash("speaker", folded) if folded else ""


def speaker_key(speaker: str, place: str) -> str:
    """Key of an article's entry in a speaker's index; ``place`` as in ``place_of``."""
    return f"index/speaker/{speaker}/{place}.json"


def spoken_key(place: str, languages: Iterable[str], names: Iterable[str]) -> str:
    """Key that says in which languages an article is listed, and who speaks in it, each by a mark: a listing alone counts them.

    ``place`` as in ``place_of``. A folder's file names end at 255 bytes: names beyond the first ten are left out, and for more languages
    than have room stands ``any``.
    """
    marks = [speaker_mark(name) for name in names][:_MOST_MARKS]
    known = "+".join(languages)
    return f"index/spoken/{day_of(place)}/{'.'.join([place, known if len(known) <= _ROOM else ANY, *marks])}.json"


def spoken(key: str) -> tuple[str, str, tuple[str, ...]]:
    """The place, the languages joined by ``+`` (or ``any``), and the marks of the speakers, that such a key tells."""
    place, languages, *marks = key.rpartition("/")[2].removesuffix(".json").split(".")
    return place, languages, tuple(marks)


def speaker_mark(name: str) -> str:
    """The beginning of a speaker's id: 48 bits, so that of a hundred thousand speakers hardly two share one."""
    return speaker_id(name)[:12]


def place_of(article: str, seconds: int) -> str:
    """An article's place in time order, the newest first: the same in every index."""
    return f"{_END_OF_TIME - seconds:012d}-{article}"


def key_at(language: str, place: str) -> str:
    """Key of the entry at a place in a language's index."""
    return f"index/{language}/{day_of(place)}/{place}.json"


def day_of(place: str) -> str:
    """The day of a place, in UTC; no article is older than 1970."""
    seconds = max(0, _END_OF_TIME - int(place[:12]))
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).date().isoformat()  # noqa: DTZ001 - UTC by definition


def is_day(text: str) -> bool:
    """Whether this is a date as index keys write it."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def newest_of(day: str) -> str:
    """What comes before every place of a day, and after those of newer ones."""
    ends = datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1) + datetime.timedelta(days=1)
    return f"{max(0, _END_OF_TIME - int(ends.total_seconds())):012d}~"


def index_key(article: str, language: str, modified: str, seconds: int) -> str:
    """Key of an article's entry in a language's index; ``seconds`` is ``modified`` as seconds since 1970."""
    return f"index/{language}/{modified[:10]}/{place_of(article, seconds)}.json"
