"""What is known so far of the segments of one call."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from claimwire.errors import TryLater
from claimwire.models import Translated


class Work:
    """Segments on their way along a chain: ``done`` holds those that are translated."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._best: dict[str, Translated] = {}
        self._reasons: dict[str, list[str]] = {text: [] for text in texts}
        self._postponed: dict[str, int] = dict.fromkeys(texts, 0)
        self.done: dict[str, Translated] = {}

    def missing(self) -> list[str]:
        """The segments that still need an engine."""
        return [text for text in self._texts if text not in self.done]

    def answered(self, text: str, row: Translated, faults: tuple[str, ...]) -> None:
        """Write down an answer, and what is wrong with it."""
        if not faults:
            self.done[text] = row
            return
        self._reasons[text].append(f"{row.engine}: {', '.join(faults)}")
        if row.text.strip():
            self._best[text] = msgspec.structs.replace(row, warnings=(*faults, *row.warnings))

    def postponed(self, engine: str, reasons: Mapping[str, str]) -> None:
        """Write down that an engine was out of order for these texts."""
        for text, reason in reasons.items():
            self._reasons[text].append(f"{engine}: {reason}")
            self._postponed[text] += 1

    def result(self, engines: int) -> dict[str, Translated]:
        """A translation for every segment. Raises TryLater where some segment found all ``engines`` out of order."""
        waiting = [text for text in self.missing() if self._postponed[text] == engines]
        if waiting:
            raise TryLater(
                f"{len(waiting)} of {len(self._texts)} segments not translated: {'; '.join(self._reasons[waiting[0]])}"
            )
        return self.done | {text: self._kept(text) for text in self.missing()}

    def _kept(self, text: str) -> Translated:
        unasked = Translated(text=text, warnings=(f"not translated: {'; '.join(dict.fromkeys(self._reasons[text]))}",))
        return self._best.get(text, unasked)
