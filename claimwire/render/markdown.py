"""``summary.<lang>.md``: the key claims only."""

from __future__ import annotations

import re

from claimwire import codes
from claimwire.models import Claim
from claimwire.render.remarks import remarks
from claimwire.render.wording import View, attribution

# What Markdown or the HTML inside it could take for markup: wherever it stands (the dollar opens a formula on some sites), or at
# the head of a line, as a list's mark, a rule or an underline.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$]|^[-+=])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def render(view: View) -> str:
    """The summary as CommonMark; all text from outside is escaped."""
    summary = view.digest.summary
    lines = [f"# {escape(view.headline)}", ""]
    if view.problem:
        lines += [f"**No {codes.name(view.language)} translation:** {escape(view.problem)}", ""]
    for number, claim in enumerate(summary.claims if summary else (), 1):
        lines += [*_claim(view, number, claim), ""]
    for caveat in summary.caveats if summary else ():
        lines += [f"**Caveat:** {escape(view.of(caveat) or caveat.text)}", ""]
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    """Text on one line, with nothing left that Markdown would read as markup."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", " ".join(text.split())))


def _claim(view: View, number: int, claim: Claim) -> list[str]:
    head = f"{number}. "
    inside = " " * len(head)  # what stands deeper or less deep is no part of the list's item
    lines = [f"{head}{escape(view.of(claim) or claim.text)}  ", f"{inside}— {escape(attribution(view.digest, claim))}"]
    if view.translated:
        lines += ["", f"{inside}> {escape(claim.text)}"]
    for remark in remarks(view.digest, claim):
        lines += ["", f"{inside}{escape(remark)}"]
    for warning in view.warnings(*claim.sentences):
        lines += ["", f"{inside}*Check: {escape(warning)}*"]
    return lines
