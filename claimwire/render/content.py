"""What a digest says: its claims, the article, and the picture of it."""

from __future__ import annotations

from typing import Any

from claimwire import codes
from claimwire.render.attributes import passage
from claimwire.render.lines import paragraphs
from claimwire.render.picture import draw
from claimwire.render.shown import shown
from claimwire.render.voices import voices
from claimwire.render.wording import View
from claimwire.render.words import ENGLISH


def content(view: View) -> dict[str, Any]:
    """The claims, the article and its picture."""
    digest = view.digest
    summary, source = digest.summary, digest.language.code if digest.language else codes.UNDETERMINED
    speakers = voices(summary.claims if summary else ())
    claims = shown(view, summary, speakers) if summary else []
    return {
        "summary": summary,
        "source_language": source,
        "foreign": passage(source),
        "english": passage(ENGLISH),
        "claims": claims,
        "voices": speakers,
        "speaker_of": {each.rank: each.name for each in claims},
        "tints": {each.rank: each.tint for each in claims},
        "picture": draw(digest, speakers, mirrored=codes.right_to_left(view.language)),
        "paragraphs": paragraphs(view),
        "gap": "" if codes.unspaced(view.language if view.translated else source) else " ",
    }
