"""Words that stand for protected parts while an engine has the segment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimwire.translators.protection.parts import Part

# Measured on the Firefox models en-pt and pt-en: the numbers of 60 FLORES dev sentences each (188 numbers) were replaced; each came back
# exactly once: DNT1 169, QZ1 171, KX-10 171, X1X 166, Zyxa 167, XX1XX 152, __1__ 121, and {1}, <1>, ⟦1⟧ none. Of 37 sentences in which
# a number was lost, DNT1 saved 28, the others 26 and fewer.
_PREFIXES = ("DNT", "QZ", "KX")
_MOST = 99  # parts of a segment; with more, it is a table or no text at all


@dataclass(frozen=True, slots=True)
class Masked:
    """A segment with placeholders: ``text`` goes to the engine."""

    text: str
    prefix: str
    parts: tuple[Part, ...]
    glued: frozenset[int]
    """Numbers of the placeholders after which a letter follows at once, as in ``18th``."""

    @classmethod
    def bare(cls, text: str) -> Masked:
        """A segment as it is."""
        return cls(text, "", (), frozenset())

    def restored(self, answer: str | None) -> str | None:
        """The answer with the parts in their places; None where a placeholder is missing, doubled, damaged or made up."""
        if answer is None or not self.parts:
            return answer
        found = list(re.finditer(rf"(?<![A-Za-z0-9]){self.prefix}(\d+)([A-Za-z]?)", answer, re.IGNORECASE))
        whole = len(re.findall(rf"{self.prefix}\d", answer, re.IGNORECASE)) == len(found)
        numbers = sorted(int(match[1][:4]) for match in found)
        if not whole or numbers != list(range(1, len(self.parts) + 1)):
            return None
        if any(match[2] and int(match[1]) not in self.glued for match in found):
            return None
        for match in reversed(found):  # from the end, so that the places before stay true
            answer = answer[: match.start()] + self._back(match) + answer[match.end(1) :]
        return answer

    def _back(self, match: re.Match[str]) -> str:
        """The part's text, with a capital where it opened the source and opens the answer."""
        part = self.parts[int(match[1]) - 1]
        return part.back[:1].upper() + part.back[1:] if part.opens and match.start() == 0 else part.back


def masked(text: str, parts: Sequence[Part]) -> Masked:
    """The segment with a placeholder for every part; as it is where it has none or too many, or speaks our placeholders itself."""
    prefix = next((prefix for prefix in _PREFIXES if not re.search(rf"{prefix}\d", text, re.IGNORECASE)), "")
    if not 0 < len(parts) <= _MOST or not prefix:
        return Masked.bare(text)
    pieces, at, glued = list[str](), 0, set[int]()
    for number, part in enumerate(parts, 1):
        pieces += text[at : part.start], f"{prefix}{number}"
        at = part.end
        if text[at : at + 1].isalpha():
            glued.add(number)
    return Masked("".join((*pieces, text[at:])), prefix, tuple(parts), frozenset(glued))
