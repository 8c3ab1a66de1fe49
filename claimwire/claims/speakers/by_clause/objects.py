"""What is said, where it is no clause of its own but the verb's object: ``wir fordern ein Gesetz``, ``das wissen wir`` (German)."""

from __future__ import annotations

from claimwire.claims.speakers.by_clause.stretch import Range, Stretch

_MOOD = 6  # words in which a clause without ``dass`` shows its mood
_LEADS = ("datives", "times", "auxiliaries", "negations", "adverbs", "contrasts", "conjunctions", "focus")


def governed(s: Stretch, at: int, stop: int) -> bool:
    """Whether a clause in the subjunctive, with a subject of its own, or an infinitive with ``zu`` begins there."""
    end = s.right(at)
    mood = any(s.has("subjunctives", place) for place in range(at + 1, min(end, at + _MOOD)))
    return mood or (end <= stop and _infinitive(s, at, end))


def _infinitive(s: Stretch, at: int, end: int) -> bool:
    """``sich dafür einzusetzen``, ``das Gesetz zu ändern``."""
    if end - at < 2 or (s.has("relatives", at) and not s.has("determiners", at)):
        return False
    last = s.tokens[end - 1].lower
    joined = last.endswith("en") and "zu" in last[1:-3]
    return (s.tokens[end - 2].lower == "zu" and last.endswith("n")) or joined


def content(s: Stretch, cue: Range, speaker: Range | None, clause: Range, stop: int) -> Range | None:
    """The object in the cue's own clause: a pronoun, or the words on the verb's far side from the subject."""
    low, high = clause
    taken = set(range(*cue)) | (set(range(*speaker)) if speaker else set())
    if low and s.has("objects", low - 1) and s.has("complementisers", low - 1):
        return low - 1, low  # "was [wir fordern]"
    pronoun = next(
        (at for at in range(low, high) if s.has("objects", at) and at not in taken and not _determines(s, at, high)),
        None,
    )
    if pronoun is not None:
        return pronoun, pronoun + 1
    stretches = _stretches(s, low, high, taken)
    longest = max(stretches, key=lambda each: each[1] - each[0], default=None)
    return (longest[0], _extended(s, high, stop)) if longest and longest[1] == high else longest


def _extended(s: Stretch, high: int, stop: int) -> int:
    """Past the relative clauses and the further members that hang on an object."""
    while high < stop and s.tokens[high].text == "," and not s.any(("backgrounds", "contrasts", "breaks"), high + 1):
        high = min(stop, max(s.right(high + 1), high + 1))
    return high


def _determines(s: Stretch, at: int, high: int) -> bool:
    """Whether a noun follows that the word determines: ``das [neue] Gesetz``."""
    end = at + 1
    while (
        end < high
        and end - at < 4
        and s.tokens[end].text[0].islower()
        and s.tokens[end].lower.endswith(("e", "en", "er", "es"))
    ):
        end += 1
    return s.has("determiners", at) and end < high and s.capital(end) and s.tokens[end].lower not in s.lexicon.pronouns


def _stretches(s: Stretch, low: int, high: int, taken: set[int]) -> list[Range]:
    """The words of the clause between subject, verb and what says when and to whom."""
    found: list[Range] = []
    at = low
    while at < high:
        end = at
        while end < high and end not in taken and not s.has("auxiliaries", end):
            end += 1
        start = at
        while start < end and s.any(_LEADS, start) and not s.has("determiners", start):
            start += 1
        while end > start and s.has("separated", end - 1):
            end -= 1
        if start < end:
            found.append((start, end))
        at = max(end, at) + 1
    return found
