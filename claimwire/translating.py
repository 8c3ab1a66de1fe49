"""An article into its target languages: as much as is wanted, and no dearer than is allowed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence

from claimwire import codes, scope
from claimwire.errors import BadSetting
from claimwire.models import Article, Language, Sentence, Summary, Translated, Translation
from claimwire.settings import Settings
from claimwire.translators.chain import Chain
from claimwire.translators.estimate import Estimate, estimate
from claimwire.translators.purse import Purse

logger = logging.getLogger(__name__)


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
    purse = Purse(settings.max_cost, settings.month_max_cost, chain.recall.memory)
    dear = _too_dear(texts, language, settings, chain, purse)

    def one(target: str) -> Translation:
        made = _unasked(target, language.code, dear)
        if made is not None:
            return made
        try:
            found = chain.translate(texts, language.code, target, seconds(), purse)
        except BadSetting as error:
            if chain.supports(language.code, target):  # a key or an option is at fault: no result to keep for good
                raise
            return unavailable(target, str(error))
        return _ready(target, dict(zip(numbers, found, strict=True)), len(sentences), reason)

    return tuple(one(target) for target in settings.targets)


def _unasked(target: str, source: str, dear: Mapping[str, str]) -> Translation | None:
    """What is said of a target for which no engine is asked; None where one must be. ``dear`` says why of those that cost too much."""
    if codes.same(source, target):
        return Translation(language=target, status="source")
    if source == codes.UNDETERMINED:
        return unavailable(target, "the article's language was not recognised")
    return unavailable(target, dear[target]) if target in dear else None


def estimates(texts: Sequence[str], language: Language, targets: Sequence[str], chain: Chain) -> list[Estimate]:
    """What each target would cost now; a target that is the source, or a source that is not known, costs nothing."""
    if language.code == codes.UNDETERMINED:
        return []
    others = [target for target in targets if not codes.same(language.code, target)]
    return [estimate(chain, texts, language.code, target) for target in others]


def _too_dear(
    texts: Sequence[str], language: Language, settings: Settings, chain: Chain, purse: Purse
) -> dict[str, str]:
    """Why, for each target that is not translated because all of them together would cost more than a cap allows.

    The digest is made without them, which everybody sees and nobody retries: a person must raise the cap, or want less.
    """
    if settings.max_cost is None and settings.month_max_cost is None:
        return {}
    found = estimates(texts, language, settings.targets, chain)
    unpriced = any(each.usd is None for each in found)
    why = purse.refuses(sum(each.usd or 0.0 for each in found)) or ("a cap while no price is known" if unpriced else "")
    if not why:
        return {}
    logger.warning("not translated, for %s: %s", why, ", ".join(f"{each.target} {each.usd} USD" for each in found))
    reason = f"translating would go over {why}: raise the cap, or ask for the summary only, or for fewer languages"
    return {each.target: reason for each in found if each.usd != 0.0}


def unavailable(target: str, reason: str) -> Translation:
    """A language that could not be had."""
    return Translation(language=target, status="unavailable", reason=reason)


def _ready(target: str, found: Mapping[int, Translated], count: int, reason: str | None) -> Translation:
    segments = tuple(found.get(number) for number in range(count))
    return Translation(
        language=target, status="ready", scope="summary" if reason else "article", segments=segments, reason=reason
    )
