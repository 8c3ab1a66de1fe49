"""Rules laid out so that a line meets few of them: phrases are looked up, whatever their number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from msgspec import Struct

from claimwire.readers.furniture.fold import goes_on
from claimwire.readers.furniture.rests import FITS, date, words
from claimwire.readers.furniture.rules import SILENT, File, Rule, Speech
from claimwire.readers.furniture.shape import terminated

_HEAD = re.compile(r"(.{1,60}?)\s?(?:[|:：｜›»>▶►→]|([…–—]|\.{3}|\s[-/]\s))")  # a label ends at the first of these
_NUMBER = re.compile(r"\d+")
_TRAIL = ".:!…。：！،؟?،"
_KEY = 4  # letters by which phrases at the ends are looked up: of ten thousand phrases few share four
_PIECE = 3  # letters by which a phrase is looked for anywhere in a line
_KEYS = (4, 3, 2, 1)  # a shorter phrase is its own key
_LONGEST_LABELLED, _LONGEST_DATE = 300, 60  # characters


class Line(Struct, frozen=True):
    """A line as rules see it: cleaned and without brackets, the same in small letters, and whether it stood in brackets."""

    text: str
    low: str
    bracketed: bool


class Entry(Struct, frozen=True):
    """A phrase at work: the rule that it belongs to, and its language's words."""

    phrase: str
    rule: Rule
    speech: Speech

    def starts(self, line: Line) -> bool:
        """Whether the line begins with the phrase and its rest is as the rule wants it."""
        size = len(self.phrase)
        return line.low.startswith(self.phrase) and not goes_on(line.low, size) and self._fits(line.text[size:], line)

    def ends(self, line: Line) -> bool:
        """The same from the end, where final full stops do not count."""
        low = line.low.rstrip(_TRAIL)
        size = len(low) - len(self.phrase)
        return low.endswith(self.phrase) and not goes_on(low, size) and self._fits(line.text[:size], line)

    def has(self, line: Line) -> bool:
        """Whether the phrase stands anywhere in a line in which nobody speaks."""
        at = line.low.find(self.phrase)
        end = at + len(self.phrase)
        return at >= 0 and not goes_on(line.low, at) and not goes_on(line.low, end) and not self.speech.spoken(line.low)

    def _fits(self, rest: str, line: Line) -> bool:
        rest = rest.strip(" :：|,،-–—.。!！…")
        alone = not rest and self.rule.rest == "any"
        return alone or (
            FITS[self.rule.rest](rest, self.speech.known(self.rule.rest)) and not self.speech.spoken(line.low)
        )


@dataclass(frozen=True)
class Index:
    """The rules of one verdict, from all files."""

    whole: dict[str, str] = field(default_factory=dict)
    label: dict[str, str] = field(default_factory=dict)
    start: defaultdict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    end: defaultdict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    has: defaultdict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    brackets: list[Entry] = field(default_factory=list)
    lines: list[tuple[re.Pattern[str], str, Speech]] = field(default_factory=list)
    dates: set[frozenset[str]] = field(default_factory=set)

    def add(self, rule: Rule, file: File, speech: Speech) -> None:
        """Takes in a rule; the first that claims a phrase keeps it."""
        if rule.rest == "date":
            self.dates.add(speech.dates)
        for phrase in rule.phrases("whole"):
            self.whole.setdefault(phrase, rule.reason)
        for phrase in rule.phrases("label"):
            self.label.setdefault(phrase, rule.reason)
        for phrase in rule.phrases("start"):
            self.start[phrase[:_KEY]].append(Entry(phrase, rule, speech))
        for phrase in rule.phrases("end"):
            self.end[phrase[-_KEY:]].append(Entry(phrase, rule, speech))
        for phrase in rule.phrases("has"):
            self.has[phrase[:_PIECE]].append(Entry(phrase, rule, speech))
        self.brackets.extend([Entry(phrase, rule, speech) for phrase in rule.phrases("brackets")])
        if rule.line:
            silent = rule.line.startswith(SILENT)
            self.lines.append(
                (file.compiled(rule.line.removeprefix(SILENT)), rule.reason, speech if silent else Speech())
            )

    def reason(self, line: Line) -> str | None:
        """Why the line falls under this verdict, or None."""
        return (
            self._alone(line.low.strip(f"{_TRAIL} "))
            or self._labelled(line)
            or self._by_phrase(line)
            or self._dated(line)
            or self._by_line(line)
        )

    def _alone(self, low: str) -> str | None:
        """A whole line; in phrases 0 stands for any number."""
        found = self.whole.get(low)
        return found if found or len(low) > _LONGEST_DATE else self.whole.get(_NUMBER.sub("0", low))

    def _labelled(self, line: Line) -> str | None:
        head = _HEAD.match(line.low) if len(line.low) <= _LONGEST_LABELLED else None
        prose = (
            head and head[2] and terminated(line.text)
        )  # a dash or dots part sentences too, but teasers have no full stop
        return self.label.get(head[1].strip()) if head and not prose else None

    def _dated(self, line: Line) -> str | None:
        """A line that is a date alone, in one language's words."""
        short = len(line.text) <= _LONGEST_DATE and any(map(str.isdigit, line.text))
        worded = short and any(map(str.isalpha, line.text))
        found = words(line.low) if worded else []
        return "dateline" if found and any(date(found, known) for known in self.dates) else None

    def _by_line(self, line: Line) -> str | None:
        fitting = ((reason, speech) for pattern, reason, speech in self.lines if pattern.fullmatch(line.text))
        return next((reason for reason, speech in fitting if not speech.spoken(line.low)), None)

    def _by_phrase(self, line: Line) -> str | None:
        low = line.low.rstrip(_TRAIL)
        starting = (entry for size in _KEYS for entry in self.start.get(low[:size], ()) if entry.starts(line))
        ending = (entry for size in _KEYS for entry in self.end.get(low[-size:], ()) if entry.ends(line))
        bracketed = (entry for entry in (self.brackets if line.bracketed else ()) if entry.has(line))
        places = range(len(line.low) if len(line.low) <= _LONGEST_LABELLED else 0)
        pieces = self.has.keys() & {line.low[at : at + _PIECE] for at in places}
        holding = (entry for piece in pieces for entry in self.has[piece] if entry.has(line))
        return next((entry.rule.reason for entry in chain(starting, ending, bracketed, holding)), None)
