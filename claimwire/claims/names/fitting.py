"""Whether a pronoun may mean a speaker, in languages whose names carry no capital."""

from __future__ import annotations

from msgspec import Struct

from claimwire.claims.names.agreement import form
from claimwire.claims.names.lone import PERSON, many, tokens
from claimwire.claims.speakers.heard import Heard

_SMALL = ("contrasts", "conjunctions", "auxiliaries", "times", "leads", "complementisers")
_OTHERS = ("people", "bodies", "outlets", "plurals")


class Told(Struct, frozen=True):
    """The sex that a pronoun tells, if any."""

    sex: str | None


def pronoun(heard: Heard) -> Told | None:
    """What the unit's speaker tells, if it is a pronoun for one person."""
    lexicon, speaker = heard.passage.lexicon, heard.brief.speaker
    word = speaker.text.lower() if speaker else ""
    if lexicon.has("honoured", word):
        return Told(None)
    kind = lexicon.pronouns.get(word)
    if kind not in ("he", "she", "either") or lexicon.has("titles", word[1:]):  # 同大統領: a title
        return None
    return Told(None if kind == "either" else kind)


def of_pronoun(heard: Heard, root: Heard, sex: str | None) -> Told | None:
    """What it tells of the speaker that ``root`` names (``sex`` as known so far), if it may mean that one."""
    told = pronoun(heard)
    if told is None or root.main is None or not _person(root) or _led(heard):
        return None
    if told.sex is None or sex == told.sex:
        return told
    known = sex or form(root.passage, root.main).sex or _sex(root)
    if known:
        return told if known == told.sex else None
    return None if _others(root) else told


def _person(root: Heard) -> bool:
    """Whether the speaker is one person: a title or a form of address, and no word for many or for a body."""
    words = [token.lower for token in tokens(root)]
    lexicon = root.passage.lexicon
    if any(lexicon.has_any(_OTHERS, word) and not lexicon.has_any(PERSON, word) for word in words):
        return False
    plural = bool(lexicon.sets.get("left_out")) and root.main and not form(root.passage, root.main).one
    bare = all(lexicon.has_any((*PERSON[:2], "determiners"), word) for word in words)  # "the minister" names nobody
    return not (plural or bare or many(root)) and any(lexicon.has_any(PERSON, word) or "·" in word for word in words)


def _led(heard: Heard) -> bool:
    """Whether anything stands before the pronoun in its unit but small words, what is said, or a comma after that; or somebody."""
    passage, speaker = heard.passage, heard.brief.speaker
    before = [at for at, token in enumerate(passage.tokens) if speaker and token.start < speaker.start]
    outside = [at for at in before if passage.is_word(at) and not passage.speech(at)]
    if any(passage.has_any(("people", *PERSON), at) for at in outside):
        return True
    closed = passage.lexicon.grammar.subject == "first" or (bool(before) and passage.mark(before[-1]) != "")
    return not closed and not all(passage.has_any(_SMALL, at) for at in outside)


def _sex(root: Heard) -> str | None:
    """What a title says."""
    lexicon = root.passage.lexicon
    words = [token.lower for token in tokens(root)]
    told = {
        sex for sex, name in (("she", "feminine"), ("he", "masculine")) for word in words if lexicon.has(name, word)
    }
    return told.pop() if len(told) == 1 else None


def _others(root: Heard) -> bool:
    """Whether what they say tells of somebody else who may be meant."""
    inside = {token.start for token in tokens(root)}
    return any(
        root.passage.has_any(("people", *PERSON), at)
        for at, token in enumerate(root.passage.tokens)
        if token.start not in inside
    )
