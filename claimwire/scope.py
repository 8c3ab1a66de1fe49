"""How much of an article is translated: all of it, or what its summary rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimwire.models import Article, Sentence, Summary
from claimwire.settings import Settings


def headline(article: Article | None, sentences: Sequence[Sentence]) -> range:
    """The sentences that are the title: all that end inside it, where the text begins with it."""
    title = article.title if article else None
    if article is None or not title or not article.text.startswith(title):
        return range(0)
    return range(bisect_right(sentences, len(title), key=lambda sentence: sentence.end))


def chosen(article: Article, sentences: Sequence[Sentence], summary: Summary, *, whole: bool) -> list[int]:
    """The numbers of the sentences to translate, in text order."""
    if whole:
        return list(range(len(sentences)))
    ranges = [claim.sentences for claim in summary.claims] + [caveat.sentences for caveat in summary.caveats]
    numbers = {number for first, last in ranges for number in range(first, last)}
    return sorted(numbers | set(headline(article, sentences)))


def reason(article: Article, settings: Settings) -> str | None:
    """Why the article is not translated whole, for its readers; None where it is."""
    if settings.summary_only:
        return "by its settings, only the title, the key claims and the caveats are translated"
    if len(article.text) > settings.full_text_up_to:
        most = f"{settings.full_text_up_to:,} characters"
        return f"the article is longer than {most}, so only the title, the key claims and the caveats are translated"
    return None
