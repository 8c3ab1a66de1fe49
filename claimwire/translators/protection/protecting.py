"""What no engine may change in a segment of one pair of languages."""

from __future__ import annotations

import functools
import re

import msgspec

from claimwire.translators.glossary import Glossary
from claimwire.translators.protection.addresses import addresses
from claimwire.translators.protection.figures import figures
from claimwire.translators.protection.names import names
from claimwire.translators.protection.parts import Part, apart
from claimwire.translators.protection.placeholders import Masked, masked

VERSION = 1
"""Version of what is done to a segment before an engine sees it and after; part of the memory's key."""


class Protection:
    """What is protected in segments of one pair of languages, by one glossary."""

    def __init__(self, glossary: Glossary, source: str, target: str) -> None:
        self._pair = source, target
        self._terms = glossary.terms(source, target)
        self._kept = functools.cache(self._look)

    def said(self, text: str) -> str:
        """What the glossary has to say of a segment, for the memory's key: its other terms may change without a loss."""
        terms = {text[part.start : part.end]: part.back for part in self._terms.found(text)}
        return msgspec.json.encode(terms, order="sorted").decode() if terms else ""

    def settled(self, text: str) -> str | None:
        """The translation of a segment that has no words but the glossary's; None where an engine is needed."""
        if not self._terms:
            return None
        hidden = self.light(text)
        rest = re.sub(rf"{hidden.prefix}\d+", "", hidden.text)
        return hidden.restored(hidden.text) if hidden.parts and not any(map(str.isalpha, rest)) else None

    def light(self, text: str) -> Masked:
        """Terms and addresses hidden: what every engine breaks, and what has to be said in one way."""
        return masked(text, self._kept(text))

    def full(self, text: str, *, also_names: bool) -> Masked:
        """Figures hidden too, and names where both languages write them alike: for a segment that came back wrong."""
        own = names(text, *self._pair) if also_names else ()
        return masked(text, apart(self._kept(text), figures(text, *self._pair), own))

    def lost(self, text: str, answer: str) -> tuple[str, ...]:
        """Warnings for terms and addresses that the answer does not have."""
        spoken = answer.casefold()
        missing = [part for part in self._kept(text) if part.back.casefold() not in spoken]
        return tuple(dict.fromkeys(_warning(text[part.start : part.end], part) for part in missing))

    def _look(self, text: str) -> tuple[Part, ...]:
        return apart(self._terms.found(text), addresses(text))


def _warning(said: str, part: Part) -> str:
    if part.kind == "address":
        return f"address differs: no {said} in the translation"
    return f"glossary: no {part.back} in the translation for {said}"
