"""Letters and little words that give a language away which the detector cannot know, or takes for its neighbour."""

from __future__ import annotations

import functools
import tomllib
from collections import Counter
from importlib import resources
from typing import Any

from msgspec import Struct, convert


class Rule(Struct, frozen=True, kw_only=True):
    """Text of ``script`` is in ``language`` where ``letters`` make up ``share`` of its letters, or ``words`` of its words.

    ``without``: letters or words that must be rarer than those. ``over``: only where the detector answered one of these, and
    does not know ``language`` itself, or where the rule is ``firm``: it knows better than any detector.
    """

    script: str
    language: str
    share: float
    letters: str = ""
    words: str = ""
    without: str = ""
    over: str = ""
    firm: bool = False


class Ready(Struct, frozen=True):
    """A rule with its lists parted: ``by_words`` or by letters."""

    rule: Rule
    by_words: bool
    telling: frozenset[str]
    against: frozenset[str]
    over: frozenset[str]


def reveal(text: str, script: str, answer: str, knows: frozenset[str]) -> str | None:
    """The language that the first matching rule names (``und``: none that we know), or None.

    ``answer`` is what the detector says, ``knows`` the languages it could have said.
    """
    rules = _applying(script, answer, knows)
    if not rules:
        return None
    lower = text.lower()
    letters = set(lower)
    # Tibetan parts its syllables with a dot
    words = Counter(lower.replace("་", " ").split()) if any(ready.by_words for ready in rules) else Counter[str]()
    for ready in rules:
        if not ready.telling.isdisjoint(words if ready.by_words else letters) and _matches(ready, lower, words):
            return ready.rule.language
    return None


def proven(text: str, answer: str) -> bool:
    """Whether ``text`` has one of the words without which ``answer`` is not sure; true where no such words are listed."""
    needed = _proofs().get(answer)
    return needed is None or not needed.isdisjoint(text.split())


def disputed(script: str) -> bool:
    """Whether any rule is about ``script``."""
    return script in _rules()


@functools.lru_cache(maxsize=4096)
def _applying(script: str, answer: str, knows: frozenset[str]) -> tuple[Ready, ...]:
    return tuple(ready for ready in _rules().get(script, ()) if _applies(ready, answer, knows))


def _applies(ready: Ready, answer: str, knows: frozenset[str]) -> bool:
    rule = ready.rule
    return not rule.over or (answer in ready.over and (rule.firm or rule.language not in knows))


def _matches(ready: Ready, text: str, words: Counter[str]) -> bool:
    found = words if ready.by_words else Counter(text.replace(" ", ""))
    hits = sum(found[item] for item in ready.telling & found.keys())
    against = sum(found[item] for item in ready.against & found.keys()) if hits else 0
    return hits > against and hits >= ready.rule.share * found.total()


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("telltales.toml").read_text("utf-8"))


@functools.cache
def _proofs() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in convert(_table()["proof"], dict[str, str]).items()}


@functools.cache
def _rules() -> dict[str, list[Ready]]:
    by_script: dict[str, list[Ready]] = {}
    for rule in convert(_table()["rule"], list[Rule]):
        by_script.setdefault(rule.script, []).append(_ready(rule))
    return by_script


def _ready(rule: Rule) -> Ready:
    telling, against = (rule.words.split(), rule.without.split()) if rule.words else (rule.letters, rule.without)
    return Ready(rule, bool(rule.words), frozenset(telling), frozenset(against), frozenset(rule.over.split()))
