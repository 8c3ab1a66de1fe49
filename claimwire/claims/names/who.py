"""Which name a mention stands for. A wrong name is worse than none: where two fit, there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from claimwire.claims.names.apposition import beside, head
from claimwire.claims.names.echoes import fuller
from claimwire.claims.names.mention import Mention, only, same
from claimwire.claims.names.mentions import Mentions, mentions
from claimwire.claims.names.reference import Reference, linked
from claimwire.claims.names.sex import clashes
from claimwire.claims.speakers.attribution import Attribution
from claimwire.claims.speakers.reading import Reading
from claimwire.claims.words.lexicon import Lexicon
from claimwire.claims.words.tokens import Token, pieces
from claimwire.models import Basis, Span

_CASES = (("he", "his_forms"), ("she", "her_forms"))
_RECENT = 600  # characters in which a name that is no speaker yet may be whom a pronoun means
_BESIDE = 24  # characters in which the word beside a pronoun stands
_NEARBY = 60  # characters after a name in which an apposition tells more of it


_NOBODY = Reference()


class _Reader(Struct):
    """Reads the speakers in text order, and remembers the last person and the last body, with the names they stood for."""

    text: str
    names: Mentions
    lexicon: Lexicon
    last: dict[bool, tuple[Span, Span]] = {}

    def read(self, speaker: Span | None) -> Reference:
        if speaker is None:
            return _NOBODY
        tokens = pieces(self.text, speaker.start, speaker.end, self.lexicon.piece)
        name, basis = self._fuller(speaker, tokens)
        for person in self._sorts(speaker, name or speaker, tokens):
            self.last[person] = (speaker, name or speaker)
        return Reference(name, basis) if name else _NOBODY

    def own(self, speaker: Span) -> Span | None:
        """The name in a speaker's own words, where only titles stand before it; else the words as they are. A pronoun has none."""
        if self._kind(speaker.text.lower()):
            return None
        mention = self.names.at(speaker)
        if not mention or not mention.person or len(mention.words) < 2:
            return speaker
        lead = pieces(self.text, speaker.start, mention.span.start, self.lexicon.piece)
        plain = all(self.lexicon.has_any(("titles", "determiners"), token.lower) for token in lead)
        return mention.span if plain else speaker

    def _sorts(self, speaker: Span, name: Span, tokens: Sequence[Token]) -> tuple[bool, ...]:
        """Whether later pronouns may mean it as a person, as a body, or as either: what is no name may be anybody."""
        mention = self.names.at(name) or self.names.at(speaker)
        if mention is not None:
            return (mention.person,)
        return (False,) if self._is_body(tokens) else (True, False)

    def _is_body(self, tokens: Sequence[Token]) -> bool:
        """Whether its head is a body's: ``police``, ``the Ministry of Health``, but not ``a police officer``."""
        words = [token.lower for token in tokens]
        head = next((at for at, word in enumerate(words) if at and self.lexicon.has("linkers", word)), len(words))
        return self.lexicon.has("bodies", words[head - 1])

    def _fuller(self, speaker: Span, tokens: Sequence[Token]) -> tuple[Span | None, Basis]:
        """The fuller mention that ``speaker`` stands for, and what that rests on."""
        kind = self._kind(speaker.text.lower())
        if kind in ("he", "she", "it"):
            return (None if self._many(speaker) else self._antecedent(speaker, kind)), "pronoun"
        words = [token for token in tokens if token.text[0].isalpha()]
        if len(words) == 1 and self.lexicon.has("people", words[0].lower):
            return None, "name"  # "Police", "Diplomats": a capital at a sentence's head makes no name of it
        capitals = [token for token in words if token.capitalised and not self.lexicon.has("determiners", token.lower)]
        described = head(words, self.lexicon)
        if not capitals or words[-1].text[:1].islower() or len(described) < len(words):
            found = beside(self.text, speaker, self.names) or self._described(described)
            return found if found and not _overlaps(found, speaker) else None, "description"
        if self.lexicon.has("determiners", words[0].lower) and (apposed := beside(self.text, speaker, self.names)):
            return apposed, "description"  # "Der Vorsitzende, Jens Hartmann,": nouns have capitals too
        return self._named(speaker, capitals)

    def _kind(self, word: str) -> str | None:
        """What a pronoun means, in any of its cases: ``ihr zufolge``, ``по его словам``."""
        kind = self.lexicon.pronouns.get(word)
        return kind or next((kind for kind, name in _CASES if self.lexicon.has(name, word)), None)

    def _many(self, pronoun: Span) -> bool:
        """Whether the verb beside it is a plural's, where "she" and "they" are one word: ``sie sagten``."""
        if not self.lexicon.sets.get("plural_verbs"):
            return False
        return any(self.lexicon.has("plural_verbs", token.lower) for token in self._next_to(pronoun))

    def _next_to(self, span: Span) -> list[Token]:
        """The token before it and the one after."""
        start, end = max(0, span.start - _BESIDE), min(len(self.text), span.end + _BESIDE)
        before = pieces(self.text, start, span.start, self.lexicon.piece)[-1:]
        return before + pieces(self.text, span.end, end, self.lexicon.piece)[:1]

    def _antecedent(self, speaker: Span, kind: str) -> Span | None:
        """The last speaker, if of the right sort, and no other name has been a sentence's subject since."""
        person = kind != "it"
        old, full = self.last.get(person, (None, None))
        if old is None and not person:
            return None
        if old and self._kind(old.text.lower()) in {"he", "she"} - {kind}:
            return None  # "he" was the last who spoke: "she" is somebody else, or no person
        mention = (self.names.at(full) or self.names.at(old)) if old and full else None
        if old and mention and self._clashes(kind, old, mention):
            return None
        since = self._subjects(old.end if old else max(0, speaker.start - _RECENT), speaker.start, person=person)
        fitting = [*([mention] if mention else []), *since]
        if not fitting or not all(same(name, fitting[0]) for name in fitting):
            return None
        return None if self._clashes(kind, fitting[-1].span, fitting[-1]) else fitting[0].span

    def _subjects(self, start: int, end: int, *, person: bool) -> list[Mention]:
        """The people or bodies whose names have opened a sentence in the stretch; a body may be any name there."""
        if not person:
            return [name for name in self.names.between(start, end) if not name.person]
        found = (self._mention(span) for span in self.names.opening(start, end))
        return [mention for mention in found if mention and mention.person]

    def _mention(self, span: Span) -> Mention | None:
        """The name at the place, or the one full name that its last or its first word stands for."""
        if here := self.names.at(span):
            return here
        word = self.lexicon.bare(span.text.lower().replace("’", "'"))
        fitting = self.names.by_last.get(word) or self.names.by_first.get(word) or []
        return fitting[0] if fitting and all(same(name, fitting[0]) for name in fitting) else None

    def _clashes(self, kind: str, old: Span, mention: Mention) -> bool:
        """Whether the name, its title or its apposition says that it is the other sex's."""
        apposed = old.text.lower() not in self.lexicon.pronouns and self.text.startswith(",", old.end)
        end = min(len(self.text), old.end + (_NEARBY if apposed else 0))
        end = min((place for stop in ("\n", ". ") if (place := self.text.find(stop, old.end, end)) >= 0), default=end)
        told = pieces(self.text, old.start, end, self.lexicon.piece)
        return clashes(kind, mention, told, self._next_to(old), self.lexicon)

    def _described(self, words: Sequence[Token]) -> Span | None:
        """``the minister``, ``the ministry``: the one name that bears the word, as a title or in itself."""
        if (
            not words
            or not self.lexicon.has("determiners", words[0].lower)
            or self.lexicon.has("indefinite", words[0].lower)
        ):
            return None
        return only(self.names.by_bearing.get(words[-1].lower, ()))

    def _named(self, speaker: Span, capitals: Sequence[Token]) -> tuple[Span | None, Basis]:
        """``Lima``, ``Ms Lima``, or a title alone with a capital: ``The Minister``."""
        words = [self.lexicon.bare(token.lower) for token in capitals if not self.lexicon.has("titles", token.lower)]
        if not words:
            bearing = self.names.by_bearing.get(capitals[0].lower, ()) if len(capitals) == 1 else ()
            return only(bearing), "title"
        last = [name for name in self.names.by_last.get(words[-1], ()) if set(words[:-1]) <= set(name.words)]
        fitting = [name for name in last if len(name.words) > 1]
        if not fitting and len(words) == 1:
            fitting = self.names.by_first.get(words[0], [])
        found = only(fitting)
        return found if found and not _overlaps(found, speaker) else None, "name"


def resolve(reading: Reading, voiced: Sequence[Attribution], links: Mapping[int, Span]) -> list[Reference]:
    """For each attribution (in text order) the fuller mention that its speaker stands for, if any. Linear time.

    ``links``: whom a cue without a subject, or a pronoun, means, by where it begins (see ``goingon``).
    """
    speakers = [each.speaker for each in voiced]
    if not any(speakers):
        return [_NOBODY] * len(speakers)
    if not reading.lexicon.grammar.capitals:
        names = fuller(reading.text, speakers, reading.lexicon)
        return linked(voiced, [Reference(name, "name") if name else _NOBODY for name in names], links, _itself)
    reader = _Reader(reading.text, mentions(reading.text, reading.tokens, reading.lexicon), reading.lexicon)
    return linked(voiced, [reader.read(speaker) for speaker in speakers], links, reader.own)


def _itself(speaker: Span) -> Span:
    return speaker


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
