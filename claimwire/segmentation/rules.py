"""A language's rules: ``languages/<code>.toml`` on top of ``languages/shared.toml``, each read when it is first needed."""

from __future__ import annotations

import tomllib
from importlib import resources

from msgspec import Struct, convert

_TEXTS = ("ordinals", "marks", "resumes")


class Rules(Struct, frozen=True, kw_only=True):
    """One language's rules. Words are without the last full stop; a capital in one counts, lower case stands for both."""

    titles: frozenset[str] = frozenset()
    """Never end a sentence: they stand before a name ('Gen.') or explain ('e.g.')."""
    numbered: frozenset[str] = frozenset()
    """Do not end one before a number: 'No. 5', 'vol. II'."""
    endings: tuple[str, ...] = ()
    """Words with these endings are ``numbered`` too: 'Hauptstr. 5'."""
    either: frozenset[str] = frozenset()
    """End one where a ``starters`` word follows: 'in the U.S. The', 'the U.S. Senate'."""
    starters: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    """After a number, end one before a capital, unless it has only begun: 'W 2014 r. Rosja', units and eras."""
    finals: frozenset[str] = frozenset()
    """End one before any capital, as a word without full stops inside does unlisted: 'т. д.', 'm.m.'."""
    names: frozenset[str] = frozenset()
    """End in a mark of their own: 'Yahoo! News'."""
    speech: frozenset[str] = frozenset()
    """Verbs that, after a name, go on with the sentence of a closed quotation: "Really?" Smith asked."""
    particles: tuple[str, ...] = ()
    """Go on with it when they follow at once (Korean)."""
    resumes: str = ""
    """Characters that do (Japanese, Chinese)."""
    ordinals: str = ""
    """'3.' is 'third': ``lower`` where the next word is no capital, ``any`` where nouns have capitals too."""
    marks: str = ""
    """Further end marks."""
    clauses: tuple[str, ...] = ()
    """Begin a unit after a space, in scripts without end marks (Thai, Lao)."""


def rules_for(code: str) -> Rules:
    """The rules of a base language code, on top of those that all languages share."""
    shared, own = _file("shared"), _file(code)
    words = {key: f"{shared.get(key, '')} {own.get(key, '')}".split() for key in {**shared, **own} if key not in _TEXTS}
    return convert({**own, **words}, Rules)


def _file(code: str) -> dict[str, str]:
    path = resources.files(__package__) / "languages" / f"{code}.toml"
    return tomllib.loads(path.read_text("utf-8")) if code.isalpha() and path.is_file() else {}
