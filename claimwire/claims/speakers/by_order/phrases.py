"""Who stands before or after a cue: the noun phrase there, by word shape and small word lists; no parser."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order.asked import before_agent
from claimwire.claims.speakers.by_order.following import addressee, after, closes
from claimwire.claims.speakers.by_order.opening import opening
from claimwire.claims.speakers.by_order.shapes import (
    APPOSITION,
    LONGEST,
    MARKS,
    is_name,
    nameless,
    nominal,
    opens,
    shaped,
)
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

__all__ = ["addressee", "after", "before", "closes", "opening"]

_NAMELESS = (
    "finite",
    "passive",
    "relatives",
    "prepositions",
    "auxiliaries",
    "breaks",
    "times",
    "conjunctions",
    "pasts",
)
_FEW = 3
_BRACKETED = 3  # tokens: a name and brackets


def before(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Token range of the subject that ends before token ``at``, or None.

    ``Ana Lima, the deputy minister, [said]``: the name before its appositions.
    """
    at = _before_brackets(tokens, before_agent(tokens, at, lexicon))
    if not at or tokens[at - 1].text != ",":
        found = _ending(tokens, at, lexicon)
        return (_apposed(tokens, found[0], lexicon) or found) if found else None
    comma = _comma_before(tokens, at - 1)
    found = _ending(tokens, _before_brackets(tokens, comma), lexicon) if comma is not None else None
    if (
        found
        and comma is not None
        and (nameless(tokens[found[0] : found[1]], lexicon) or lexicon.has("titles", tokens[found[0]].lower))
        and is_name(tokens[comma + 1 : _before_brackets(tokens, at - 1)], lexicon)
    ):
        return comma + 1, _before_brackets(
            tokens, at - 1
        )  # "its chairman, Joseph Adekanle, [said]": the apposition names him
    described = (
        found and found[0] and lexicon.has("determiners", tokens[found[0]].lower) and tokens[found[0] - 1].text == ","
    )
    if found and described and comma is not None and not is_name(tokens[comma + 1 : at - 1], lexicon):
        return before(tokens, found[0], lexicon) or _ending(tokens, found[0] - 1, lexicon) or found
    return found


def _before_brackets(tokens: Sequence[Token], at: int) -> int:
    """Before what stands in brackets after a name: ``Ana Lima (Porto) [said]``."""
    if at < _BRACKETED or tokens[at - 1].text != ")":
        return at
    opened = next((place for place in range(at - 2, max(-1, at - LONGEST), -1) if tokens[place].text == "("), None)
    return opened or at


def _apposed(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The name before an apposition that no comma closes: ``Ana Lima, 68, a farmer from Porto [said]``."""
    end = start - 1
    if end < 1 or tokens[end].text != "," or not lexicon.has("determiners", tokens[start].lower):
        return None
    if end > 1 and tokens[end - 1].text.isdigit() and tokens[end - 2].text == ",":
        end -= 2
    found = _ending(tokens, end, lexicon)
    return found if found and is_name(tokens[found[0] : found[1]], lexicon) else None


def _ending(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The phrase that ends before token ``end``."""
    if end and tokens[end - 1].lower in lexicon.pronouns and not _within_name(tokens, end):
        return end - 1, end
    start = end
    while start > 0 and end - start < LONGEST and not _breaks(tokens, start - 1, end, lexicon):
        start -= 1
    found = shaped(tokens, *_without_lead(tokens, start, end, lexicon), lexicon)
    return found or _plain(tokens, start, end, lexicon)


def _within_name(tokens: Sequence[Token], end: int) -> bool:
    """Whether a word that is a pronoun too ends a name: ``Lâm [Anh]``."""
    last = tokens[end - 2 : end]
    return len(last) > 1 and all(token.capitalised and len(token.text) > 1 for token in last)


def _plain(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The few words between a quotation and its cue: a name, though nothing shows it: ``"…," [ana lima] said``."""
    if not 0 < end - start <= _FEW or start < 2 or tokens[start - 1].text not in '"”’»' or not lexicon.grammar.capitals:
        return None
    words = (tokens[at] for at in range(start, end))
    return (
        (start, end)
        if all(word.text.isalpha() and not lexicon.has_any(_NAMELESS, word.lower) for word in words)
        else None
    )


def _comma_before(tokens: Sequence[Token], closing: int) -> int | None:
    """The comma that opens the apposition which the comma at ``closing`` ends."""
    end = _before_brackets(tokens, closing)
    for at in range(end - 1, max(0, end - APPOSITION) - 1, -1):
        if tokens[at].text == ",":
            return at if at > 0 and (tokens[at - 1].text not in MARKS or tokens[at - 1].text == ")") else None
        if tokens[at].text in MARKS - {"-", "."}:
            return None
    return None


def _breaks(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the phrase that ends before ``end`` cannot hold token ``at``."""
    token = tokens[at]
    if token.text in MARKS or lexicon.has("breaks", token.lower):
        return True
    if lexicon.has("conjunctions", token.lower):
        after_noun = at > 0 and (nominal(tokens[at - 1], lexicon) or lexicon.has("titles", tokens[at - 1].lower))
        return not (after_noun and at + 1 < end and opens(tokens[at + 1], lexicon))
    cued = at + 1 < end and not token.capitalised and lexicon.cue.at(tokens, at) is not None
    return cued and lexicon.listed("innocent").at(tokens, at) is None


def _without_lead(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Drop ``On Monday``, ``But``, ``Meanwhile`` from the front."""
    led = False
    while start < end and (
        lexicon.has("prepositions", tokens[start].lower)
        or lexicon.has("times", tokens[start].lower)
        or tokens[start].text.isdigit()
    ):
        led = led or lexicon.has("prepositions", tokens[start].lower)
        start += 1
    if led:  # "In the capital the ministry": the subject is what the last determiner opens
        inner = [
            at
            for at in range(start + 1, end)
            if lexicon.has("determiners", tokens[at].lower) and not lexicon.has("linkers", tokens[at - 1].lower)
        ]
        start = inner[-1] if inner else start
    return start, end
