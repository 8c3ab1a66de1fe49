"""sumy without nltk.

Every summarizer of sumy imports ``sumy.nlp.stemmers`` for one default argument, ``null_stemmer``, which lower-cases a word; that module
imports nltk, nine tenths of what sumy costs to import. While the summarizers are imported, and no longer, a module with that one
function stands in for it: whoever imports ``sumy.nlp.stemmers`` afterwards gets sumy's own. Our words are case-folded before.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_STEMMERS = "sumy.nlp.stemmers"
_IMPORTING = threading.Lock()


@contextmanager
def without_nltk() -> Iterator[None]:
    """Import summarizers of sumy inside; nothing stands in where nltk is there already."""
    with _IMPORTING:
        if _STEMMERS in sys.modules:
            yield
            return
        stand_in = ModuleType(_STEMMERS)
        vars(stand_in)["null_stemmer"] = str.lower
        sys.modules[_STEMMERS] = stand_in
        try:
            yield
        finally:
            del sys.modules[_STEMMERS]
