"""What is said, in languages whose speakers ``borders`` finds: the sentence without who says it."""

from __future__ import annotations

from claimwire.claims.passage import Passage, Range

_NEAR = 3  # tokens between a quotation and its attribution


def content(passage: Passage, cue: Range, speaker: Range | None) -> list[Range]:
    """The quotations beside the attribution; else what follows the cue; else the longest piece of the sentence that is left."""
    start, end = _region(passage, cue, speaker)
    pieces = _without(start, end, [part for part in (cue, speaker) if part])
    speeches = [speech for piece in pieces for speech in _speeches(passage, piece)]
    if speeches and any(_beside(speech, part) for speech in speeches for part in (cue, speaker) if part):
        return speeches
    trimmed = [piece for piece in (_trimmed(passage, piece) for piece in pieces) if piece]
    if passage.lexicon.grammar.subject != "first":
        trimmed = [piece for piece in trimmed if piece[0] >= cue[1]] or trimmed
    return [max(trimmed, key=lambda piece: _length(passage, piece))] if trimmed else []


def _region(passage: Passage, cue: Range, speaker: Range | None) -> Range:
    """The cue's sentence, with the quotations that stand before and after it."""
    start, end = passage.sentence(cue[0])
    if speaker:
        start, end = min(start, speaker[0]), max(end, speaker[1])
    while start > 0 and passage.speech(start - 1):
        start -= 1
    while end < len(passage.tokens) and passage.speech(end):
        end += 1
    return start, end


def _without(start: int, end: int, parts: list[Range]) -> list[Range]:
    pieces: list[Range] = []
    for first, last in sorted(parts):
        pieces.append((start, first))
        start = last
    return [*pieces, (start, end)]


def _speeches(passage: Passage, piece: Range) -> list[Range]:
    """The quotations inside the piece, marks included; a word or two in marks is no speech."""
    found: list[Range] = []
    at = piece[0]
    while at < piece[1]:
        last = at
        while last < piece[1] and passage.inside[last]:
            last += 1
        if sum(passage.is_word(place) for place in range(at, last)) > 2:
            found.append((at, last))
        at = last + 1
    return found


def _beside(speech: Range, part: Range) -> bool:
    return 0 <= part[0] - speech[1] <= _NEAR or 0 <= speech[0] - part[1] <= _NEAR


def _trimmed(passage: Passage, piece: Range) -> Range | None:
    """Without the marks and particles at its ends."""
    start, end = piece
    while start < end and not _content(passage, start):
        start += 1
    while end > start and not _content(passage, end - 1):
        end -= 1
    return (start, end) if start < end else None


def _content(passage: Passage, at: int) -> bool:
    if passage.speech(at):
        return True
    particle = passage.has("subject_marks", at) or passage.has("times", at) or passage.has("auxiliaries", at)
    closing = passage.lexicon.grammar.subject == "first" and not passage.lexicon.grammar.spaces
    return passage.is_word(at) and not particle and not (closing and passage.has("complementisers", at))


def _length(passage: Passage, piece: Range) -> int:
    return passage.tokens[piece[1] - 1].end - passage.tokens[piece[0]].start
