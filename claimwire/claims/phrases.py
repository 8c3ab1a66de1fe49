"""Who stands before or after a cue: the noun phrase there, by word shape and small word lists; no parser."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.lexicon import Lexicon
from claimwire.claims.shapes import is_name, is_verb, nameless, nominal, opens, shaped
from claimwire.claims.tokens import Token

_STOPS = frozenset(',;:.!?()[]—–-"“”„«»「」…')
_JOINS = ("titles", "linkers", "conjunctions")  # inside a name: "the Ministry of Health and Sport"
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
_LONGEST = 14  # words of a subject; longer ones in news are clauses
_APPOSITION = 22  # words between a name and the comma that closes its apposition


def before(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Token range of the subject that ends before token ``at``, or None.

    ``Ana Lima, the deputy minister, [said]``: the name before its appositions.
    """
    at = _before_brackets(tokens, at)
    if not at or tokens[at - 1].text != ",":
        found = _ending(tokens, at, lexicon)
        return (_apposed(tokens, found[0], lexicon) or found) if found else None
    comma = _comma_before(tokens, at - 1)
    found = _ending(tokens, _before_brackets(tokens, comma), lexicon) if comma is not None else None
    if (
        found
        and comma is not None
        and (nameless(tokens[found[0] : found[1]], lexicon) or lexicon.has("titles", tokens[found[0]].lower))
        and is_name(tokens[comma + 1 : at - 1], lexicon)
    ):
        return comma + 1, at - 1  # "its chairman, Joseph Adekanle, [said]": the apposition names him
    if found and lexicon.has("determiners", tokens[found[0]].lower) and found[0] and tokens[found[0] - 1].text == ",":
        return before(tokens, found[0], lexicon) or _ending(tokens, found[0] - 1, lexicon) or found
    return found


def _before_brackets(tokens: Sequence[Token], at: int) -> int:
    """Before what stands in brackets after a name: ``Ana Lima (Porto) [said]``."""
    if at < _BRACKETED or tokens[at - 1].text != ")":
        return at
    opened = next((place for place in range(at - 2, max(-1, at - _LONGEST), -1) if tokens[place].text == "("), None)
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


def opening(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Who opens the sentence: the subject of ``… and [said]`` and ``…, [saying]``, where none stands before the cue."""
    start = _past_lead(tokens, _sentence_start(tokens, end), end, lexicon)
    if start < end and tokens[start].lower in lexicon.pronouns:
        return start, start + 1
    last = start
    while last < end and last - start < _LONGEST and not _verbal(tokens, start, last, lexicon):
        last += 1
    if last < end and lexicon.has("determiners", tokens[start].lower):
        return shaped(tokens, start, last, lexicon)
    while last > start and not nominal(tokens[last - 1], lexicon):
        last -= 1
    run = start
    while run < last and (nominal(tokens[run], lexicon) or lexicon.has_any(_JOINS, tokens[run].lower)):
        run += 1
    plain = run > start and nominal(tokens[run - 1], lexicon) and not lexicon.has("times", tokens[start].lower)
    return (start, run) if plain and not lexicon.has("prepositions", tokens[start].lower) else None


def _past_lead(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Past ``But`` and ``On Monday,``: to where the subject of the sentence may begin."""
    while start < end and lexicon.has_any(("contrasts", "conjunctions"), tokens[start].lower):
        start += 1
    lead = start < end and lexicon.has_any(("prepositions", "times", "participles"), tokens[start].lower)
    comma = next((at for at in range(start, min(end, start + _APPOSITION)) if tokens[at].text == ","), None)
    return comma + 1 if lead and comma is not None else start


def _verbal(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the subject that begins at ``start`` has ended: at a mark, or at what looks like its verb."""
    token = tokens[at]
    if token.text in _STOPS or lexicon.has_any(("finite", "passive", "breaks", "relatives"), token.lower):
        return True
    return (
        at > start
        and not token.capitalised
        and (lexicon.has("pasts", token.lower) or lexicon.cue.at(tokens, at) is not None)
    )


def addressee(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Token range of who is told, right after the cue: ``[reporters]``, ``[the BBC]``, ``[him]``; not what opens a clause."""
    found = after(tokens, at, lexicon)
    if found is None:
        return (at, at + 1) if at < len(tokens) and lexicon.has("objects", tokens[at].lower) else None
    clause = (
        place
        for place in range(at + 1, found[1])
        if lexicon.has("determiners", tokens[place].lower) and not _linked(tokens[place - 1], lexicon)
    )
    return at, next(clause, found[1])  # "told [reporters] the bridge …": a determiner opens what is said


def closes(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun phrase surely ends before ``token``."""
    return token.text in _STOPS or lexicon.has("times", token.lower) or lexicon.has("prepositions", token.lower)


def _sentence_start(tokens: Sequence[Token], end: int) -> int:
    stops = (at + 1 for at in range(end - 1, -1, -1) if tokens[at].text in ".!?")
    return next(stops, 0)


def _ending(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The phrase that ends before token ``end``."""
    if end and tokens[end - 1].lower in lexicon.pronouns:
        return end - 1, end
    start = end
    while start > 0 and end - start < _LONGEST and not _breaks(tokens, start - 1, end, lexicon):
        start -= 1
    found = shaped(tokens, *_without_lead(tokens, start, end, lexicon), lexicon)
    return found or _plain(tokens, start, end, lexicon)


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


def after(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Token range of the noun phrase that begins at token ``at``, or None; a day is passed over (``dijo el lunes Ana``)."""
    at = _past_times(tokens, at, lexicon)
    if at < len(tokens) and tokens[at].lower in lexicon.pronouns:
        return at, at + 1
    end = at
    named = False
    while end < len(tokens) and end - at < _LONGEST and not _ends(tokens, at, end, named, lexicon):
        named = named or (tokens[end].capitalised and not lexicon.has("titles", tokens[end].lower))
        end += 1
    while end > at and (
        lexicon.has("linkers", tokens[end - 1].lower) or lexicon.has("conjunctions", tokens[end - 1].lower)
    ):
        end -= 1
    return shaped(tokens, at, end, lexicon)


def _past_times(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    while at + 1 < len(tokens):
        step = 1 + lexicon.has_any(("determiners", "prepositions"), tokens[at].lower)
        if not lexicon.has("times", tokens[at + step - 1].lower):
            break
        at += step
    return at


def _comma_before(tokens: Sequence[Token], closing: int) -> int | None:
    """The comma that opens the apposition which the comma at ``closing`` ends."""
    for at in range(closing - 1, max(0, closing - _APPOSITION) - 1, -1):
        if tokens[at].text == ",":
            return at if at > 0 and (tokens[at - 1].text not in _STOPS or tokens[at - 1].text == ")") else None
        if tokens[at].text in _STOPS - {"-", "."}:
            return None
    return None


def _breaks(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the phrase that ends before ``end`` cannot hold token ``at``."""
    token = tokens[at]
    if token.text in _STOPS or lexicon.has("breaks", token.lower):
        return True
    if lexicon.has("conjunctions", token.lower):
        after_noun = at > 0 and (nominal(tokens[at - 1], lexicon) or lexicon.has("titles", tokens[at - 1].lower))
        return not (after_noun and at + 1 < end and opens(tokens[at + 1], lexicon))
    return at + 1 < end and not token.capitalised and lexicon.cue.at(tokens, at) is not None


def _ends(tokens: Sequence[Token], first: int, at: int, named: bool, lexicon: Lexicon) -> bool:
    token = tokens[at]
    if token.text in _STOPS and token.text != "-":
        return True
    if lexicon.has("conjunctions", token.lower):
        return not (
            at + 1 < len(tokens) and at > first and opens(tokens[at + 1], lexicon) and tokens[at + 1].capitalised
        )
    if at > first and _complete(tokens[at - 1], token, lexicon):
        return True
    if lexicon.has("linkers", token.lower):
        opener = at == first and not lexicon.has("determiners", token.lower)  # "selon des experts"
        return opener or (named and lexicon.has("loose", token.lower))
    if (
        lexicon.has("breaks", token.lower)
        or lexicon.has("prepositions", token.lower)
        or lexicon.has("times", token.lower)
        or (
            at > first
            and (_past_head(tokens, at, lexicon) or is_verb(token, lexicon) or _infinitive(tokens, at, lexicon))
        )
        or (
            (named or lexicon.has("people", tokens[at - 1].lower))
            and lexicon.has("determiners", token.lower)
            and not _linked(tokens[at - 1], lexicon)
        )
    ):
        return True
    return (
        named
        and token.text[:1].islower()
        and not lexicon.has("titles", token.lower)
        and tokens[at - 1].capitalised
        and lexicon.cue.at(tokens, at) is not None
    )


def _complete(last: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a plural that names people ends the phrase: ``according to [Porto officials] almost 100 men …``."""
    if not (lexicon.has("plurals", last.lower) and lexicon.has("people", last.lower)) or token.capitalised:
        return False
    return not lexicon.has_any(("linkers", "conjunctions", "people", "titles", "possessives"), token.lower)


def _past_head(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the noun phrase has ended because its head is past: ``volgens de politie [raakten] twee mannen gewond``."""
    if not lexicon.grammar.second or not lexicon.has("people", tokens[at - 1].lower) or tokens[at].capitalised:
        return False
    return not lexicon.has_any(("linkers", "people", "titles", "conjunctions"), tokens[at].lower)


def _infinitive(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a clause begins here: ``acusó al Gobierno de [ocultar] las cifras``."""
    return lexicon.has("infinitives", tokens[at].lower) and lexicon.has("linkers", tokens[at - 1].lower)


def _linked(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.has("linkers", token.lower) or lexicon.has("titles", token.lower)


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
