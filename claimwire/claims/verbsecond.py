"""The subject of a clause whose verb stands second or last, in a language that writes its nouns with capitals (German)."""

from __future__ import annotations

from claimwire.claims.stretch import Range, Stretch

_OPENERS = ("breaks", "relatives")
_LONGEST = 16
_ADJECTIVES = ("e", "er", "en", "es", "em")  # endings


def subject(s: Stretch, cue: Range) -> Range | None:
    """The subject of the cue's clause, which a conjunction, ``dass`` or a relative pronoun may open."""
    low, high = s.left(cue[0]), s.right(cue[1])
    relative = s.has("relatives", low) and low < cue[0] and low > 0 and s.tokens[low - 1].text == ","
    bound = relative or (low > 0 and s.has("complementisers", low - 1)) or (low < cue[0] and s.has("breaks", low))
    if bound:
        start = low + 1 if s.any(_OPENERS, low) and low < cue[0] else low
        found = nominative(s, start, cue[0])
        return found or (ending(s, s.left(low - 1), low - 1) if relative else None)
    verb = next((at for at in range(low, cue[0]) if s.has("auxiliaries", at) and not s.has("determiners", at)), cue[0])
    return _prefield(s, low, verb) or nominative(s, verb + 1, cue[0] if verb < cue[0] else high)


def _prefield(s: Stretch, low: int, verb: int) -> Range | None:
    """The first constituent, where it is the subject: all that stands before the verb."""
    start = low
    while start < verb and (s.any(("contrasts", "conjunctions"), start) or s.has("focus", start)):
        start += 1
    if start >= verb or verb - start > _LONGEST:
        return None
    if pronoun(s, start):
        return start, verb if verb - start <= 3 else start + 1
    nominal = s.has("nominative", start) if s.has("determiners", start) else s.capital(start) or _adjective(s, start)
    if not nominal or s.any(("prepositions", "times"), start) or s.has("breaks", start):
        return None
    return (start, verb) if any(s.capital(at) for at in range(start, verb)) else None


def nominative(s: Stretch, low: int, high: int) -> Range | None:
    """The first noun phrase there that may be the subject."""
    at = low
    while at < high:
        if pronoun(s, at):
            return at, at + 1
        preposed = s.has("prepositions", at)
        end = phrase(s, at + preposed, high)
        if end <= at + preposed:
            at += 1
            continue
        if not preposed and (not s.has("determiners", at) or s.has("nominative", at)) and not s.has("times", at):
            return at, end
        at = end
    return None


def phrase(s: Stretch, low: int, high: int) -> int:
    """Past the noun phrase that begins at ``low``; ``low`` itself where none does."""
    at = low
    while at < high and at - low < _LONGEST and (s.has("determiners", at) or _adjective(s, at)) and not s.capital(at):
        at += 1
    if at > low and s.has("determiners", low) is False and not s.capital(at):
        return low
    head = at
    while at < high and (s.capital(at) or s.tokens[at].text == "." or _joined(s, at, head, high)):
        if at > head and s.has("times", at):
            break
        at += 1
    return low if at == head else _attached(s, at, high)


def _attached(s: Stretch, at: int, high: int) -> int:
    """Past what hangs on the noun: a genitive, ``von …``, ``für …``."""
    if at + 1 < high and (s.has("genitives", at) or s.has("linkers", at)):
        end = phrase(s, at + (not s.has("genitives", at)), high)
        return end if end > at + 1 else at
    return at


def _joined(s: Stretch, at: int, head: int, high: int) -> bool:
    """``Meier und Schulze``, ``Ursula von der Leyen``."""
    if at == head or at + 1 >= high:
        return False
    particle = s.has("particles", at) and (
        s.capital(at + 1) or (s.has("particles", at + 1) and s.capital(min(at + 2, high - 1)))
    )
    return (s.has("conjunctions", at) and (s.capital(at + 1) or s.has("nominative", at + 1))) or (
        particle and s.capital(at - 1)
    )


def _adjective(s: Stretch, at: int) -> bool:
    token = s.tokens[at]
    plain = (
        (token.text[0].islower() or (token.text[0].isdigit() and "-" in token.text))
        and token.lower.endswith(_ADJECTIVES)
        and len(token.lower) > 3
    )
    return (
        plain
        and not s.any(("finite", "auxiliaries", "prepositions", "breaks", "datives", "times"), at)
        and not s.lexicon.cue.at(s.tokens, at)
    )


def pronoun(s: Stretch, at: int) -> bool:
    """Whether it is a pronoun that is a subject."""
    return 0 <= at < len(s.tokens) and s.tokens[at].lower in s.lexicon.pronouns


def ending(s: Stretch, low: int, high: int) -> Range | None:
    """The noun phrase that ends before token ``high``."""
    for start in range(max(low, high - _LONGEST), high):
        if not s.has("prepositions", start) and phrase(s, start, high) == high:
            return start, high
    return None


def governed(s: Stretch, cue: Range, high: int) -> Range | None:
    """Whom ``laut`` or ``nach Angaben von`` names; after ``so`` only one who ends the clause (``…, so die Polizei``)."""
    start = cue[1] + (s.has("prepositions", cue[1]))
    end = start + 1 if pronoun(s, start) else phrase(s, start, high)
    if end <= start:
        return None
    if s.has("bare", cue[0]) and cue[1] - cue[0] == 1:
        parted = cue[0] > 1 and s.stops(cue[0] - 1) and (end == high or s.any(("times", "prepositions"), end))
        return (start, end) if parted else None
    return start, end


def whole(s: Stretch, low: int, high: int) -> Range | None:
    """The stretch without what leads to it, if it is a noun phrase and nothing else."""
    found = _prefield(s, low, high)
    return found if found and phrase(s, found[0], high) == high else None
