"""What the docs show of answers, made anew: ``python -m tests.recorded``. A block stands below its mark, ``<!-- recorded: NAME -->``."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable

from msgspec.structs import replace

from claimwire import capabilities, linkkeys, notices, process, render
from claimwire.aws import mail
from claimwire.pointer import Pointer
from tests.commandline import ROOT, in_terminal

SAMPLE = "examples/grain-corridor.en.html"
_BLOCK = r"(<!-- recorded: {} -->\n+```\w+\n(?:\$ [^\n]*\n)?)(.*?)(```)"


def claims() -> str:
    """What a terminal of 100 columns shows of the third claim and the last."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "HOME": folder, "XDG_CACHE_HOME": f"{folder}/cache", "COLUMNS": "100", "TERM": "dumb"}
        shown = in_terminal(["run", SAMPLE, "--to", "pt", "--out", folder], ROOT, env)[1]
    head, rule, *claims = re.split(r"^(─+\n)", shown, flags=re.MULTILINE)
    return f"{head}{rule}    …\n{rule}{claims[4]}    …\n{claims[8]}"


def email() -> str:
    """The mail about the sample's two best claims, ids and capabilities cut short."""
    digest = process((ROOT / SAMPLE).read_bytes(), "wire/grain-corridor.html", ["pt"], claims=2)
    pointer = Pointer(article_id=digest.article_id, version=digest.version, event="digest.ready", order="", epoch=0)
    link = capabilities.links(linkkeys.Keys("k1", {"k1": b"-" * 64}), "https://claims.example.org")
    notice = notices.of_digest(replace(digest, files=render.names(digest)), pointer, link)
    text = f"Subject: {mail.subject(notice)}\n\n{mail.body(notice)}"
    return re.sub(r"articles/[^/]+/[^/]+/([^?]+)\S+", r"articles/…/\1?k=…", text)


RECORDINGS: dict[tuple[str, str], Callable[[], str]] = {
    ("README.md", "claims"): claims,
    ("docs/subscribe.md", "email"): email,
}


def written(page: str, name: str) -> str:
    """A block as its page has it."""
    found = re.search(_BLOCK.format(name), (ROOT / page).read_text(), re.DOTALL)
    assert found is not None, f"{page} has no block {name}"
    return found[2]


def main() -> None:
    """Write every block into its page."""
    for (page, name), made in RECORDINGS.items():
        path, shown = ROOT / page, made()
        path.write_text(
            re.sub(_BLOCK.format(name), rf"\g<1>{_escaped(shown)}\g<3>", path.read_text(), count=1, flags=re.DOTALL)
        )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


if __name__ == "__main__":
    main()
