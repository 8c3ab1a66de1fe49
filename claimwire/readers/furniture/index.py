"""Rules laid out so that a line meets few of them: phrases are looked up, whatever their number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from claimwire.readers.furniture.fold import goes_on
from claimwire.readers.furniture.rests import FITS
from claimwire.readers.furniture.rules import File, Rule, Speech

_HEAD = re.compile(r"(.{1,60}?)\s?(?:[|:：｜›»>▶►→…–—]|\.{3}|\s[-/]\s)")  # a label ends at the first of these
_TRAIL = ".:!…。：！،؟?،"
_KEY = 2  # letters by which phrases at the ends are looked up: of some 3,000 phrases few share two
_LONGEST_LABELLED = 300


@dataclass(frozen=True)
class Line:
    """A line as rules see it: cleaned and without brackets, the same in small letters, and whether it stood in brackets."""

    text: str
    low: str
    bracketed: bool


@dataclass(frozen=True)
class Entry:
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
    has: list[Entry] = field(default_factory=list)
    brackets: list[Entry] = field(default_factory=list)
    lines: list[tuple[re.Pattern[str], str]] = field(default_factory=list)

    def add(self, rule: Rule, file: File, speech: Speech) -> None:
        """Takes in a rule; the first that claims a phrase keeps it."""
        self.whole.update({phrase: rule.reason for phrase in rule.phrases("whole") if phrase not in self.whole})
        self.label.update({phrase: rule.reason for phrase in rule.phrases("label") if phrase not in self.label})
        for phrase in rule.phrases("start"):
            self.start[phrase[:_KEY]].append(Entry(phrase, rule, speech))
        for phrase in rule.phrases("end"):
            self.end[phrase[-_KEY:]].append(Entry(phrase, rule, speech))
        self.has.extend([Entry(phrase, rule, speech) for phrase in rule.phrases("has")])
        self.brackets.extend([Entry(phrase, rule, speech) for phrase in rule.phrases("brackets")])
        if rule.line:
            self.lines.append((file.compiled(rule.line), rule.reason))

    def reason(self, line: Line) -> str | None:
        """Why the line falls under this verdict, or None."""
        return (
            self.whole.get(line.low.strip(f"{_TRAIL} "))
            or self._labelled(line)
            or self._by_phrase(line)
            or next((reason for pattern, reason in self.lines if pattern.fullmatch(line.text)), None)
        )

    def _labelled(self, line: Line) -> str | None:
        head = _HEAD.match(line.low) if len(line.low) <= _LONGEST_LABELLED else None
        return self.label.get(head[1].strip()) if head else None

    def _by_phrase(self, line: Line) -> str | None:
        starting = (entry for entry in self.start.get(line.low[:_KEY], ()) if entry.starts(line))
        ending = (entry for entry in self.end.get(line.low.rstrip(_TRAIL)[-_KEY:], ()) if entry.ends(line))
        bracketed = (entry for entry in (self.brackets if line.bracketed else ()) if entry.has(line))
        holding = (entry for entry in self.has if entry.has(line))
        for entries in (starting, ending, bracketed, holding):
            for entry in entries:
                return entry.rule.reason
        return None
