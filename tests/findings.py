"""All findings and reasons that a digest's page can show, as the product itself words them: none is written here twice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import claimwire
from claimwire import pipeline
from claimwire.claims.rankers.neutral import weights
from claimwire.errors import BadSetting, Refused
from claimwire.readers import limits, magic
from claimwire.readers.characters import BLANKS
from claimwire.readers.noted import noted
from tests.sentences import GAP, said

ROOT = Path(claimwire.__file__).parent
ENGINES = ROOT / "translators"
_SAYING = {
    **dict.fromkeys((ENGINES / "checks").glob("*.py"), "return"),
    ENGINES / "verdict.py": "_UNREAD=",
    ENGINES / "protection/protecting.py": "return",
    ENGINES / "naming.py": "said=",
    ENGINES / "variants.py": "return",
    ENGINES / "pivot.py": "fromkeys",
    ENGINES / "apertium.py": "tier=",
    ENGINES / "work.py": "warnings=",
    ENGINES / "purse.py": "return",
    ROOT / "scope.py": "return",
    ROOT / "readers/envelope.py": "notes=",
}
_UNUSUAL = ["\x01", "\u202e", "\xad", "\u200b", "\U000e0041", "\ufffd"]


def checks() -> set[str]:
    """What the checks, the engines and the settings of a job have to say, with ``{}`` for what they fill in."""
    translating = ROOT / "translating.py"
    dear = {text for text in said(translating, "reason=") if "over :" not in text}  # it is never without its cap
    return dear.union(said(translating, "unavailable#1"), *(said(path, wanted) for path, wanted in _SAYING.items()))


def door() -> set[str]:
    """What the door says of a page that it cannot give, but what has a page of its own: not yet, deleted; nor what only programs ask."""
    lines = said(ROOT / "web/routes.py", "plain#1") | said(ROOT / "web/files.py", "plain#1")
    apart = ("No results yet", "This article was deleted", "There is ")
    return {line for line in lines if not line.startswith(apart)} | said(ROOT / "web/query.py", "BadQuery")


def refusals() -> set[str]:
    """Why an article is refused."""
    ours = [path for path in ROOT.rglob("*.py") if path.name not in ("webhook.py", "magic.py", "limits.py")]
    return set().union(*(said(path, "Refused") for path in ours))


def every() -> set[str]:
    """All of them."""
    return checks() | door() | refusals()


def filled(template: str) -> Iterator[str]:
    """The template with what may stand in it."""
    gaps = [_fills(template, number) for number in range(template.count(GAP))]
    for values in product(*gaps):
        yield template.format(*values)


def _fills(template: str, gap: int) -> list[str]:
    if template.startswith("quality:") and not gap:
        return ["fair", "gist"]
    if "not in" in template or template.startswith("through"):
        return ["English", "Chinese (Hant)", "Swahili"]
    if template.startswith("translating would"):
        caps = [text for text in said(ENGINES / "purse.py", "return") if text.startswith("the cap")]
        return [*(cap.format(7) for cap in caps), "a cap while no price is known"]
    if template.startswith(GAP) and not gap and "files are" not in template:
        return sorted(set().union(*(said(path, "_WHAT=") for path in (ROOT / "readers").glob("*.py"))))
    return ["firefox: the answer is empty" if template.startswith("not translated") else f"{gap + 7}"]


def words() -> set[str]:
    """Reasons of one or a few words: of caveats, of what was removed, of ranks, and of the tiers of quality."""
    caveats = [tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "claims/lexicons").glob("*.toml")]
    rules = [tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "readers/furniture").glob("*.toml")]
    return {
        *(reason for lexicon in caveats for reason in lexicon.get("caveats", {})),
        *(rule["reason"] for rule in (rule for file in rules for rule in file.get("remove", []))),
        *said(ROOT / "readers/furniture/structure.py", "return"),
        *said(ROOT / "readers/mail.py", "reason="),
        *weights(),
        *re.findall(r"\w+", "good fair gist"),
    }


def met() -> Iterator[str]:
    """Sentences that only the running code puts together: of characters, sizes, kinds of files, and engines that there are not."""
    blank = next(chr(code) for code in range(0x80, 0x3001) if re.fullmatch(BLANKS, chr(code)))
    yield from (note for each in (*_UNUSUAL, blank) for times in (1, 2) for note in noted(f"a{each}" * times))
    for count in ((10**9,), (1, 10**9)):
        with pytest.raises(Refused) as refused:
            limits.check_text(*count)
        yield str(refused.value)
    for size in (0, 10**9):
        with pytest.raises(Refused) as refused:
            limits.check_bytes(size)
        yield str(refused.value)
    kinds = [*magic._KINDS.values(), *magic._IN_ZIP.values(), *(magic._kind(data) for data in _FILES)]
    yield from (f"{kind[0]} is not read: {kind[1]}" for kind in kinds if isinstance(kind, tuple))
    with pytest.raises(BadSetting) as nobody:
        pipeline.translate(["Habari."], "sw", "is", "apertium")
    yield str(nobody.value)


_FILES = (
    b"PK\x03\x04",
    b"\0\0\0\x18ftypavif",
    b"a" * 257 + b"ustar",
    b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    *(magic_bytes + b"\x00" for magic_bytes in magic._KINDS),
)
