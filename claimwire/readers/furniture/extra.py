"""A user's own file of rules, checked before it is believed."""

from __future__ import annotations

import hashlib
import re
import tomllib
from itertools import chain
from pathlib import Path

import msgspec

from claimwire.errors import BadSetting
from claimwire.readers.furniture.cost import MOST, cost
from claimwire.readers.furniture.rules import KINDS, SHORTEST, SILENT, File, Rule, parsed
from claimwire.readers.furniture.ruleset import RuleSet, built, ours_by_file

_MOST_BYTES = 1_000_000


def load_extra(path: Path) -> RuleSet:
    """Our rules and those of a file; ``identity`` of what comes back is the file's hash.

    Raises:
        BadSetting: The file cannot be read, is no TOML, or holds a rule that is wrong or slow; names file and place.
    """
    data = _bytes(path)
    try:
        source = data.decode("utf-8")
        file = parsed(tomllib.loads(source))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise BadSetting(f"{path}: {fault}: see docs/furniture.md for how rules are written") from fault
    for name in ("keep", "remove", "bar"):
        for number, rule in enumerate(getattr(file, name)):
            _check(rule, name, file, f"{path}, line {_place(source, name, number)}, [[{name}]] {number + 1}")
    return built([*ours_by_file().values(), file], hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise BadSetting(f"{path}: the furniture rules cannot be read: {fault.strerror}") from fault
    if len(data) > _MOST_BYTES:
        raise BadSetting(f"{path}: {len(data):,} bytes of furniture rules; at most {_MOST_BYTES:,} are read")
    return data


def _place(source: str, name: str, number: int) -> int:
    """The line of the source on which the rule begins."""
    heads = [m.start() for m in re.finditer(rf"^[ \t]*\[\[\s*{name}\s*\]\]", source, re.MULTILINE)]
    return source.count("\n", 0, heads[number]) + 1 if number < len(heads) else 1


def _check(rule: Rule, name: str, file: File, place: str) -> None:
    phrases = [phrase for kind in KINDS for phrase in getattr(rule, kind)]
    wrong = (
        (name != "keep" and not rule.reason, "it has no reason"),
        (name == "keep" and (bool(phrases) or not rule.line), "it takes a line alone"),
        (
            any(len(phrase) < SHORTEST for phrase in rule.has),
            f"a phrase that may stand anywhere needs at least {SHORTEST} letters",
        ),
        (not phrases and not rule.line, "it has neither phrases nor a line"),
    )
    for holds, complaint in wrong:
        if holds:
            raise BadSetting(f"{place}: {complaint}")
    try:
        list(chain.from_iterable(map(rule.phrases, KINDS)))
        ways = cost(file.compiled(rule.line.removeprefix(SILENT)).pattern) if rule.line else 0
    except (ValueError, re.error) as fault:
        raise BadSetting(f"{place}: {fault}") from fault
    if ways > MOST:
        raise BadSetting(f"{place}: the line is too slow: give every repeat a bound and put no repeat into another")
