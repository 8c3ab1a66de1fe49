"""What the outlet says of its own certainty: found in the text, kept apart from the claims."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.words.lexicon import Lexicon
from claimwire.models import Caveat, Sentence

_WHOLE_PARAGRAPH = ("disclaimer", "corrected")  # these open a note: the rest of its paragraph belongs to it


def caveats(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Caveat]:
    """Caveats in text order; a disclaimer takes the rest of its paragraph with it."""
    found: list[Caveat] = []
    for number, sentence in enumerate(sentences):
        if found and number < found[-1].sentences[1]:
            continue
        reason = lexicon.caveats.reason(sentence.text)
        if reason:
            last = _paragraph_end(sentences, number) if reason in _WHOLE_PARAGRAPH else number + 1
            start, end = sentence.start, sentences[last - 1].end
            found.append(Caveat(start=start, end=end, text=text[start:end], reason=reason, sentences=(number, last)))
    return found


def _paragraph_end(sentences: Sequence[Sentence], first: int) -> int:
    last = first + 1
    while last < len(sentences) and sentences[last].paragraph == sentences[first].paragraph:
        last += 1
    return last
