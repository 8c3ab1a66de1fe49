"""Whether a form that may be a cue is one here, by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order import complements, onward, order, unsaid, verbs
from claimwire.claims.speakers.by_order.shapes import nominal
from claimwire.claims.speakers.passage import QUOTES, Range
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

_REACH = 14  # tokens between "called" and the words that are quoted
_CLEARS = QUOTES | frozenset(":.")


def vetoed(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, left: int, lexicon: Lexicon) -> bool:
    """Whether the form is passive, denied, an adjective, or as likely a noun here."""
    if verbs.lone(tokens, cue[0], lexicon) or verbs.negated(tokens, cue[1], lexicon):
        return True
    before = tokens[left - 1].lower if left else ""
    refused = lexicon.has_any(("passive", "negations", "determiners"), before)
    if refused and left > 1 and lexicon.listed("innocent").at(tokens, left - 2):
        refused = False  # "hàng [không]" is no negation
    unsure = lexicon.listed("ambiguous").at(tokens, cue[0])
    return refused or (
        unsure is not None and unsure[0] >= cue[1] - cue[0] and not _clear(tokens, inside, cue, left, lexicon)
    )


def _clear(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, left: int, lexicon: Lexicon) -> bool:
    """Whether an ambiguous form stands where only a cue stands: beside a quotation, or before ``that``."""
    at, end = cue
    while end < len(tokens) and lexicon.has("times", tokens[end].lower):
        end += 1
    if end == len(tokens) or inside[end] or inside[at - 1]:
        return True
    if tokens[left - 1].text == "," and (inside[left - 2] or order.trails(tokens, end, lexicon)):
        return True
    if onward.parted(tokens, at, lexicon) or order.turned(tokens, (at, end), lexicon):
        return True
    if tokens[end].text in _CLEARS or lexicon.has("complementisers", tokens[end].lower):
        return True
    clause = unsaid.opened(tokens, end, lexicon) or _clausal(tokens, at, end, lexicon)
    if clause or complements.governs(tokens, (at, end), left, lexicon):
        return True
    return lexicon.has("characterising", tokens[at].lower) and _quoted_soon(tokens, inside, end)


def _clausal(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether people stand before the form, and a clause may begin after it: ``diplomats [say] the talks …``."""
    if not at or not lexicon.has("clausal", tokens[at].lower):
        return False
    before, after = tokens[at - 1], tokens[end]
    people = nominal(before, lexicon) or lexicon.has_any(("plurals", "auxiliaries"), before.lower)
    return people and (after.capitalised or after.lower in lexicon.pronouns or lexicon.has("determiners", after.lower))


def _quoted_soon(tokens: Sequence[Token], inside: Sequence[bool], end: int) -> bool:
    """Whether words are quoted further on in the clause: ``[called] the bridge "a small wonder"``."""
    for at in range(end, min(len(tokens), end + _REACH)):
        if inside[at]:
            return True
        if tokens[at].text in ".;:,":
            return False
    return False
