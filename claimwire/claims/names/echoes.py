"""Fuller names where no capital shows a name: only what the text itself makes certain, else none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimwire.claims.names.definite import Surnames
from claimwire.claims.names.shortened import Shortened
from claimwire.claims.words import runs
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

_DOTS = frozenset("·・")
_LINE = re.compile("[^\n]+")
_DESCRIBING = ("people", "titles", "bodies", "determiners", "linkers")


def fuller(text: str, speakers: Sequence[Span | None], lexicon: Lexicon) -> list[Span | None]:
    """For each speaker (in text order) the one fuller name before it that ends as the speaker's own does. Linear time."""
    known: dict[str, dict[str, Span]] = defaultdict(dict)
    titled = Surnames(lexicon) if lexicon.sets.get("definite") else Shortened(lexicon)
    names = iter(_dotted(text, lexicon))
    waiting = next(names, None)
    found: list[Span | None] = []
    for speaker in speakers:
        while speaker and waiting and waiting.start < speaker.start:
            known[re.split("[·・]", waiting.text)[-1]].setdefault(waiting.text, waiting)
            waiting = next(names, None)
        tokens = _words(text, speaker, lexicon) if speaker else []
        short = titled.fuller(speaker, tokens) if speaker else None
        name = _known(text, tokens, known, lexicon) or short
        found.append(name if name and not titled.doubted(name) else None)
    return found


def _words(text: str, speaker: Span, lexicon: Lexicon) -> list[Token]:
    return [token for token in runs.tokens(text, speaker.start, speaker.end, lexicon) if token.text[0].isalpha()]


def _known(text: str, tokens: Sequence[Token], known: dict[str, dict[str, Span]], lexicon: Lexicon) -> Span | None:
    own = [token for token in tokens if not lexicon.has_any(_DESCRIBING, token.lower)]
    name = _after_honorific(text, tokens, lexicon)
    if name:
        known[name.text.split()[-1]].setdefault(name.text, name)
    candidates = known.get(own[0].text, {}) if len(own) == 1 else {}
    return next(iter(candidates.values())) if len(candidates) == 1 else None


def _after_honorific(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Span | None:
    """The words after a title that only a name follows (السيد [أحمد سالم], श्री [अनिल वर्मा]), if there are two or three."""
    last = max((at for at, token in enumerate(tokens) if lexicon.has("honorifics", token.lower)), default=None)
    words = tokens[last + 1 :] if last is not None else []
    described = any(lexicon.has_any(_DESCRIBING, token.lower) for token in words)
    if not 2 <= len(words) <= 3 or described:
        return None
    start, end = words[0].start, words[-1].end
    return Span(start=start, end=end, text=text[start:end])


def _dotted(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Foreign names in Chinese and Japanese: the parts are joined by a dot, the family name last (迈克·蓬佩奥, ジョン・ブラウン)."""
    for line in () if lexicon.grammar.spaces else _LINE.finditer(text):
        if not _DOTS.isdisjoint(line[0]):
            yield from _dotted_in(text, runs.tokens(text, *line.span(), lexicon))


def _dotted_in(text: str, tokens: Sequence[Token]) -> Iterator[Span]:
    at = 0
    while at < len(tokens):
        last = at
        while last + 2 < len(tokens) and tokens[last + 1].text in _DOTS and tokens[last + 2].text[0].isalpha():
            last += 2
        start, end = tokens[at].start, tokens[last].end
        if last > at or any(dot in tokens[at].text[1:-1] for dot in _DOTS):
            yield Span(start=start, end=end, text=text[start:end])
        at = last + 1
