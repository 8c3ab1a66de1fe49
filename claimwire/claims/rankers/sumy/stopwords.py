"""Words too common to tell anything: sumy's own lists, and ours in stopwords.json for languages that it lacks."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from claimwire import codes

# sumy names its files by the languages' English names.
_FILES = {
    "ar": "arabic", "cs": "czech", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fr": "french", "he": "hebrew",
    "it": "italian", "ja": "japanese", "ko": "korean", "pl": "polish", "pt": "portuguese", "sk": "slovak", "sv": "swedish",
    "th": "thai", "uk": "ukrainian", "zh": "chinese",
}  # fmt: skip


@cache
def stopwords(language: str) -> frozenset[str]:
    """Those of a language, lower-case; empty where there is no list. Clear with ``stopwords.cache_clear()``."""
    base = codes.base(language)
    if base not in _FILES:
        return frozenset(_ours().get(base, "").split())
    file = resources.files("sumy") / "data" / "stopwords" / f"{_FILES[base]}.txt"
    return frozenset(line.strip().lower() for line in file.read_text("utf-8").splitlines() if line.strip())


@cache
def _ours() -> dict[str, str]:
    file = resources.files(__package__) / "stopwords.json"
    return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
