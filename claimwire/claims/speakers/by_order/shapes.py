"""What a noun phrase that names a speaker looks like."""

from __future__ import annotations

from collections.abc import Sequence

from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token

MARKS = frozenset(',;:.!?()[]—–-"“”„«»「」…')
LONGEST = 14  # words of a subject; longer ones in news are clauses
APPOSITION = 22  # words between a name and the comma that closes its apposition
_SHORT = 3  # words: a longer run of small letters that ends in s is as often a clause as a plural


def shaped(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The range again, if it is shaped like somebody's name or description, and not like a piece of a clause."""
    phrase = tokens[start:end]
    if not phrase or not any(token.text[0].isalpha() for token in phrase) or _has_verb(phrase, lexicon):
        return None
    if lexicon.has("determiners", phrase[0].lower):
        return (start, end) if len(phrase) > 1 else None
    core = _core(phrase, lexicon)
    possessive = core[0].capitalised and any(
        lexicon.has("possessives", token.lower) for token in core[:-1]
    )  # "Velmark's ministry"
    plural = (
        len(phrase) <= _SHORT and lexicon.has("plurals", core[-1].lower) and core[-1].text.islower()
    )  # "watch groups"
    named = possessive or plural or nominal(core[-1], lexicon) or lexicon.has("titles", core[-1].lower)
    named = named or lexicon.has("people", core[0].lower) or lexicon.has("postdeterminers", phrase[-1].lower)
    named = named or (lexicon.grammar.headfirst and nominal(core[0], lexicon))  # "Expertos independientes"
    clause = not opens(phrase[0], lexicon) and any(lexicon.has("determiners", token.lower) for token in phrase)
    return (start, end) if named and not clause else None


def nameless(phrase: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether it holds no name."""
    return not any(token.capitalised and not lexicon.has("determiners", token.lower) for token in phrase)


def is_name(phrase: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether it is a name and nothing else."""
    return len(phrase) > 1 and all(
        token.capitalised and not lexicon.has("determiners", token.lower) for token in phrase
    )


def nominal(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word stands for somebody: a capital, or a word for people."""
    return (token.capitalised and token.text[0].isalpha()) or lexicon.has("people", token.lower)


def opens(token: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase may begin with it."""
    return nominal(token, lexicon) or lexicon.has("determiners", token.lower)


def _core(phrase: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The words before the first linking one: what the phrase is about."""
    length = next(
        (at for at, token in enumerate(phrase) if at and lexicon.has("linkers", token.lower) and not token.capitalised),
        len(phrase),
    )
    return phrase[:length]


def _has_verb(phrase: Sequence[Token], lexicon: Lexicon) -> bool:
    return any(is_verb(token, lexicon) for token in phrase)


def is_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether it is a form of "be" and the like; a capital makes it a name (``Will Wade``, ``Stati Uniti``)."""
    return not token.capitalised and (lexicon.has("passive", token.lower) or lexicon.has("finite", token.lower))


def personal(phrase: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether it surely names somebody: by a pronoun, a name, or a word for people, offices or bodies."""
    known = any(lexicon.has_any(("people", "titles", "bodies"), token.lower) for token in phrase)
    named = any(token.capitalised and not lexicon.has("determiners", token.lower) for token in phrase[1:])
    return known or named or (len(phrase) == 1 and (phrase[0].capitalised or phrase[0].lower in lexicon.pronouns))


def timed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word tells the time, also as the second of two: ``thứ [Sáu]``."""
    word = tokens[at].lower
    if lexicon.has("times", word):
        return True
    return "weekdays" in lexicon.sets and at > 0 and lexicon.has("weekdays", word) and timed(tokens, at - 1, lexicon)
