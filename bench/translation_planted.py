"""Faults planted in human translations."""

from __future__ import annotations

import functools
import random
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from claimwire import codes
from claimwire.translators.checks.digits import tokens

_END = re.compile(r"[\s,;:،、，—–-]+$")
_NOT = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
SCRIPTS = ("pt es fr de pl cs it nl tr vi id en", "ru uk", "ar fa", "zh-Hans ja")


class Case(Struct, frozen=True):
    """A source text and the answer to it; ``others`` are translations of the same sentence by code."""

    source_text: str
    answer: str
    source: str
    target: str
    others: dict[str, str]

    @property
    def language(self) -> str:
        """The one that is not English."""
        return self.target if self.source == "en" else self.source

    def with_answer(self, answer: str) -> Case:
        """The same text with another answer."""
        return structs.replace(self, answer=answer)


Planted = tuple[str, str | None]


def nothing(case: Case, _: random.Random) -> Planted | None:
    return case.source_text, None


def empty(case: Case, chance: random.Random) -> Planted | None:
    return case.source_text, chance.choice(["", " ", "\n\n", "\t \u00a0", "\u200b", "...", "。", '""'])


def copied(case: Case, chance: random.Random) -> Planted | None:
    text = case.source_text
    return text, chance.choice([text, text, text.lower(), text.upper(), text.rstrip(".。!?"), f" {text} "])


def wrong_language(case: Case, chance: random.Random) -> Planted | None:
    same = next((each.split() for each in SCRIPTS if case.target in each.split()), [])
    codes_ = [code for code in same if code not in (case.source, case.target) and code in case.others]
    return (case.source_text, case.others[chance.choice(codes_)]) if codes_ else None


def truncated(case: Case, chance: random.Random) -> Planted | None:
    cut = int(len(case.answer) * chance.uniform(0.25, 0.6))
    if not codes.unspaced(case.target):
        cut = case.answer.rfind(" ", 0, cut)
    return (case.source_text, _END.sub("", case.answer[:cut])) if cut > 3 else None


def truncated_and_closed(case: Case, chance: random.Random) -> Planted | None:
    found = truncated(case, chance)
    return (found[0], f"{found[1]}{case.answer[-1]}") if found else None


def repeated(case: Case, chance: random.Random) -> Planted | None:
    pieces = list(case.answer) if codes.unspaced(case.target) else [f"{word} " for word in case.answer.split()]
    if len(pieces) < 6:
        return None
    if chance.random() < 1 / 3:
        return case.source_text, f"{case.answer} {case.answer}"
    size = chance.randint(3, 6) * (2 if codes.unspaced(case.target) else 1)
    at = chance.randrange(len(pieces) // 2, len(pieces))
    return case.source_text, "".join(pieces[:at] + pieces[max(0, at - size) : at] * 4 + pieces[at:])


def number_changed(case: Case, chance: random.Random) -> Planted | None:
    there = {value for token in tokens(case.source_text, codes.base(case.source)) for value in token.values}
    here = [token for token in tokens(case.answer, codes.base(case.target)) if token.values & there and not token.loose]
    written = {re.split(r"[^\d.,]", token.written)[0].rstrip(".,") for token in here}
    digits = [match for match in re.finditer(r"\d+(?:[.,]\d+)*", case.answer) if match[0] in written]
    if not digits:
        return None
    match = chance.choice(digits)
    at = chance.choice([at for at in range(match.start(), match.end()) if case.answer[at].isdecimal()])
    other = chance.choice([digit for digit in "123456789" if int(digit) != int(case.answer[at])])
    return case.source_text, case.answer[:at] + other + case.answer[at + 1 :]


def warning_text(case: Case, chance: random.Random) -> Planted | None:
    return case.source_text, chance.choice(_texts()["warnings"]).replace("{t}", codes.base(case.target).upper())


def error_page(case: Case, chance: random.Random) -> Planted | None:
    return case.source_text, chance.choice(_texts()["pages"])


def placeholder_lost(case: Case, chance: random.Random) -> Planted | None:
    sign = chance.choice(["DNT{}", "QZ{}", "⟦{}⟧", '<x id="{}"/>', "__PH{}__", "{{{}}}"])
    one, two = sign.format(1), sign.format(2)
    bad = chance.choice(
        [
            f"{one} ",
            f"{one} {one} {two} ",
            f"{two} ",
            one.replace("1", " 1") + f" {two} ",
            f"{one} {two} {sign.format(3)} ",
        ]
    )
    return f"{one} {two} {case.source_text}", bad + case.answer


def negation_dropped(case: Case, _: random.Random) -> Planted | None:
    """Where the English sentence has a not, by rules of the bench's own."""
    english, answer = case.others["en"], case.answer
    for pattern, instead in _texts()["negations"].get(codes.base(case.target), ()):
        answer = re.sub(pattern, instead, answer)
    return (case.source_text, answer) if _NOT.search(english) and answer != case.answer else None


KINDS: dict[str, Callable[[Case, random.Random], Planted | None]] = {
    "None": nothing,
    "empty": empty,
    "source copied": copied,
    "wrong language": wrong_language,
    "truncated": truncated,
    "truncated, mark kept": truncated_and_closed,
    "repeated": repeated,
    "number changed": number_changed,
    "warning text": warning_text,
    "error page": error_page,
    "placeholder lost": placeholder_lost,
    "negation dropped": negation_dropped,
}


@functools.cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("translation_faults.toml").read_text("utf-8"))
