"""Surnames where no capital shows a name, but an article closes what describes somebody: القاضي after وزير الصحة سامر القاضي.

A noun with the article ends a title ("the minister of health"); of what follows, only names go without one. So in Hebrew too.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

_TITLES = ("titles", "honorifics", "people")
_NAMELESS = (*_TITLES, "bodies", "determiners", "linkers", "prepositions", "times", "complementisers", "conjunctions")
_LONGEST = 3  # words of a name


class Surnames(Struct):
    """The speakers with a title and a full name that have been met, by their last word; the titles that any speaker had."""

    lexicon: Lexicon
    known: dict[str, dict[str, Span]] = {}
    titles: set[str] = set()
    ends: dict[str, set[str]] = {}  # by its last word, how any speaker of several is written

    def fuller(self, speaker: Span, tokens: Sequence[Token]) -> Span | None:
        """The one full name that a speaker of one word is the end of; remembers the speaker for those to come."""
        if not tokens or not self.lexicon.sets.get("definite"):
            return None
        last = tokens[-1].lower
        if len(tokens) == 1:
            return self._only(last)
        self.titles.update(self._bare(token.lower) for token in tokens[:-1])
        self.ends.setdefault(tokens[-1].text, set()).add(speaker.text)
        if name := self._name(tokens):
            full = Span(start=name[0].start, end=speaker.end, text=speaker.text[name[0].start - speaker.start :])
            self.known.setdefault(last, {}).setdefault(full.text, full)
        return None

    def _only(self, last: str) -> Span | None:
        """The full name that ends so, if it is nobody's title too."""
        fitting = list(self.known.get(last, {}).values())
        if len(fitting) != 1 or self._bare(last) in self.titles:
            return None
        return fitting[0]

    def doubted(self, name: Span) -> bool:
        """Whether another speaker's words end in the same surname."""
        others = self.ends.get(name.text.split()[-1], ())
        return not all(other.endswith(name.text) for other in others)

    def _bare(self, word: str) -> str:
        """The word without its article."""
        articles = (entry[:-1] for entry in self.lexicon.sets["definite"])
        return next((word[len(article) :] for article in articles if word.startswith(article)), word)

    def _name(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The two or three words at the end that follow a noun with the article, where a title stands before them."""
        for at in range(len(tokens) - 2, max(0, len(tokens) - _LONGEST - 1), -1):
            if not self._given(tokens[at]):
                return ()
            if self.lexicon.has("definite", tokens[at - 1].lower):
                titled = any(self.lexicon.has_any(_TITLES, token.lower) for token in tokens[:at])
                body = self.lexicon.has("bodies", tokens[-1].lower)
                return tokens[at:] if titled and not body else ()
        return ()

    def _given(self, token: Token) -> bool:
        """Whether it has no article, no preposition joined to it, and describes nobody."""
        return not self.lexicon.has_any(("definite", "joined", *_NAMELESS), token.lower)
