"""Letters and little words that give a language away which the detector cannot know, or takes for its neighbour."""

from __future__ import annotations

import functools
import tomllib
from collections import Counter
from importlib import resources

from msgspec import Struct, convert


class Rule(Struct, frozen=True, kw_only=True):
    """Text of ``script`` is in ``language`` where ``letters`` make up ``share`` of its letters, or ``words`` of its words.

    ``without``: letters or words that must be rarer than those. ``over``: only where the detector answered one of these.
    """

    script: str
    language: str
    share: float
    letters: str = ""
    words: str = ""
    without: str = ""
    over: str = ""


def reveal(text: str, script: str, answer: str) -> str | None:
    """The language that the first matching rule names (``und``: none that we know), or None."""
    lower = text.lower()
    letters, words = Counter(lower), Counter(lower.split())
    matching = (rule for rule in _rules().get(script, ()) if not rule.over or answer in rule.over.split())
    return next((rule.language for rule in matching if _matches(rule, letters, words)), None)


def _matches(rule: Rule, letters: Counter[str], words: Counter[str]) -> bool:
    found, telling, against = (letters, [*rule.letters], [*rule.without])
    if rule.words:
        found, telling, against = (words, rule.words.split(), rule.without.split())
    hits = sum(found[item] for item in telling)
    whole = letters.total() - letters[" "] if rule.letters else words.total()
    return hits > sum(found[item] for item in against) and hits >= rule.share * whole


@functools.cache
def _rules() -> dict[str, list[Rule]]:
    rules = tomllib.loads(resources.files(__package__).joinpath("telltales.toml").read_text("utf-8"))["rule"]
    by_script: dict[str, list[Rule]] = {}
    for rule in convert(rules, list[Rule]):
        by_script.setdefault(rule.script, []).append(rule)
    return by_script
