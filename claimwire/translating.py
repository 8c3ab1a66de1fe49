"""An article into its target languages: as much as is wanted, and no dearer than is allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimwire import codes, scope
from claimwire.errors import BadSetting
from claimwire.models import Article, Language, Sentence, Summary, Translated, Translation
from claimwire.settings import Settings
from claimwire.translators.chain import Chain


def translations(
    article: Article,
    language: Language,
    sentences: Sequence[Sentence],
    summary: Summary,
    settings: Settings,
    chain: Chain,
    seconds: Callable[[], float],
) -> tuple[Translation, ...]:
    """One a target. ``seconds`` says how many are left."""
    reason = scope.reason(article, settings)
    numbers = scope.chosen(article, sentences, summary, whole=reason is None)
    texts = [sentences[number].text for number in numbers]

    def one(target: str) -> Translation:
        if codes.same(language.code, target):
            return Translation(language=target, status="source")
        if language.code == codes.UNDETERMINED:
            return unavailable(target, "the article's language was not recognised")
        try:
            found = chain.translate(texts, language.code, target, seconds())
        except BadSetting as error:
            return unavailable(target, str(error))
        return _ready(target, dict(zip(numbers, found, strict=True)), len(sentences), reason)

    return tuple(one(target) for target in settings.targets)


def unavailable(target: str, reason: str) -> Translation:
    """A language that could not be had."""
    return Translation(language=target, status="unavailable", reason=reason)


def _ready(target: str, found: Mapping[int, Translated], count: int, reason: str | None) -> Translation:
    segments = tuple(found.get(number) for number in range(count))
    return Translation(
        language=target, status="ready", scope="summary" if reason else "article", segments=segments, reason=reason
    )
