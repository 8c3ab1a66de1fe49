"""What each token of a unit may be, where no capital tells: marks, particles, times and other words that no name holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

Range = tuple[int, int]
STOPS = frozenset(',;:.!?…—–"“”„«»‹›「」『』،؛؟۔।，。、；：！？《》')
ENDS = frozenset(".!?…۔।。！？؟")
_REACH = 200  # tokens from a verb back to where its subject may stand: keeps a text without stops linear
_BARRING = ("breaks", "prepositions", "times", "negations", "auxiliaries", "toward", "complementisers")


class Clauses(Struct, frozen=True):
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
        if self.has("whole", at) or self._within_name(at):
            return False
        if self.particle(at):
            return True
        barred = self.lexicon.has_any(_BARRING, self.tokens[at].lower) or self._kana(at) or self.dated(at)
        return barred or self.lexicon.phrase.at(self.tokens, at) is not None

    def _within_name(self, at: int) -> bool:
        """Whether it is one Chinese character of a Japanese name, though a word elsewhere: 馬場[春]香."""
        if not self.lexicon.sets.get("subject_marks") or len(self.tokens[at].text) > 1:
            return False
        if not self._unknown(at - 1) or not self._unknown(at + 1):
            return False
        return self.tokens[at - 1].end == self.tokens[at].start and self.tokens[at].end == self.tokens[at + 1].start

    def _unknown(self, at: int) -> bool:
        """Whether it is Chinese characters that are no word of the lexicon."""
        if not 0 <= at < len(self.tokens):
            return False
        text = self.tokens[at].text
        return all("一" <= sign <= "鿿" for sign in text) and not self.lexicon.heads.at(text, 0, len(text))

    def particle(self, at: int) -> bool:
        """Whether it marks a subject; one that is an ending stands right after its noun."""
        if not self.has("subject_marks", at):
            return False
        return not self.has("subject_suffixes", at) or (at > 0 and self.tokens[at - 1].end == self.tokens[at].start)

    def dated(self, at: int) -> bool:
        """Whether it is the number of a day or a year."""
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
            place + 1
            for place in range(at - 1, max(at - _REACH, 0) - 1, -1)
            if self.tokens[place].text in ENDS and not self.inside[place]
        )
        return next(ends, max(at - _REACH, 0))

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
