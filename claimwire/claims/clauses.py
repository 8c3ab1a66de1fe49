"""Noun phrases between borders: marks, particles, times and other words that no name holds. No capitals, no parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from claimwire.claims.lexicon import Lexicon
from claimwire.claims.tokens import Token

Range = tuple[int, int]
STOPS = frozenset(',;:.!?…—–"“”„«»‹›「」『』،؛؟۔।，。、；：！？《》')
ENDS = frozenset(".!?…۔।。！？؟")
_OPENERS = {")": "(", "）": "（", "]": "["}
_LONGEST, _CHARACTERS = 12, 70  # words and characters of a speaker; what is longer in news is a clause
_BARRING = ("breaks", "prepositions", "times", "negations", "auxiliaries", "toward", "complementisers")


@dataclass(frozen=True)
class Clauses:
    """The tokens of a unit, with what each may be: ``inside`` speech, or of the ``terms`` that stand in quotation marks."""

    tokens: Sequence[Token]
    inside: Sequence[bool]
    lexicon: Lexicon
    terms: frozenset[int] = frozenset()

    def has(self, name: str, at: int) -> bool:
        """Whether the token, if there is one, is in the set ``name``."""
        return 0 <= at < len(self.tokens) and self.lexicon.has(name, self.tokens[at].lower)

    def listed(self, name: str, at: int) -> int:
        """How many tokens an entry of the set ``name`` covers here."""
        entry = self.lexicon.listed(name).at(self.tokens, at) if at < len(self.tokens) else None
        return entry[0] if entry else 0

    def stops(self, at: int) -> bool:
        """Whether no phrase goes over this token."""
        return self.inside[at] or (self.tokens[at].text in STOPS and at not in self.terms)

    def bars(self, at: int) -> bool:
        """Whether no name holds this token."""
        if self.stops(at):
            return True
        if self.has("whole", at):
            return False
        if self.particle(at):
            return True
        barred = any(self.has(name, at) for name in _BARRING) or self._kana(at) or self._dated(at)
        return barred or self.lexicon.phrase.at(self.tokens, at) is not None

    def particle(self, at: int) -> bool:
        """Whether it marks a subject; one that is an ending stands right after its noun."""
        if not self.has("subject_marks", at):
            return False
        return not self.has("subject_suffixes", at) or (at > 0 and self.tokens[at - 1].end == self.tokens[at].start)

    def _dated(self, at: int) -> bool:
        return self.tokens[at].text.isdigit() and (self.has("units", at + 1) or self.has("times", at + 1))

    def _kana(self, at: int) -> bool:
        """Whether it is Japanese grammar: a name or a title is hardly written in hiragana alone."""
        text = self.tokens[at].text
        plain = all("ぁ" <= character <= "ゖ" for character in text)
        return (
            plain
            and not any(self.has(name, at) for name in ("linkers", "people", "titles"))
            and (text not in self.lexicon.pronouns)
        )

    def opening(self, at: int) -> int:
        """The first token of the sentence that holds token ``at``."""
        ends = (
            place + 1 for place in range(at - 1, -1, -1) if self.tokens[place].text in ENDS and not self.inside[place]
        )
        return next(ends, 0)

    def led(self, start: int, end: int) -> int:
        """Past ``On Monday``, ``But``, ``Meanwhile``."""
        while start < end:
            length = max(self.listed(name, start) for name in ("times", "contrasts", "conjunctions", "leads"))
            number = self.tokens[start].text.isdigit() and (
                self.listed("times", start + 1) or self.has("units", start + 1)
            )
            if not length and not number:
                break
            start += max(length, 1)
        return start

    def head(self, start: int, end: int) -> Range | None:
        """The phrase that opens the clause ``start`` to ``end``."""
        start = last = self.led(start, end)
        if start < end and self.tokens[start].lower in self.lexicon.pronouns and not self.has("linkers", start + 1):
            return start, start + 1
        while last < end and not self.bars(last) and not self._cued(last):
            last += 1
        if self.has("objects", last):
            last = next((at for at in range(start + 1, last) if self.has("determiners", at)), start)
        return self.named(start, last)

    def tail(self, floor: int, end: int) -> Range | None:
        """The phrase that ends before token ``end``, and begins at ``floor`` or later."""
        start = end
        while start > floor and end - start < _LONGEST:
            opener = _OPENERS.get(self.tokens[start - 1].text)
            if opener:
                start = next(
                    (at for at in range(start - 2, floor - 1, -1) if self.tokens[at].text == opener), start - 1
                )
            elif self.bars(start - 1) and not self._links(start - 1, end):
                break
            else:
                start -= 1
        while start < end and (
            self.has("linkers", start) or self.has("conjunctions", start) or self.tokens[start].text in _OPENERS
        ):
            start += 1
        return self.named(self.led(start, end), end)

    def named(self, start: int, end: int) -> Range | None:
        """The range, if it may name somebody."""
        while end > start and (self.has("linkers", end - 1) or self.has("conjunctions", end - 1)):
            end -= 1
        phrase = self.tokens[start:end]
        if not any(token.text[0].isalpha() for token in phrase) or len(phrase) > _LONGEST:
            return None
        lone = len(phrase) == 1 and (self.has("vague", start) or self._sign(phrase[0]))
        return None if lone or phrase[-1].end - phrase[0].start > _CHARACTERS else (start, end)

    def _sign(self, token: Token) -> bool:
        """Whether it is one Chinese character: a piece of a word, unless it is a pronoun."""
        return (
            len(token.text) == 1
            and token.text >= "一"
            and token.text <= "鿿"
            and token.text not in self.lexicon.pronouns
        )

    def _cued(self, at: int) -> bool:
        return self.lexicon.cue.at(self.tokens, at) is not None

    def _links(self, at: int, end: int) -> bool:
        """Whether it joins two names: 日本[と]米国, एयरलाइन [और] नौसेना."""
        return (
            (self.has("linkers", at) or self.has("conjunctions", at))
            and at + 1 < end
            and at > 0
            and not self.bars(at - 1)
        )

    def segments(self, start: int, end: int) -> list[Range]:
        """The stretch without its commas and quotations."""
        found: list[Range] = []
        at = start
        while at < end:
            length = len(list(takewhile(lambda place: not self.stops(place), range(at, end))))
            if length:
                found.append((at, at + length))
            at += length + 1
        return found
