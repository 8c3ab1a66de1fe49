"""Plain text."""

from __future__ import annotations

from claimwire.readers.draft import Draft, Line, numbered
from claimwire.readers.furniture import marked
from claimwire.readers.furniture.shape import terminated
from claimwire.readers.noted import noted
from claimwire.readers.wrapping import unwrap, wrap_width

_SHORT = 200  # characters: furniture that a wrapper broke in two has so few; longer blocks are judged line by line


def _blocks(lines: tuple[Line, ...]) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in lines:
        blocks[-1].append(line)
        if not line.text:
            blocks.append([])
    return blocks


def _ends(before: str, line: str) -> bool:
    """Whether the line ends a sentence that the line before began: then it is prose, even if it is only "Twitter."."""
    return bool(before) and not terminated(before) and terminated(line)


def _judged(block: list[Line], width: int) -> list[Line]:
    """The block with furniture marked: as a whole where it is one short piece, else line by line, before joining."""
    if sum(len(line.text) for line in block) <= _SHORT:
        whole = list(unwrap(block, width))
        verdicts = [marked(line) for line in whole]
        if len(whole) == 1 and verdicts[0].reason:
            return verdicts
    before = ["", *(line.text for line in block)]
    return [line if _ends(prior, line.text) else marked(line) for prior, line in zip(before, block, strict=False)]


def read(text: str) -> Draft:
    """A paragraph a line, or hard-wrapped lines parted by empty ones."""
    lines = numbered(text)
    width = wrap_width(lines)
    if width:
        judged = (line for block in _blocks(lines) for line in _judged(block, width))
        lines = tuple(unwrap(list(judged), width))
    return Draft(format="txt", lines=lines, notes=noted(text))
