"""How sure a digest is, and by whose work: language, speakers, translation."""

from __future__ import annotations

from typing import Any

from claimwire import scope
from claimwire.models import Digest
from claimwire.render.basis import basis
from claimwire.render.origins import doubtful, origins
from claimwire.render.wording import View
from claimwire.render.words import Words


def certainty(view: View, say: Words) -> dict[str, Any]:
    """How sure it all is, and by whose work."""
    language, made = view.digest.language, origins(view)
    title = len(scope.headline(view.digest.article, view.digest.sentences))
    flaws = [number for number in range(len(view.digest.sentences)) if view.warnings(number, number + 1)]
    return {
        "bases": _bases(view.digest),
        "percent": int(language.confidence * 100) if language else 0,
        "mixed": ", ".join(say.language(code) for code in language.mixed) if language else "",
        "origins": made,
        "metered": sum(origin.characters for origin in made),
        "corrected": sum(view.by_people(number) for number in range(len(view.segments))),
        "doubtful": len(doubtful(view)),
        "title_warnings": view.warnings(0, title),
        "first_flaw": f"flaw-{flaws[0]}" if flaws and flaws[0] >= title else "title",
    }


def _bases(digest: Digest) -> list[tuple[str, int]]:
    """How many claims have a speaker of each sureness, the surest first."""
    summary = digest.summary
    if summary is None or not summary.claims:
        return []
    text = digest.article.text if digest.article else ""
    language = digest.language.code if digest.language else ""
    kinds = [basis(summary, claim, text, language) for claim in summary.claims]
    found = ["open" if kind == "bare" else kind for kind in kinds]
    return [(kind, found.count(kind)) for kind in ("named", "resolved", "open", "article", "unsought") if kind in found]
