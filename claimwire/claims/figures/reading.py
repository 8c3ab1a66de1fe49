"""From what a pattern matched to a figure."""

from __future__ import annotations

import re

from claimwire.claims.figures import digits, ideographs, spelled
from claimwire.claims.figures.forms import Forms, value
from claimwire.claims.figures.found import Found, Number
from claimwire.claims.figures.patterns import Patterns

_COUNTER = "{count}"  # what only says that things are counted
_HIGHEST = 10  # the denominator up to which 3/4 is a fraction, not a date, a score or the number of a house
_WORD_BEFORE = re.compile(r"[\w°№]+(?=[ .\u00a0]*\Z)")


def in_digits(text: str, match: re.Match[str], known: Patterns) -> Found | None:
    """A match of ``Patterns.digits``; None where it is no figure."""
    unit, scale = _unit(match, known), match["scale"]
    bare = unit is None and not scale
    if bare and len(match["digits"] or "") > 1 and match["digits"].isdecimal() and int(match["digits"][0]) == 0:
        return None  # a telephone's or a door's
    if (bare and _goes_on(text, match, known)) or known.time.match(text, match.end()) or _labelled(text, match, known):
        return None
    number = _number(match, known, certain=unit is not None)
    if number is None and _no_number(match):
        return None
    if scale and scale.lower() in known.locale.unclear and not match["before"]:
        number = None
    negative = (match["sign"] or match["minus"] or "+") != "+"
    times = _value(known.scales, scale) if scale else 1.0
    return Found(match.start(), _end(match, unit), number, times, _code(unit), negative)


def in_words(match: re.Match[str], known: Patterns) -> Found | None:
    """A match of ``Patterns.words``; None where the words make no number together."""
    unit = _unit(match, known)
    number = _value(known.kinds["part"], match["part"]) if match["part"] else None
    if match["run"]:
        number = spelled.run([_meaning(word["word"], known) for word in known.word.finditer(match["run"])])
        if number is None:
            return None
    return Found(match.start(), _end(match, unit), number, 1.0, _code(unit))


def _value(forms: Forms, found: str) -> float:
    return value(forms.get(found) or "1")


def _meaning(word: str, known: Patterns) -> tuple[str, float]:
    kind = next((kind for kind in ("count", "bound") if known.kinds[kind].get(word) is not None), "scale")
    return kind, _value(known.kinds[kind], word)


def _unit(match: re.Match[str], known: Patterns) -> str | None:
    """The key of what stands with the number: ``""`` for money or a measure that does not tell which; None where nothing does."""
    groups = match.groupdict()
    for group, forms in (("symbol", known.signs), ("unit", known.units), ("before", known.before)):
        found = groups.get(group)
        if found:
            return forms.get(found)
    return None


def _code(unit: str | None) -> str | None:
    return None if unit in ("", _COUNTER) else unit


def _end(match: re.Match[str], unit: str | None) -> int:
    """A counter is a word of its own: the figure ends before it."""
    if unit != _COUNTER:
        return match.end()
    start = match.start("unit")
    return start - 1 if match.string[start - 1].isspace() else start


def _goes_on(text: str, match: re.Match[str], known: Patterns) -> bool:
    """Whether what follows makes it a part of something else: a word (3rd, 5G), an ordinal, a time."""
    after, following = text[match.end() : match.end() + 1], text[match.end() + 1 : match.end() + 2]
    if after.isalnum() or after == "_":
        return after.isascii() or not known.locale.free or _is_ordinal(text, match, known)
    return _is_ordinal(text, match, known) or (after in ("/", ":") and following.isdecimal())


def _is_ordinal(text: str, match: re.Match[str], known: Patterns) -> bool:
    short = len(match["digits"] or "") <= 2 or not known.locale.short_ordinals
    return short and known.ordinal.match(text, match.end()) is not None


def _labelled(text: str, match: re.Match[str], known: Patterns) -> bool:
    """Whether the word before makes it the number of a thing: Article 5."""
    if not known.locale.labels or match["before"]:
        return False
    word = _WORD_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
    return word is not None and word[0].lower() in known.locale.labels


def _number(match: re.Match[str], known: Patterns, *, certain: bool) -> Number | None:
    if match.groupdict().get("vulgar"):
        return digits.vulgar(match["vulgar"])
    if match["below"]:
        return _fraction(match["digits"], match["below"], known)
    if known.locale.cjk:
        return ideographs.value(match["digits"], known.locale, certain=certain)
    return digits.value(match["digits"], known.locale)


def _fraction(above: str, below: str, known: Patterns) -> Number | None:
    if not above.isdecimal() or len(above) > digits.MOST_DIGITS:
        return None
    if known.locale.slash:
        return int(above + below), len(below)
    return int(above) / int(below) if 0 < int(above) < int(below) <= _HIGHEST else None


def _no_number(match: re.Match[str]) -> bool:
    """What is no figure rather than an open one: a version or an address, a score, a word with the sign for ten in it."""
    written = match["digits"] or ""
    return bool(match["below"]) or max(written.count(","), written.count(".")) > 1 or not _arabic(written)


def _arabic(written: str) -> bool:
    return any(map(str.isdecimal, written))
