"""Word lists as patterns that are quick to try."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of some words of one length, as a tree: one letter rules out all words that begin otherwise."""
    heads = itertools.groupby(sorted(words), key=lambda word: word[:1])
    branches = [(re.escape(head), [word[1:] for word in group]) for head, group in heads]
    if not any(tails[0] for _, tails in branches):
        return f"[{''.join(head for head, _ in branches)}]"
    return f"(?:{'|'.join(head + alternation(tails) for head, tails in branches)})"
