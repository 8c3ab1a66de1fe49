"""Cues: the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimwire.claims import borders, fields, labels, mind, onward, order, phrases, unsaid, verbs
from claimwire.claims.lexicon import Lexicon
from claimwire.claims.passage import QUOTES, Passage, Range
from claimwire.claims.shapes import nominal
from claimwire.claims.tokens import Token
from claimwire.models import Stance

_COLONS = frozenset(":：")
_REACH = 14  # tokens between "called" and the words that are quoted
_CLEARS = QUOTES | frozenset(":.")


@dataclass(frozen=True, slots=True)
class Cue:
    """Token ranges of the cue and of its subject, which some languages may leave out.

    ``after``: a phrase such as "according to", with the speaker beside it. ``shares``: it has its subject from further ahead
    (``…, [adding] that``). ``mental``: it tells of a belief, a wish or a plan, not of words.
    ``begins``: where its whole verb begins, if before it (``[a] déclaré``).
    """

    cue: Range
    speaker: Range | None
    stance: Stance
    after: bool = False
    shares: bool = False
    mental: bool = False
    begins: int | None = None

    @property
    def extent(self) -> Range:
        """From the first to the last token of the cue and its speaker, if they stand together."""
        start = self.cue[0] if self.begins is None else self.begins
        if self.speaker is None or self.shares:
            return start, self.cue[1]
        return min(start, self.speaker[0]), max(self.cue[1], self.speaker[1])


def found(passage: Passage) -> list[Cue]:
    """Cues in order; within quotations nothing is one."""
    tokens, inside, lexicon = passage.tokens, passage.inside, passage.lexicon
    if borders.serves(lexicon):
        only = borders.best(tokens, inside, lexicon)
        return [Cue(*only)] if only else []
    if fields.serves(lexicon):
        return [Cue(*each) for each in fields.found(tokens, inside, lexicon)]
    cues: list[Cue] = []
    innocent = lexicon.listed("innocent")  # what only looks like a cue: "selon laquelle"
    begins = lexicon.begins
    for at, token in enumerate(tokens):
        if inside[at] or not (token.lower in begins or token.text in _COLONS) or innocent.at(tokens, at):
            continue
        if (not cues or at >= cues[-1].cue[1]) and (cue := _cue(passage, at, cues)):
            cues.append(cue)
    return cues


def _titular(passage: Passage, at: int) -> bool:
    """Whether a capital says that the word belongs to a name: the United States."""
    token = passage.tokens[at]
    return token.capitalised and at not in passage.heads and not token.text.isupper() and not passage.mark(at - 1)


def _cue(passage: Passage, at: int, before: Sequence[Cue]) -> Cue | None:
    tokens, lexicon = passage.tokens, passage.lexicon
    if nobody := lexicon.listed("impersonal").at(tokens, at):
        return Cue((at, at + nobody[0]), None, "says")
    if label := labels.label(passage, at):
        return Cue((at, at + 1), label, "says")
    entry = None if _titular(passage, at) else lexicon.cue.at(tokens, at) or onward.parted(tokens, at, lexicon)
    if entry:
        where = (at, at + entry[0])
        if lexicon.has("participles", tokens[at].lower):
            return _shared(passage, where, entry[1], before)
        speaker = _subject(tokens, passage.inside, where, lexicon)
        if speaker or _alone(tokens, passage.inside, where, lexicon):
            return Cue(where, speaker, entry[1], begins=verbs.begins(tokens, where[0], lexicon))
    return _other(passage, at, before)


def _other(passage: Passage, at: int, before: Sequence[Cue]) -> Cue | None:
    """A phrase with its speaker, or a verb of belief, wish or plan."""
    tokens, lexicon = passage.tokens, passage.lexicon
    for table, subject in ((lexicon.phrase, _after), (lexicon.postphrase, _before)):
        if (entry := table.at(tokens, at)) and (speaker := subject(tokens, (at, at + entry[0]), lexicon)):
            return Cue((at, at + entry[0]), speaker, entry[1], after=True)
    return _mental(passage, at, before)


def _mental(passage: Passage, at: int, before: Sequence[Cue]) -> Cue | None:
    """A verb or a noun of belief, wish, plan or judgement."""
    if _titular(passage, at):
        return None
    if entry := passage.lexicon.listed("mental").at(passage.tokens, at):
        where = (at, at + entry[0])
        if speaker := mind.holder(passage, where):
            return Cue(where, speaker, "says", mental=True)
    if not passage.has("nouns", at) or not (held := mind.held(passage, at)):
        return None
    told = held[0] is None and any(
        cue.cue[0] >= passage.sentence(at)[0] for cue in before
    )  # "said in a statement that"
    return None if told else Cue((at, at + 1), held[0], "says", mental=True)


def _alone(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, lexicon: Lexicon) -> bool:
    """Whether the cue needs no subject in this language, here."""
    left = verbs.reach(tokens, cue[0], lexicon)
    return unsaid.dropped(tokens, inside, cue, lexicon) and not _vetoed(tokens, inside, cue, left, lexicon)


def _shared(passage: Passage, where: Range, stance: Stance, before: Sequence[Cue]) -> Cue | None:
    """``…, saying that``: its subject is the last speaker's of the sentence, or who opens it."""
    if passage.has("passive", verbs.reach(passage.tokens, where[0], passage.lexicon) - 1):
        speaker = mind.holder(passage, where)  # "she is [saying] that"
        return Cue(where, speaker, stance) if speaker else None
    start = passage.sentence(where[0])[0]
    here = [cue for cue in before if cue.cue[0] >= start and cue.speaker]
    if not here and where[0] == start:
        return None
    speaker = here[-1].speaker if here else phrases.opening(passage.tokens, where[0], passage.lexicon)
    return Cue(where, speaker, stance, shares=True) if speaker else None


def _after(tokens: Sequence[Token], cue: Range, lexicon: Lexicon) -> Range | None:
    return phrases.after(tokens, cue[1], lexicon) if unsaid.bordered(tokens, cue[0], lexicon) else None


def _before(tokens: Sequence[Token], cue: Range, lexicon: Lexicon) -> Range | None:
    return phrases.before(tokens, cue[0], lexicon)


def _subject(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, lexicon: Lexicon) -> Range | None:
    left, end = verbs.reach(tokens, cue[0], lexicon), cue[1]
    if _vetoed(tokens, inside, cue, left, lexicon):
        return None
    if framed := order.framed(tokens, cue[0], lexicon):
        return framed
    previous = tokens[left - 1] if left else None
    if (
        previous is None
        or previous.text in QUOTES
        or (previous.text in ",—–" and _inverted(tokens, inside, end, left, lexicon))
    ):
        return phrases.after(tokens, end, lexicon) or (phrases.before(tokens, left, lexicon) if previous else None)
    if lexicon.has("relatives", previous.lower):
        left -= 2 if left > 1 and tokens[left - 2].text == "," else 1
    elif lexicon.has("conjunctions", previous.lower) or lexicon.has("contrasts", previous.lower):
        return phrases.opening(tokens, left - 1, lexicon)
    found = order.behind(tokens, left, end, lexicon) or phrases.before(tokens, left, lexicon)
    if (
        found is None
        and previous.text == ","
        and lexicon.has("complementisers", tokens[min(end, len(tokens) - 1)].lower)
    ):
        return phrases.opening(tokens, left - 1, lexicon)  # "Ana Lima, …, …, [said] that"
    return found


def _vetoed(tokens: Sequence[Token], inside: Sequence[bool], cue: Range, left: int, lexicon: Lexicon) -> bool:
    """Whether the form is passive, denied, an adjective, or as likely a noun here."""
    if verbs.lone(tokens, cue[0], lexicon) or verbs.negated(tokens, cue[1], lexicon):
        return True
    before = tokens[left - 1].lower if left else ""
    refused = lexicon.has_any(("passive", "negations", "determiners"), before)
    unsure = lexicon.listed("ambiguous").at(tokens, cue[0])
    return refused or (
        unsure is not None and unsure[0] >= cue[1] - cue[0] and not _clear(tokens, inside, *cue, lexicon)
    )


def _inverted(tokens: Sequence[Token], inside: Sequence[bool], end: int, left: int, lexicon: Lexicon) -> bool:
    """Whether the speaker follows: ``"…", said Ana Lima``, or ``Prices rose, said Ana Lima on Monday``."""
    if _after_clause(tokens, inside, left - 1):
        return True
    if lexicon.has("addressed", tokens[end - 1].lower):
        return False  # "Ana Lima, a farmer, told Sky News: …": what follows is who was told
    following = phrases.after(tokens, end, lexicon)
    return following is not None and (following[1] == len(tokens) or phrases.closes(tokens[following[1]], lexicon))


def _after_clause(tokens: Sequence[Token], inside: Sequence[bool], comma: int) -> bool:
    """Whether the comma follows a quotation: ``"…", said Ana Lima``."""
    return comma > 0 and (inside[comma] or tokens[comma - 1].text in QUOTES)


def _clear(tokens: Sequence[Token], inside: Sequence[bool], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an ambiguous form stands where only a cue stands: beside a quotation, or before ``that``."""
    while end < len(tokens) and lexicon.has("times", tokens[end].lower):
        end += 1
    if end == len(tokens) or inside[end] or inside[at - 1]:
        return True
    if tokens[at - 1].text == "," and order.trails(tokens, end, lexicon):
        return True
    if onward.parted(tokens, at, lexicon) or order.turned(tokens, (at, end), lexicon):
        return True
    if tokens[end].text in _CLEARS or lexicon.has("complementisers", tokens[end].lower):
        return True
    if unsaid.opened(tokens, end, lexicon) or _clausal(tokens, at, end, lexicon):
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
