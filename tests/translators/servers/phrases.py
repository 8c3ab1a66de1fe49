"""What the local services know: a few sentences with numbers in them, in five languages; all else comes back marked."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = ("pt", "es", "de", "fr", "it")
_PHRASES: list[dict[str, str]] = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))["phrase"]


def mark(text: str) -> str:
    """A translation that can be traced to its source: the words backwards, in brackets."""
    return f"[{' '.join(reversed(text.split()))}]"


def translated(text: str, target: str) -> str:
    """Line by line, into the language of whatever code a service has for it."""
    return "\n".join(_line(line, re.split("[-_]", target.lower())[0]) for line in text.split("\n"))


def sentences(count: int, first: int = 10_000) -> Iterator[str]:
    """Sentences, each with two numbers of its own, so that no two are alike."""
    whole = [phrase["en"] for phrase in _PHRASES if "{a}" in phrase["en"]]
    for number in range(first, first + count):
        yield whole[number % len(whole)].format(a=number, b=number * 7 + 3)


@functools.cache
def _patterns() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    return [(re.compile(re.sub(r"\\{(.)\\}", r"(?P<\1>\\d+)", re.escape(phrase["en"]))), phrase) for phrase in _PHRASES]


def _line(line: str, target: str) -> str:
    for pattern, phrase in _patterns():
        if (match := pattern.fullmatch(line.strip())) and target in phrase:
            return phrase[target].format(**match.groupdict())
    return mark(line)
