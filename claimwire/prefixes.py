"""What holds for the keys under a prefix: ``sport/ targets=pt claims=3; wire/de/ language=de``."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from claimwire.errors import BadSetting, Refused
from claimwire.settings import PREFIX, Settings
from claimwire.wishes import narrowed

NAME = f"{PREFIX}PREFIXES"

Prefixes = Mapping[str, Mapping[str, str]]
"""Wishes by prefix."""


def parsed(text: str, settings: Settings) -> dict[str, dict[str, str]]:
    """The rules of a setting: parted by semicolons, each a prefix (percent-encoded, where it has spaces) and its wishes.

    Raises BadSetting, which names the rule at fault.
    """
    rules = [rule.split() for rule in text.split(";") if rule.strip()]
    return {unquote(words[0]): _wishes(words, settings) for words in rules}


def of(prefixes: Prefixes, key: str) -> dict[str, str]:
    """The wishes that hold for a key: those of the longest prefix that it begins with."""
    fitting = [prefix for prefix in prefixes if key.startswith(prefix)]
    return dict(prefixes[max(fitting, key=len)]) if fitting else {}


def _wishes(words: list[str], settings: Settings) -> dict[str, str]:
    pairs = [word.partition("=") for word in words[1:]]
    if not pairs or not all(name and value for name, _, value in pairs):
        raise BadSetting(f"{NAME}: {' '.join(words)!r} is no prefix with wishes such as: sport/ targets=pt claims=3")
    wishes = {name: value for name, _, value in pairs}
    try:
        narrowed(settings, wishes)
    except Refused as refusal:
        raise BadSetting(f"{NAME}: {words[0]}: {refusal}") from refusal
    return wishes
