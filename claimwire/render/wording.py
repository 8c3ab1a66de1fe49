"""A digest as one language's readers see it."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire import codes, scope
from claimwire.models import HUMAN, Caveat, Claim, Digest, Translated, Translation


@dataclass(frozen=True)
class View:
    """A digest in one language. ``sentences`` is None where the article could not be had in it, and ``problem`` says why.

    A sentence is None where only the summary was translated; ``note`` then says why.
    """

    digest: Digest
    language: str
    sentences: tuple[str | None, ...] | None
    segments: tuple[Translated | None, ...] = ()
    problem: str | None = None
    note: str | None = None

    @property
    def translated(self) -> bool:
        """Whether the text is a translation, so that the original belongs beside it."""
        return bool(self.segments)

    @property
    def whole(self) -> bool:
        """Whether every sentence is there."""
        return self.sentences is not None and None not in self.sentences

    @property
    def headline(self) -> str:
        """The title in this language, where it has one; else the title as it stands, or the source's key."""
        article, sentences = self.digest.article, self.digest.sentences
        title = (article.title if article else None) or self.digest.source.key
        return (self.passage(0, len(scope.headline(article, sentences))) if self.translated else None) or title

    def passage(self, first: int, last: int) -> str | None:
        """Sentences ``first`` to ``last`` (exclusive) in this language; None where it lacks any."""
        if self.sentences is None:
            return None
        out: list[str] = []
        for number, sentence in enumerate(self.sentences[first:last], first):
            if sentence is None:
                return None
            out += [self._gap(number - 1), sentence] if out else [sentence]
        return "".join(out)

    def warnings(self, first: int, last: int) -> list[str]:
        """What the checks found in those sentences, each once."""
        segments = filter(None, self.segments[first:last])
        return list(dict.fromkeys(warning for segment in segments for warning in segment.warnings))

    def by_people(self, number: int) -> bool:
        """Whether a person wrote this sentence's translation."""
        segment = self.segments[number] if self.segments else None
        return segment is not None and segment.engine == HUMAN

    def of(self, passage: Claim | Caveat) -> str | None:
        """A claim or caveat in this language."""
        return self.passage(*passage.sentences) if self.translated else passage.text

    def _gap(self, number: int) -> str:
        sentences, article = self.digest.sentences, self.digest.article
        gap = article.text[sentences[number].end : sentences[number + 1].start] if article else ""
        if "\n" in gap or not self.translated:
            return gap
        return "" if codes.unspaced(self.language) else " "


def views(digest: Digest) -> list[View]:
    """The source language's view first, then one a target; for a refused digest, one a target."""
    source = digest.language.code if digest.language else None
    originals = tuple(sentence.text for sentence in digest.sentences)
    found = {source: View(digest, source, originals)} if source else {}
    for translation in digest.translations:
        found.setdefault(translation.language, _view(digest, translation, originals))
    for target in digest.targets:
        found.setdefault(target, View(digest, target, None, problem=digest.reason))
    return list(found.values())


def _view(digest: Digest, translation: Translation, originals: tuple[str, ...]) -> View:
    if translation.status == "source":
        return View(digest, translation.language, originals)
    if translation.status == "unavailable":
        return View(digest, translation.language, None, problem=translation.reason)
    texts = tuple(segment.text if segment else None for segment in translation.segments)
    return View(digest, translation.language, texts, translation.segments, note=translation.reason)


KINDS = {"quoted": "quoted", "reported": "reported", "stated": "stated by the article"}


def attribution(digest: Digest, claim: Claim) -> str:
    """Who says it and how, in plain words: ``Ana Lima (here “she”; quoted, denies)``."""
    if digest.summary and not digest.summary.attributed:
        return (
            "quotation; who speaks is not looked for in this language yet"
            if claim.kind == "quoted"
            else "who says so is not looked for in this language yet"
        )
    how = KINDS[claim.kind] + (f", {claim.stance}" if claim.stance != "says" else "")
    if claim.speaker is None:
        return f"speaker not named ({how})" if claim.kind != "stated" else f"({how})"
    name = claim.speaker.name
    if name and name.text != claim.speaker.text:
        return f"{name.text} (here “{claim.speaker.text}”; {how})"
    return f"{claim.speaker.text} ({how})"
