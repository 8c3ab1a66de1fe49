"""claimwire: who claims what in an article, word for word, in every language you read.

    article = claimwire.read(data, "story.html")
    language = claimwire.detect(article.text, hint=article.declared_language)
    sentences = claimwire.segment(article.text, language)
    summary = claimwire.summarise(article, language, claims=5)
    texts = claimwire.translate([claim.text for claim in summary.claims], language.code, "pt")

or all of it at once: ``claimwire.process(data, "story.html", ["pt"])``.
"""

from typing import TYPE_CHECKING

from claimwire.errors import BadSetting, ClaimwireError, Conflict, Refused, TryLater
from claimwire.models import Article, Claim, Digest, Language, Sentence, Summary, Translated, Translation
from claimwire.segment import segment
from claimwire.version import __version__

if TYPE_CHECKING:
    from claimwire.pipeline import detect, process, read, summarise, translate

__all__ = [
    "Article",
    "BadSetting",
    "Claim",
    "ClaimwireError",
    "Conflict",
    "Digest",
    "Language",
    "Refused",
    "Sentence",
    "Summary",
    "Translated",
    "Translation",
    "TryLater",
    "__version__",
    "detect",
    "process",
    "read",
    "segment",
    "summarise",
    "translate",
]


def __getattr__(name: str) -> object:
    """The verbs, with all that they need, at their first use: the command line answers ``--help`` without them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claimwire import pipeline

    return globals().setdefault(name, getattr(pipeline, name))
