"""Words of attribution, a file a language; a language without a file has an empty lexicon."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import msgspec

from claimwire import codes
from claimwire.models import Stance


@dataclass(frozen=True)
class Lexicon:
    """``cues`` maps each lower-case form to its stance; the other sets hold lower-case words (see lexicons/en.toml)."""

    cues: Mapping[str, Stance] = field(default_factory=dict)
    phrases: Mapping[tuple[str, ...], Stance] = field(default_factory=dict)
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pronouns: Mapping[str, str] = field(default_factory=dict)
    caveats: tuple[tuple[str, re.Pattern[str]], ...] = ()

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` is in the set ``name``."""
        return word in self.sets.get(name, frozenset())


def known(code: str) -> bool:
    """Whether there are words of attribution for the language, not caveats alone."""
    return bool(load(code).cues)


@cache
def load(code: str) -> Lexicon:
    """The lexicon of a language; clear with ``load.cache_clear()``."""
    file = resources.files(__package__) / "lexicons" / f"{codes.base(code)}.toml"
    return _parse(tomllib.loads(file.read_text("utf-8"))) if file.is_file() else Lexicon()


def _parse(data: dict[str, dict[str, list[str]]]) -> Lexicon:
    """A file's tables; one with caveats alone leaves the language without words of attribution."""
    cues, phrases = (msgspec.convert(data.get(name, {}), dict[Stance, list[str]]) for name in ("cues", "phrases"))
    return Lexicon(
        cues={form: stance for stance, forms in cues.items() for form in forms},
        phrases={tuple(form.split()): stance for stance, forms in phrases.items() for form in forms},
        sets={name: frozenset(words) for name, words in data.get("sets", {}).items()},
        pronouns={word: kind for kind, words in data.get("pronouns", {}).items() for word in words},
        caveats=tuple((name, re.compile("|".join(forms), re.IGNORECASE)) for name, forms in data["caveats"].items()),
    )
