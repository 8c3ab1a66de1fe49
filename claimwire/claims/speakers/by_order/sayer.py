"""The subject of a verb of saying: before it, after it, or further ahead."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.speakers.by_order import appositions, order, phrases, unsaid, verbs, vetoes
from claimwire.claims.speakers.by_order.complements import acts
from claimwire.claims.speakers.by_order.shapes import personal
from claimwire.claims.speakers.passage import QUOTES, Range
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token


def subject(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, lexicon: Lexicon) -> Range | None:
    """Who does what the cue says; None where it is no cue here, or nobody stands beside it."""
    left, end = verbs.reach(tokens, cue[0], lexicon), cue[1]
    if vetoes.vetoed(tokens, inside, cue, left, lexicon):
        return None
    if framed := order.framed(tokens, cue[0], lexicon):
        return framed
    previous = tokens[left - 1] if left else None
    if (
        previous is None
        or previous.text in QUOTES
        or (previous.text in ",—–" and _inverted(tokens, inside, cue, left, lexicon))
    ):
        return _beyond(tokens, left, end, lexicon)
    if lexicon.has("relatives", previous.lower):
        left -= 2 if left > 1 and tokens[left - 2].text == "," else 1
    elif lexicon.has("conjunctions", previous.lower) or lexicon.has("contrasts", previous.lower):
        return phrases.opening(tokens, left - 1, lexicon)
    found = order.behind(tokens, left, cue, lexicon) or appositions.owner(tokens, left, lexicon)
    if (
        found is None
        and previous.text == ","
        and lexicon.has("complementisers", tokens[min(end, len(tokens) - 1)].lower)
    ):
        return phrases.opening(tokens, left - 1, lexicon)  # "Ana Lima, …, …, [said] that"
    return found


def _beyond(tokens: Sequence[Token], left: int, end: int, lexicon: Lexicon) -> Range | None:
    """The subject behind a verb that opens the sentence or follows a quotation; else the one before."""
    if not left:
        return None if order.objects(tokens, end, lexicon) else phrases.after(tokens, end, lexicon)
    return phrases.after(tokens, end, lexicon) or phrases.before(tokens, left, lexicon)


def _inverted(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, left: int, lexicon: Lexicon) -> bool:
    """Whether the speaker follows: ``"…", said Ana Lima``, or ``Prices rose, said Ana Lima on Monday``."""
    if _after_clause(tokens, inside, left - 1):
        return True
    at, end = cue
    if lexicon.has("addressed", tokens[end - 1].lower):
        return False  # "Ana Lima, a farmer, told Sky News: …": what follows is who was told
    if appositions.opened(tokens, left, at, lexicon):
        return False  # "The operator, Ana Lima, demanded a second boat, …": no clause stands before, and what follows was demanded
    following = phrases.after(tokens, end, lexicon)
    if following is None or (acts(tokens, at, lexicon) and not personal(tokens[slice(*following)], lexicon)):
        return False
    return following[1] == len(tokens) or phrases.closes(tokens[following[1]], lexicon)


def _after_clause(tokens: Sequence[Token], inside: Sequence[bool], comma: int) -> bool:
    """Whether the comma follows a quotation: ``"…", said Ana Lima``."""
    return comma > 0 and (inside[comma] or tokens[comma - 1].text in QUOTES)


def needless(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, lexicon: Lexicon) -> bool:
    """Whether the cue needs no subject in this language, here."""
    left = verbs.reach(tokens, cue[0], lexicon)
    return unsaid.dropped(tokens, inside, cue, lexicon) and not vetoes.vetoed(tokens, inside, cue, left, lexicon)
