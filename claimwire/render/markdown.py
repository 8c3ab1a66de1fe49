"""``summary.<lang>.md``: the key claims only, with our words in the file's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimwire.models import Claim, Summary
from claimwire.render.basis import basis
from claimwire.render.notes import Note, notes
from claimwire.render.telling import apart, plain
from claimwire.render.voices import full
from claimwire.render.wording import View
from claimwire.render.words import Words, words

# What Markdown or the HTML inside it could take for markup: wherever it stands (the dollar opens a formula on some sites), or at
# the head of a line, as a list's mark, a rule or an underline.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$]|^[-+=])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def render(view: View) -> str:
    """The summary as CommonMark; all text from outside is escaped."""
    summary = view.digest.summary or Summary(ranker="", claims=())
    sheet = _Sheet(view, summary, words(view.language))
    return "\n".join(sheet.lines()).rstrip() + "\n"


def escape(text: str) -> str:
    """Text on one line, with nothing left that Markdown would read as markup."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", " ".join(text.split())))


@dataclass(frozen=True)
class _Sheet:
    view: View
    summary: Summary
    say: Words

    def lines(self) -> Iterator[str]:
        say, view = self.say, self.view
        yield from (f"# {escape(view.headline)}", "")
        if view.problem:
            label = f"{say('untranslated')} ({say.language(view.language)}){say('colon')}"
            yield from (f"**{escape(label)}** {escape(plain(say, view.problem))}", "")
        for number, claim in enumerate(self.summary.claims, 1):
            yield from (*self._claim(number, claim), "")
        if not self.summary.claims:
            yield from (escape(say("no_claims")), "")
        for caveat in self.summary.caveats:
            label = f"**{escape(say('caveat'))}** ({escape(plain(say, caveat.reason))}){say('colon')}"
            yield from (f"{label} {self._passage(view.of(caveat), caveat.text)}", "")

    def _claim(self, number: int, claim: Claim) -> Iterator[str]:
        head = f"{number}. "
        inside = " " * len(head)  # what stands deeper or less deep is no part of the list's item
        yield f"{head}{escape(self.view.of(claim) or claim.text)}  "
        yield f"{inside}— {self._who(claim)}"
        if self.view.translated:
            yield from ("", f"{inside}> {escape(claim.text)}")
        for note in notes(self.view, self.summary, claim):
            told = f"{escape(self.say(note.kind) + self.say('colon'))} {self._told(note)}"
            yield from ("", inside + (f"*{told}*" if note.kind == "check" else told))

    def _who(self, claim: Claim) -> str:
        """Name, kind, stance, and what the name rests on where it is not named there."""
        article, language = self.view.digest.article, self.view.digest.language
        sure = basis(self.summary, claim, article.text if article else "", language.code if language else "")
        said = [self.say(claim.kind)] if sure != "article" else []
        said += [self.say(claim.stance)] if claim.stance != "says" else []
        if sure not in ("named", "article"):
            said.append(self.say(f"is_{sure}", text=self._apart(claim.speaker.text if claim.speaker else "")))
        name = (
            self._apart(full(claim.speaker)) if claim.speaker else self.say("stated" if sure == "article" else "nobody")
        )
        return escape(" · ".join((name, *said)))

    def _told(self, note: Note) -> str:
        if note.kind == "check":
            return escape(plain(self.say, note.text))
        if note.ranks:
            return escape(", ".join(self.say("claim", number=rank) for rank in note.ranks))
        return self._passage(note.said, note.text)

    def _passage(self, said: str | None, was: str) -> str:
        """In the file's language, else the original, kept apart where it is read the other way."""
        return escape(said if said is not None else self._apart(was))

    def _apart(self, text: str) -> str:
        return apart(text, self.say.code)
