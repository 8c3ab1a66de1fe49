"""One engine, asked for the segments of an article: once as they are, and again alone where the answer is in doubt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimwire.translators.checks import misplaced
from claimwire.translators.dispatch import Dispatcher
from claimwire.translators.patience import Deadline
from claimwire.translators.protection.placeholders import Masked
from claimwire.translators.verdict import Found, Judge

Keep = Callable[[str, Found], None]
_LANGUAGE = "the answer is not in"  # a language or a script: hiding names makes this no better, and may hide it
_FIGURES = ("number differs", "currency differs", "date differs")


class Attempts:
    """The answers of one engine to the segments of one call.

    ``known``: what it answered before, by segment; these are not asked for again.
    """

    def __init__(self, dispatcher: Dispatcher, judge: Judge, deadline: Deadline, known: Mapping[str, Found]) -> None:
        self._dispatcher, self._judge, self._deadline = dispatcher, judge, deadline
        self._again = dispatcher.engine.limits.again
        self._found, self._known = dict(known), frozenset(known)

    def run(self, texts: Sequence[str], keep: Keep) -> dict[str, str]:
        """Hand the best answer to each text to ``keep``, a good one as soon as it is there.

        Returns why, for each text that the engine was too much out of order to answer.
        """
        new = [text for text in texts if text not in self._known]
        late = self._ask({text: self._judge.protection.light(text) for text in new}, keep)
        swapped = self._swapped(texts)
        asked = [text for text in new if text not in late]
        again = {text: hidden for text in asked if (hidden := self._second(text, text in swapped))}
        self._found |= {text: self._found[text].doubted(reason) for text, reason in swapped.items()}
        missed = self._ask(again, keep, alone=True)
        self._settle(texts, keep, self._swapped(texts) if again else swapped)
        return late | {text: reason for text, reason in missed.items() if text not in self._found}

    def _second(self, text: str, swapped: bool) -> Masked | None:
        """How to ask for a text again; None where that would bring nothing new."""
        found, protection = self._found[text], self._judge.protection
        light = hidden = protection.light(text)
        if found.unread:
            return Masked.bare(text)
        if self._again and (swapped or found.faults):
            return light
        if found.faults:
            elsewhere = any(fault.startswith(_LANGUAGE) for fault in found.faults)
            hidden = light if elsewhere else protection.full(text, also_names=True)
        elif any(doubt.startswith(_FIGURES) for doubt in found.doubts):
            hidden = protection.full(text, also_names=False)
        return hidden if hidden.text != light.text else None

    def _ask(self, hidden: Mapping[str, Masked], keep: Keep, *, alone: bool = False) -> dict[str, str]:
        """Send the masked texts, each once: two may differ in nothing but what is hidden."""
        sent: dict[str, list[str]] = {}
        for text, masked in hidden.items():
            sent.setdefault(masked.text, []).append(text)

        def take(asked: str, answer: str | None) -> None:
            for text in sent[asked]:
                found = self._judge.answer(text, hidden[text], answer)
                if text not in self._found or found.better_than(self._found[text]):
                    self._found[text] = found
                if found.clean:  # at once, so that a crash loses one sentence
                    keep(text, found)

        late = self._dispatcher.run(list(sent), self._judge.pair, self._deadline, take, alone=alone)
        return {text: late[asked] for asked, texts in sent.items() if asked in late for text in texts}

    def _settle(self, texts: Sequence[str], keep: Keep, swapped: Mapping[str, str]) -> None:
        """Hand over what has faults or doubts; say of an answer that still stands in another's place that it does."""
        for text in texts:
            found = self._found.get(text)
            if found and text in swapped and swapped[text] not in found.doubts:
                found = found.doubted(swapped[text])
            if found and not found.clean:
                keep(text, found)

    def _swapped(self, texts: Sequence[str]) -> dict[str, str]:
        """Why, for each text whose answer fits another one better."""
        there = [text for text in texts if text in self._found and not self._found[text].faults]
        pairs = [(text, self._found[text].row.text) for text in there]
        return {there[at]: reason for at, reason in misplaced(pairs, *self._judge.pair).items()}
