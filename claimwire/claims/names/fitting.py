"""Whether a pronoun may mean a speaker, in languages whose names carry no capital."""

from __future__ import annotations

from msgspec import Struct

from claimwire.claims.names.agreement import form
from claimwire.claims.speakers.heard import Heard
from claimwire.claims.speakers.passage import Passage
from claimwire.claims.words.tokens import Token
from claimwire.models import Span

_PERSON = ("titles", "honorifics", "title_endings")
_JOINING = ("conjunctions", "joining")
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


def many(root: Heard) -> bool:
    """Whether the speaker is two (``李明[和]张伟``), or a word for many whose verb may yet be one person's (``قالت [مصادر]``)."""
    passage = root.passage
    words = [token.lower for token in _tokens(passage, root.brief.speaker)]
    if any(passage.lexicon.has_any(_JOINING, word) for word in words[1:]) or _joined(root):
        return True
    return not passage.lexicon.grammar.capitals and bool(words) and passage.lexicon.has("plurals", words[0])


def _joined(root: Heard) -> bool:
    """Whether another name goes on behind the speaker: ``Mehmet Kaya [ve Ali Taş]``."""
    passage, where = root.passage, root.main.speaker if root.main else None
    if where is None or where[1] + 1 >= len(passage.tokens) or not passage.has_any(_JOINING, where[1]):
        return False
    return passage.tokens[where[1] + 1].capitalised or passage.has_any(("people", *_PERSON), where[1] + 1)


def named(root: Heard) -> bool:
    """Whether the speaker is a name and nothing else, as far as capitals tell."""
    words = _tokens(root.passage, root.brief.speaker)
    return root.passage.lexicon.grammar.capitals and all(token.capitalised for token in words)


def _person(root: Heard) -> bool:
    """Whether the speaker is one person: a title or a form of address, and no word for many or for a body."""
    words = [token.lower for token in _tokens(root.passage, root.brief.speaker)]
    lexicon = root.passage.lexicon
    if any(lexicon.has_any(_OTHERS, word) and not lexicon.has_any(_PERSON, word) for word in words):
        return False
    plural = bool(lexicon.sets.get("left_out")) and root.main and not form(root.passage, root.main).one
    bare = all(lexicon.has_any((*_PERSON[:2], "determiners"), word) for word in words)  # "the minister" names nobody
    return not (plural or bare or many(root)) and any(lexicon.has_any(_PERSON, word) or "·" in word for word in words)


def _led(heard: Heard) -> bool:
    """Whether somebody stands before the pronoun in its unit, who may be the one meant."""
    passage, speaker = heard.passage, heard.brief.speaker
    before = (at for at, token in enumerate(passage.tokens) if speaker and token.start < speaker.start)
    return any(passage.has_any(("people", *_PERSON), at) and not passage.speech(at) for at in before)


def _sex(root: Heard) -> str | None:
    """What a title says."""
    lexicon = root.passage.lexicon
    words = [token.lower for token in _tokens(root.passage, root.brief.speaker)]
    told = {
        sex for sex, name in (("she", "feminine"), ("he", "masculine")) for word in words if lexicon.has(name, word)
    }
    return told.pop() if len(told) == 1 else None


def _others(root: Heard) -> bool:
    """Whether what they say tells of somebody else who may be meant."""
    speaker = root.brief.speaker
    inside = {token.start for token in _tokens(root.passage, speaker)}
    return any(
        root.passage.has_any(("people", *_PERSON), at)
        for at, token in enumerate(root.passage.tokens)
        if token.start not in inside
    )


def _tokens(passage: Passage, span: Span | None) -> list[Token]:
    return [token for token in passage.tokens if span and span.start <= token.start < span.end]
