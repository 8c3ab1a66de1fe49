"""What is known so far of the segments of one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimwire.errors import TryLater
from claimwire.models import Translated
from claimwire.translators.verdict import Found


class Work:
    """Segments on their way along a chain: ``done`` holds those with a translation that has nothing against it."""

    def __init__(self, texts: Sequence[str], done: Mapping[str, Translated]) -> None:
        self._texts = texts
        self._best: dict[str, Found] = {}
        self._reasons: dict[str, list[str]] = {text: [] for text in texts}
        self._postponed: dict[str, int] = dict.fromkeys(texts, 0)
        self._refused = 0
        self.done = dict(done)

    def missing(self) -> list[str]:
        """The segments for which the next engine is asked: in doubt, two are heard."""
        return [text for text in self._texts if text not in self.done]

    def answered(self, text: str, found: Found) -> None:
        """Write down an engine's best answer, or what came to light against it since."""
        self.done.pop(text, None)
        self._reasons[text] += [f"{found.row.engine}: {', '.join(found.faults)}"] if found.faults else []
        if found.clean:
            self.done[text] = found.row
        elif found.row.text.strip() and (text not in self._best or found.better_than(self._best[text])):
            self._best[text] = found

    def postponed(self, engine: str, reasons: Mapping[str, str]) -> None:
        """Write down that an engine was out of order for these texts."""
        for text, reason in reasons.items():
            self._reasons[text].append(f"{engine}: {reason}")
            self._postponed[text] += 1

    def refused(self, engine: str, reason: str) -> None:
        """Write down that an engine may not be asked for what is missing."""
        self._refused += 1
        for text in self.missing():
            self._reasons[text].append(f"{engine}: {reason}")

    def result(self, engines: int) -> dict[str, Translated]:
        """A translation for every segment.

        Raises TryLater where some segment found all ``engines`` out of order, but for those that may not be asked.
        """
        missing = self.missing()
        waiting = [text for text in missing if 0 < self._postponed[text] == engines - self._refused]
        if waiting:
            raise TryLater(
                f"{len(waiting)} of {len(self._texts)} segments not translated: {'; '.join(self._reasons[waiting[0]])}"
            )
        return self.done | {text: self._kept(text) for text in missing}

    def _kept(self, text: str) -> Translated:
        if text in self._best:
            return self._best[text].flagged()
        return Translated(text=text, warnings=(f"not translated: {'; '.join(dict.fromkeys(self._reasons[text]))}",))
