"""What is said, in languages whose speakers ``borders`` finds: the sentence without who says it."""

from __future__ import annotations

from claimwire.claims.speakers.passage import Passage, Range

_NEAR = 3  # tokens between a quotation and its attribution


def content(passage: Passage, cue: Range, speaker: Range | None) -> list[Range]:
    """The quotations beside the attribution; else what follows the cue; else the longest piece of the sentence that is left."""
    start, end = _region(passage, cue, speaker)
    pieces = _without(start, end, [part for part in (cue, speaker) if part])
    speeches = [speech for piece in pieces for speech in _speeches(passage, piece)]
    if speeches and any(_beside(speech, part) for speech in speeches for part in (cue, speaker) if part):
        return speeches
    first = passage.lexicon.grammar.subject == "first"
    late = speaker[1] if first and speaker else None
    trimmed = [part for piece in pieces if (part := _trimmed(passage, piece, late=piece[0] == late))]
    if not first:
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


def _trimmed(passage: Passage, piece: Range, *, late: bool) -> Range | None:
    """Without the marks and particles at its ends, and, ``late``, without the day on which it was said."""
    start, end = piece
    while start < end and not (_content(passage, start) and not _outside(passage, start, late=late)):
        start += 1
    while end > start and not _content(passage, end - 1):
        end -= 1
    return (start, end) if start < end else None


def _outside(passage: Passage, at: int, *, late: bool) -> bool:
    """Whether it belongs to who says it: 据新华社[报道], 市長は[月曜日]、."""
    names = ("reports", "times", "auxiliaries") if late else ("reports",)
    return not passage.speech(at) and any(passage.has(name, at) for name in names)


def _content(passage: Passage, at: int) -> bool:
    if passage.speech(at):
        return True
    grammar = passage.lexicon.grammar
    closing = grammar.subject == "first" and not grammar.spaces and passage.has("complementisers", at)
    return passage.is_word(at) and not closing and not passage.has("subject_marks", at)


def _length(passage: Passage, piece: Range) -> int:
    return passage.tokens[piece[1] - 1].end - passage.tokens[piece[0]].start
