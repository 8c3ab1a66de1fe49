"""Regular expressions of what an outlet says of its own certainty, by reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property


class Caveats:
    """Hardly a sentence is a caveat, so that one pattern of all forms looks first; most begin alike, which makes that one quick."""

    def __init__(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        self._forms = forms

    def reason(self, sentence: str) -> str | None:
        """The first reason of which a form fits."""
        if not any(some.search(sentence) for some in self._some):
            return None
        return next((reason for reason, forms in self._each if forms.search(sentence)), None)

    @cached_property
    def _some(self) -> list[re.Pattern[str]]:
        """All forms in two: those for a sentence's head alone, and the others."""
        every = [form for forms in self._forms.values() for form in forms]
        halves = ([form for form in every if (form[0] == "^") == heads] for heads in (True, False))
        return [_either(half) for half in halves if half]

    @cached_property
    def _each(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(reason, _either(forms)) for reason, forms in self._forms.items()]


def _either(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)
