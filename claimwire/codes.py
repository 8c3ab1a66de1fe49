"""Language codes: BCP-47 inside, everybody else's codes at the edges."""

from __future__ import annotations

import difflib
import re
from importlib import resources

import msgspec

from claimwire.errors import BadSetting

UNDETERMINED = "und"

# English names from ISO 639: the languages that a detector or an engine of ours can name.
NAMES = msgspec.json.decode((resources.files(__package__) / "languages.json").read_bytes(), type=dict[str, str])

# Codes that mean the same (IANA subtag registry: deprecated ones, macrolanguages as news uses them).
_ALIASES = {
    "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "no": "nb", "tl": "fil",
    "arb": "ar", "cmn": "zh", "ekk": "et", "kmr": "ku", "lvs": "lv", "pes": "fa", "prs": "fa", "swh": "sw", "zsm": "ms",
}  # fmt: skip
_CHINESE = {"CN": "Hans", "SG": "Hans", "TW": "Hant", "HK": "Hant", "MO": "Hant"}
_FORM = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa"})
_UNSPACED = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"})


def canonical(code: str) -> str:
    """The code as claimwire writes it: ``PT_br`` -> ``pt-BR``, ``zh-cn`` -> ``zh-Hans``, ``no`` -> ``nb``.

    Raises BadSetting for what is no language code, or a language that nothing here can name.
    """
    match = _FORM.fullmatch(code.strip().replace("_", "-"))
    language = _ALIASES.get(match[1].lower(), match[1].lower()) if match else code.lower()
    if match is None or language not in NAMES:
        near = _near(language)
        raise BadSetting(
            f"unknown language code {code!r}: use a BCP-47 code such as pt, es or zh-Hans"
            + (f" (near it: {', '.join(near)})" if near else "")
        )
    script, region = (match[2] or "").title(), (match[3] or "").upper()
    if language == "zh":
        script, region = script or _CHINESE.get(region, "Hans"), ""
    return "-".join(part for part in (language, script, region) if part)


def _near(word: str) -> list[str]:
    """Codes that look like ``word``, or whose language's name does."""
    by_name = {english.lower(): code for code, english in NAMES.items()}
    found = difflib.get_close_matches(word, [*NAMES, *by_name], n=3, cutoff=0.5)
    return list(dict.fromkeys(by_name.get(each, each) for each in found))


def base(code: str) -> str:
    """The language alone: ``pt-BR`` -> ``pt``."""
    return code.split("-", 1)[0]


def same(one: str, other: str) -> bool:
    """Whether text in ``one`` need not be translated for readers of ``other``: one language, and one script where both name it."""
    if base(one) == UNDETERMINED or base(one) != base(other):
        return False
    scripts = [next((part for part in code.split("-") if len(part) == 4), "") for code in (one, other)]
    return not all(scripts) or scripts[0] == scripts[1]


def name(code: str) -> str:
    """The English name, with script or region where the code has one; the code itself where the language is unknown."""
    language, _, rest = code.partition("-")
    return NAMES.get(language, code) + (f" ({rest})" if rest and language in NAMES else "")


def right_to_left(code: str) -> bool:
    """Whether the language is written from right to left."""
    script = next((part for part in code.split("-") if len(part) == 4), "")
    return script in _RIGHT_TO_LEFT_SCRIPTS or (not script and base(code) in _RIGHT_TO_LEFT)


def unspaced(code: str) -> bool:
    """Whether the language is written without spaces between words and sentences."""
    return base(code) in _UNSPACED
