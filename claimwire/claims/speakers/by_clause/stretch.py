"""The clause around a cue, for languages whose subject may stand on either side of the verb (German, Slavic)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from msgspec import Struct

from claimwire.claims.quotations.spoken import speech
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

Range = tuple[int, int]
STOPS = frozenset(',;:!?()[]—–-"“”„«»…')
_REACH = 100  # tokens of a clause or a sentence: what has no marks at all costs no more
_BRACKET = 8  # tokens of a parenthesis that a clause goes over


class Stretch(Struct, frozen=True, dict=True):
    """The tokens of a unit; ``inside`` marks those within quotations."""

    tokens: Sequence[Token]
    inside: Sequence[bool]
    lexicon: Lexicon

    @cached_property
    def spoken(self) -> Sequence[bool]:
        """``inside`` without the quotations of a few words, which are names and terms."""
        return speech(self.inside, self.tokens)

    def after(self, name: str, at: int) -> frozenset[str]:
        """The second words of the entries of two words in the set ``name`` that begin with the token."""
        return _pairs(self.lexicon.sets.get(name, frozenset())).get(self.tokens[at].lower, frozenset())

    def has(self, name: str, at: int) -> bool:
        """Whether the token, if there is one, is in the set ``name``."""
        return 0 <= at < len(self.tokens) and self.lexicon.has(name, self.tokens[at].lower)

    def any(self, names: Sequence[str], at: int) -> bool:
        """Whether the token is in one of the sets."""
        return any(self.has(name, at) for name in names)

    def noun(self, at: int) -> bool:
        """Whether the token stands for somebody: a name, or a word for people, offices and bodies in the nominative."""
        return self.capital(at) or self.any(("people", "titles", "bodies"), at)

    def capital(self, at: int) -> bool:
        """Whether it is a word with a capital."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text[0].isalpha() and self.tokens[at].capitalised

    def stops(self, at: int) -> bool:
        """Whether no clause goes over the token."""
        token = self.tokens[at]
        if self.inside[at] and not self.spoken[at]:
            return False
        return self.spoken[at] or token.text in STOPS or (token.text == "." and not self._initial(at - 1))

    def _initial(self, at: int) -> bool:
        return self.capital(at) and len(self.tokens[at].text) == 1

    def left(self, at: int) -> int:
        """The first token of the clause that holds token ``at``."""
        furthest = max(0, at - _REACH)
        while at > furthest:
            before = self._bracket(at)
            if before is None and (self.stops(at - 1) or self._joins(at - 1) or self.has("complementisers", at - 1)):
                return at
            at = at - 1 if before is None else before
        return at

    def _bracket(self, end: int) -> int | None:
        """Where a short parenthesis opens that closes before token ``end``: ``Merz (CDU) [sagte]``."""
        if self.tokens[end - 1].text != ")":
            return None
        return next((at for at in range(end - 2, max(end - _BRACKET, -1), -1) if self.tokens[at].text == "("), None)

    def right(self, at: int) -> int:
        """Past the last token of the clause that goes on at token ``at``."""
        furthest = min(len(self.tokens), at + _REACH)
        while at < furthest and not self.stops(at) and not self._joins(at):
            at += 1
        return at

    def quoted(self, low: int) -> bool:
        """Whether speech ends just before token ``low``."""
        return any(self.spoken[max(0, low - 3) : low])

    def opening(self, at: int) -> int:
        """The first token of the sentence that holds token ``at``."""
        furthest = max(0, at - _REACH)
        while at > furthest and not self.begins(at):
            at -= 1
        return at

    def begins(self, at: int) -> bool:
        """Whether a sentence begins at the token."""
        return not at or self.tokens[at - 1].text in ".!?"

    def _joins(self, at: int) -> bool:
        """Whether it joins clauses, not names."""
        return self.has("conjunctions", at) and not (
            self.noun(at - 1) and (self.noun(at + 1) or self.has("determiners", at + 1))
        )


@cache
def _pairs(entries: frozenset[str]) -> dict[str, frozenset[str]]:
    """The second words by the first."""
    firsts = {entry.split()[0] for entry in entries}
    return {first: frozenset(entry.split()[1] for entry in entries if entry.split()[0] == first) for first in firsts}
