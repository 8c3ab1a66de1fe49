"""Lines of a text that are no sentences though prose stands around them: captions, subheads, teasers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

ENDS = (".", "!", "?", "。", "！", "？", "؟", "।", "۔", "…", "։", "።", "။", "។", "॥", "\u037e")
CLOSING = "\"'”’»«“„」』)] "

# Where more units than this have no mark at their end, the text does without marks: Thai, verse, chats. Of the graded articles' units
# that are left out so, 59 of 65 are no claim and one is a key claim.
_FEW = 0.25
_LEAST = 5  # units, below which a share says nothing


def ended(text: str) -> bool:
    """Whether it closes as a sentence does."""
    return text.rstrip(CLOSING).endswith(ENDS)


def captions(texts: Sequence[str], paragraphs: Sequence[int]) -> set[int]:
    """Numbers of the units that stand alone in their paragraph and have no mark at their end, where nearly all others have one."""
    bare = [number for number, text in enumerate(texts) if not ended(text)]
    if len(texts) < _LEAST or len(bare) > _FEW * len(texts):
        return set()
    sizes = Counter(paragraphs)
    return {number for number in bare if sizes[paragraphs[number]] == 1}
