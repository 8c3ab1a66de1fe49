"""What the checks compare: a source text and the answer to it."""

from __future__ import annotations

import functools
import string

from msgspec import Struct

from claimwire import codes
from claimwire.translators.plain import plain, words_of

_AROUND = string.punctuation + "“”„‟«»‘’‚‹›「」『』。，、！？…"


class Pair(Struct, frozen=True, dict=True):
    """A source text, the answer, and the codes of the two languages; texts are on one line, without control characters."""

    source_text: str
    answer: str
    source: str
    target: str

    @functools.cached_property
    def languages(self) -> tuple[str, str]:
        """Base codes of source and target."""
        return codes.base(self.source), codes.base(self.target)

    @functools.cached_property
    def prose(self) -> tuple[str, str]:
        """Both texts without addresses, handles and tags, which no engine may change."""
        return words_of(self.source_text), words_of(self.answer)

    @functools.cached_property
    def new_words(self) -> list[str]:
        """The words of the answer, less the names and terms that it keeps from the source: those with a capital there."""
        source, answer = (text.split() for text in self.prose)
        kept = {word.strip(_AROUND) for word in source if word != word.lower()}
        return [word for word in answer if word.strip(_AROUND) not in kept]

    @property
    def different(self) -> bool:
        """Whether source and target are two languages."""
        return self.languages[0] != self.languages[1]


def pair(source_text: str, answer: str, source: str, target: str) -> Pair:
    """The pair of two texts as an engine saw the one and gave the other."""
    return Pair(plain(source_text), plain(answer), source, target)
