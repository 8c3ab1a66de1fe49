"""``summary.<lang>.md``: the key claims only."""

from __future__ import annotations

import re

from claimwire import codes
from claimwire.models import Claim
from claimwire.render.wording import View, attribution

# What Markdown or the HTML inside it could take for markup, wherever it stands.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!]|^[-+](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s))")


def render(view: View) -> str:
    """The summary as CommonMark; all text from outside is escaped."""
    digest, article, summary = view.digest, view.digest.article, view.digest.summary
    title = (article.title if article else None) or digest.source.key
    lines = [f"# {escape(view.passage(0, 1) or title) if article and article.title else escape(title)}", ""]
    if view.problem:
        lines += [f"**No {codes.name(view.language)} translation:** {escape(view.problem)}", ""]
    for number, claim in enumerate(summary.claims if summary else (), 1):
        lines += [*_claim(view, number, claim), ""]
    for caveat in summary.caveats if summary else ():
        lines += [f"**Caveat:** {escape(view.of(caveat) or caveat.text)}", ""]
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    """Text on one line, with nothing left that Markdown would read as markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _claim(view: View, number: int, claim: Claim) -> list[str]:
    lines = [f"{number}. {escape(view.of(claim) or claim.text)}  ", f"   — {escape(attribution(view.digest, claim))}"]
    if view.translated:
        lines += ["", f"   > {escape(claim.text)}"]
    return lines + [f"   *Check: {escape(warning)}*" for warning in view.warnings(*claim.sentences)]
