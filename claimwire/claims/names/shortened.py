"""Short names where no capital shows a name: 李明 after 卫生部长李明, 山田氏 after 山田太郎厚生労働相, 김 장관 after 김민수 보건부 장관."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

_TITLES = ("titles", "honorifics", "title_endings")
_PERSON = ("people", *_TITLES)  # whom a name may follow
_NAMELESS = ("people", "bodies", "determiners", "linkers", *_TITLES)
_SHORTEST = 2  # letters: a shorter piece of Chinese or Japanese is no name


class Shortened(Struct):
    """The speakers with a title that have been met, by the word with which their name ends, or begins."""

    lexicon: Lexicon
    known: dict[str, dict[str, Span]] = {}

    def fuller(self, speaker: Span, tokens: Sequence[Token]) -> Span | None:
        """The one that ``speaker`` is short for, if only one fits; remembers the speaker for those to come."""
        if not self.lexicon.grammar.titled or not tokens:
            return None
        before = self.lexicon.grammar.titled == "before"
        found = self._after_title(speaker, tokens) if before else self._before_title(speaker, tokens)
        for key in self._keys(speaker, tokens):
            self.known.setdefault(key, {}).setdefault(speaker.text, speaker)
        return found

    def doubted(self, name: Span) -> bool:
        """Whether somebody else may be meant: never, as ``fuller`` has looked at all."""
        return False

    def _after_title(self, speaker: Span, tokens: Sequence[Token]) -> Span | None:
        """The title is left out, and maybe the given name: 李明, वर्मा."""
        name = self._name(tokens)
        if sum(len(token.text) for token in name) < _SHORTEST or any(
            self.lexicon.has_any(_TITLES, token.lower) for token in tokens
        ):
            return None
        short = speaker.text[name[0].start - speaker.start :]
        found = _longest(self.known.get(tokens[-1].text, {}).values())
        return found if found and found.text.endswith(short) else None  # मोहन शर्मा is not रवि शर्मा

    def _before_title(self, speaker: Span, tokens: Sequence[Token]) -> Span | None:
        """Family name and title: 김 장관; any title will do if it is but a form of address: 山田氏."""
        first, last = tokens[0].text, tokens[-1]
        if len(tokens) != 2 or not self.lexicon.has_any(_TITLES, last.lower):
            return None
        polite = self.lexicon.has("honorifics", last.lower)
        others = self.known.get(first[0], {}).values()
        fitting = [
            part
            for other in others
            if len(other.text) > len(speaker.text)
            and (polite or other.text.endswith(last.text))
            and (part := _beginning(other, first))
        ]
        return _longest(fitting) if len(first) >= _SHORTEST or self.lexicon.grammar.spaces else None

    def _keys(self, speaker: Span, tokens: Sequence[Token]) -> Iterator[str]:
        """Under which words a speaker with a title and a name is found again."""
        if self.lexicon.grammar.titled == "before":
            name = self._name(tokens)
            if name and len(name) < len(tokens) and self.lexicon.has_any(_PERSON, tokens[-1 - len(name)].lower):
                yield name[-1].text
        elif self.lexicon.has_any(_TITLES, tokens[-1].lower) and (
            len(tokens) > 1 or self.lexicon.has("title_endings", tokens[-1].lower)
        ):
            yield from {part[0] for part in speaker.text.split("の") if part}

    def _name(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The words at the end that describe nobody."""
        at = len(tokens)
        while at and not self.lexicon.has_any(_NAMELESS, tokens[at - 1].lower):
            at -= 1
        return tokens[at:]


def _beginning(speaker: Span, name: str) -> Span | None:
    """The part that begins with the name and goes on: 労働組合の[佐藤花子委員長]."""
    start = 0
    for part in speaker.text.split("の"):
        if part.startswith(name) and part != name:
            return Span(start=speaker.start + start, end=speaker.end, text=speaker.text[start:])
        start += len(part) + 1
    return None


def _longest(found: Iterable[Span]) -> Span | None:
    """The longest, if all the others are the ends of it."""
    every = sorted(found, key=lambda span: -len(span.text))
    return every[0] if every and all(every[0].text.endswith(other.text) for other in every) else None
