"""Names before a colon: ``Ana Lima: "The bridge is safe."``."""

from __future__ import annotations

from claimwire.claims.speakers.passage import Passage, Range

_LONGEST = 8  # tokens of a name before a colon
_DASHES = frozenset("-–—")


def label(passage: Passage, at: int) -> Range | None:
    """The name that opens a sentence, or follows a dash, where nothing but the colon at ``at`` parts it from a quotation."""
    if passage.mark(at) not in (":", "：") or not passage.speech(at + 1):
        return None
    start = _start(passage, at)
    words = range(start, at)
    if not 0 < len(words) <= _LONGEST or any(passage.has("labels", word) or passage.speech(word) for word in words):
        return None
    if passage.lexicon.phrase.at(passage.tokens, start):
        return None  # "According to the Courier: …"
    return (start, at) if all(_named(passage, word) for word in words) else None


def _start(passage: Passage, at: int) -> int:
    """Where the words before the colon begin: with the sentence, or after a dash."""
    head = passage.sentence(at)[0]
    dashes = (
        place + 1 for place in range(at - 1, max(head, at - _LONGEST - 1) - 1, -1) if passage.mark(place) in _DASHES
    )
    return next(dashes, head)


def _named(passage: Passage, at: int) -> bool:
    token = passage.tokens[at]
    return token.capitalised or any(
        passage.has(name, at) for name in ("titles", "particles", "linkers", "conjunctions")
    )
