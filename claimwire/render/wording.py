"""A digest as one language's readers see it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from claimwire import codes
from claimwire.models import Caveat, Claim, Digest, Translated, Translation


@dataclass(frozen=True)
class View:
    """A digest in one language. ``sentences`` is None where the article could not be had in it, and ``problem`` says why."""

    digest: Digest
    language: str
    sentences: tuple[str, ...] | None
    segments: tuple[Translated, ...] = ()
    problem: str | None = None

    @property
    def translated(self) -> bool:
        """Whether the text is a translation, so that the original belongs beside it."""
        return bool(self.segments)

    @property
    def headline(self) -> str:
        """The title in this language, where it has one; else the title as it stands, or the source's key."""
        article, sentences = self.digest.article, self.digest.sentences
        title = (article.title if article else None) or self.digest.source.key
        if not self.translated or article is None or not article.text.startswith(title):
            return title
        # A headline may have several sentences: all that end inside it.
        return self.passage(0, bisect_right(sentences, len(title), key=lambda sentence: sentence.end)) or title

    def passage(self, first: int, last: int) -> str | None:
        """Sentences ``first`` to ``last`` (exclusive) in this language; None where it has none."""
        return None if self.sentences is None else "".join(self.pieces(first, last))

    def pieces(self, first: int, last: int) -> list[str]:
        """Those sentences and what parts them, in turn."""
        if self.sentences is None:
            return []
        out: list[str] = []
        for number in range(first, last):
            out += [self._gap(number - 1)] if number > first else []
            out.append(self.sentences[number])
        return out

    def warnings(self, first: int, last: int) -> list[str]:
        """What the checks found in those sentences, each once."""
        return list(dict.fromkeys(warning for segment in self.segments[first:last] for warning in segment.warnings))

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
    texts = tuple(segment.text for segment in translation.segments)
    return View(digest, translation.language, texts, translation.segments)


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
