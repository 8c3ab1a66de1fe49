"""One unit's tokens, and what is known of each before anybody looks for who speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

Range = tuple[int, int]  # half-open, in tokens
STOPS = frozenset(".!?…。！？؟۔।")
QUOTES = frozenset('"“”„«»「」『』')
_GOES_ON = STOPS | frozenset(",;:)")  # after a stop: "(R-Neb.), a senator"


class Passage(Struct, frozen=True, dict=True):
    """``inside`` marks the tokens within quotations, marks included."""

    text: str
    tokens: Sequence[Token]
    inside: Sequence[bool]
    lexicon: Lexicon

    @cached_property
    def heads(self) -> list[int]:
        """Where sentences begin: after a stop outside quotations, or after a quotation that ends with one before a capital."""
        closing = (at for at, token in enumerate(self.tokens[:-1]) if token.text in STOPS or self.inside[at])
        return [0, *(at + 1 for at in closing if self._ends(at))]

    @cached_property
    def refusals(self) -> list[Range]:
        """Where somebody refuses to comment, in characters of the text; not in what is quoted."""
        pattern = self.lexicon.refusal
        if pattern is None or not self.tokens:
            return []
        found = pattern.finditer(self.text, self.tokens[0].start, self.tokens[-1].end)
        return [match.span() for match in found if not self.speech(self.token(match.start()))]

    def token(self, place: int) -> int:
        """Which token holds the character at ``place``, or stands before it."""
        return max(0, bisect_right(self.tokens, place, key=lambda token: token.start) - 1)

    def sentence(self, at: int) -> Range:
        """The sentence that holds token ``at``, its stop included."""
        place = bisect_right(self.heads, at)
        return self.heads[place - 1], self.heads[place] if place < len(self.heads) else len(self.tokens)

    def is_word(self, at: int) -> bool:
        """Whether there is a token, and it is no mark."""
        return 0 <= at < len(self.tokens) and self.tokens[at].word

    def has(self, name: str, at: int) -> bool:
        """Whether there is a token, and it is in the set ``name``."""
        return 0 <= at < len(self.tokens) and self.lexicon.has(name, self.tokens[at].lower)

    def has_any(self, names: tuple[str, ...], at: int) -> bool:
        """Whether there is a token, and it is in one of the sets."""
        return 0 <= at < len(self.tokens) and self.lexicon.has_any(names, self.tokens[at].lower)

    def mark(self, at: int) -> str:
        """The token if it is a mark, else nothing."""
        return "" if not 0 <= at < len(self.tokens) or self.is_word(at) else self.tokens[at].text

    def speech(self, at: int) -> bool:
        """Whether the token is within a quotation."""
        return 0 <= at < len(self.tokens) and self.inside[at]

    def span(self, where: Range) -> Span:
        """The piece of the text that these tokens are."""
        start, end = self.tokens[where[0]].start, self.tokens[where[1] - 1].end
        return Span(start=start, end=end, text=self.text[start:end])

    def _ends(self, at: int) -> bool:
        if self.tokens[at].text in STOPS and not self.inside[at]:
            return self.mark(at + 1) not in _GOES_ON
        closed = self.inside[at] and not self.speech(at + 1) and at > 0 and self.tokens[at - 1].text in STOPS
        return closed and at + 1 < len(self.tokens) and self.tokens[at + 1].capitalised
