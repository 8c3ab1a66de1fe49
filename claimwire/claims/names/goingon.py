"""Who goes on speaking where the verb alone tells it, or a pronoun where no capital shows a name: ``Añadió que …``, ``他还说``.

Only the speaker of the sentence right before may be meant, and only where nobody else speaks in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimwire.claims.names import fitting, lone, subjectless
from claimwire.claims.names.agreement import Form, form
from claimwire.claims.speakers.by_border import borders
from claimwire.claims.speakers.cue import Cue
from claimwire.claims.speakers.heard import Heard
from claimwire.claims.speakers.passage import Range
from claimwire.claims.speakers.voices import Voices
from claimwire.claims.words.lexicon import Lexicon
from claimwire.models import Span

_REPLIES = ("denies", "promises")  # after an accusation or a demand it may be the accused who does so


class _Voice(Struct):
    """A speaker whom the text names, and what pronouns have told of their sex since."""

    speaker: Span
    heard: Heard
    sex: str | None = None


def links(voices: Voices) -> dict[int, Span]:
    """By where a cue without a subject, or a pronoun, begins: the speaker whom it stands for. Linear time."""
    found: dict[int, Span] = {}
    if not voices.heard or not _told(voices.heard[0].passage.lexicon):
        return found
    known: list[_Voice | None] = []
    for at, heard in enumerate(voices.heard):
        voice = None
        if voices.sources[at] != at:
            voice = known[voices.sources[at]] if voices.sources[at] < at else None
        elif heard.main and _goes_on(heard):
            before = _before(voices, at)
            voice = known[before] if before >= 0 else None
            if voice and (place := _place(heard, voices.heard[before], voice)) is not None:
                found[place] = voice.speaker
            else:
                voice = None
        elif heard.main and heard.brief.speaker:
            voice = _Voice(heard.brief.speaker, heard)
        known.append(voice)
    return found


def _told(lexicon: Lexicon) -> bool:
    """Whether the language's verbs tell who acts, or its pronouns are read here."""
    return not lexicon.grammar.capitals or any(lexicon.sets.get(name) for name in ("left_out", "feminine_verbs"))


def _goes_on(heard: Heard) -> bool:
    """Whether the unit's main verb has no subject, or a pronoun that is read here."""
    speaker = heard.brief.speaker
    return speaker is None or (not heard.passage.lexicon.grammar.capitals and fitting.pronoun(heard) is not None)


def _before(voices: Voices, at: int) -> int:
    """The unit before the speech that the unit ends, in the same paragraph or the last of the one before; else -1."""
    before = at - 1
    while before >= 0 and voices.sources[before] == at:
        before -= 1
    near = before >= 0 and voices.units[before + 1].paragraph <= voices.units[before].paragraph + 1
    return before if near else -1


def _place(heard: Heard, before: Heard, voice: _Voice) -> int | None:
    """Where the cue or the pronoun begins, if the voice may be whom it means, and nobody else."""
    main = heard.main
    if main is None or _replies(heard, voice.heard):
        return None
    if heard.brief.speaker:
        told = fitting.of_pronoun(heard, voice.heard, voice.sex)
        if told is None or not _alone_in(before, voice.speaker):
            return None
        voice.sex = told.sex or voice.sex
        return heard.brief.speaker.start
    fits = not main.after and _agree(form(heard.passage, main), voice) and not _other(heard, main)
    if not fits or not subjectless.alone(heard.passage, main) or not _alone_in(before, voice.speaker):
        return None
    return heard.passage.span(main.cue).start


def _agree(here: Form, voice: _Voice) -> bool:
    root, main = voice.heard, voice.heard.main
    if main is None or not here.one or lone.many(root) or not lone.likely(root):
        return False
    there = form(root.passage, main)
    return (lone.named(root) if main.after else there.one) and here.sex in (None, voice.sex or there.sex)


def _replies(heard: Heard, before: Heard) -> bool:
    """Whether it may be an answer of somebody's who was accused or asked."""
    if heard.main is None or heard.passage.has("answering", heard.main.cue[0]):
        return True
    return heard.brief.stance in _REPLIES and before.brief.stance in ("accuses", "demands")


def _other(heard: Heard, main: Cue) -> bool:
    """Whether somebody else speaks in the unit before its main verb."""
    return any(cue.speaker and cue.cue[0] < main.cue[0] for cue in heard.cues if cue is not main)


def _alone_in(before: Heard, speaker: Span) -> bool:
    """Whether nobody but the speaker, and the outlet that relays it, says or thinks anything in the unit."""
    named = (before.passage.span(where) for where in _speakers(before) if where != before.outlet)
    return all(each.text == speaker.text or _pronoun(before, each) for each in named)


def _pronoun(before: Heard, span: Span) -> bool:
    """Whether it is the unit's own pronoun, which has been read as the same voice."""
    return before.brief.speaker is not None and before.brief.speaker.start == span.start


def _speakers(heard: Heard) -> Iterator[Range]:
    passage = heard.passage
    if not borders.serves(passage.lexicon):
        yield from (cue.speaker for cue in heard.cues if cue.speaker)
    elif _cued(heard):
        every = borders.found(passage.tokens, passage.inside, passage.lexicon)
        yield from (speaker for _, speaker, _ in every if speaker)


def _cued(heard: Heard) -> bool:
    """Whether a word beside the main cue may say that somebody else speaks."""
    passage, main = heard.passage, heard.main
    lexicon, own = passage.lexicon, main.cue if main else (0, 0)
    tables = (lexicon.cue, lexicon.phrase, lexicon.postphrase)
    places = (at for at, token in enumerate(passage.tokens) if token.lower in lexicon.begins and not passage.inside[at])
    return any(table.at(passage.tokens, at) for at in places if not own[0] <= at < own[1] for table in tables)
