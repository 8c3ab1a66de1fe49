"""The corpus of hostile text by class: lines of payloads.txt, and what the parts in payloads.toml make together. The same every time."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

from markupsafe import escape

HERE = Path(__file__).parent
PARTS: dict[str, Any] = tomllib.loads((HERE / "payloads.toml").read_text("utf-8"))


def corpus() -> dict[str, tuple[str, ...]]:
    """Every payload by its class, each once; what runs sets ``pwned``, opens a dialog, or asks x.example for something."""
    found = {**_written(), **_made(), **PARTS["odd"]}
    every = [payload for payloads in found.values() for payload in payloads]
    seen = set(every)
    assert len(seen) == len(every), sorted(payload for payload in seen if every.count(payload) > 1)
    return {name: tuple(payloads) for name, payloads in found.items()}


def disguised(scheme: str, what: str) -> dict[str, str]:
    """A URL of the scheme as filters have been got round: browsers read some of these as it, others never."""
    half = len(scheme) // 2
    plain, head, tail = f"{scheme}:{what}", scheme[:half], scheme[half:]
    return {
        "plain": plain,
        "mixed": f"{head.upper()}{tail}:{what}//",
        "tab": f"{head}\t{tail}:{what}",
        "newline": f"{head}\n{tail}:{what}",
        "return": f"{scheme}\r:{what}",
        "space": f"  {plain}",
        "control": f"\x01{plain}",
        "null": f"{head}\x00{tail}:{what}",
        "colon": f"{scheme}&colon;{what}",
        "decimal": f"&#{ord(scheme[0])};{plain[1:]}",
        "hexadecimal": f"&#x{ord(scheme[0]):x}{plain[1:]}",
        "percent": f"{scheme}%3a{what}",
        "hidden": f"{head}\u200b{tail}:{what}",
        "slashes": f"{scheme}://x.example/%0a{escape(what)}",
    }


def _written() -> dict[str, list[str]]:
    """One a line, under the heading of their class."""
    classes: dict[str, list[str]] = {}
    payloads: list[str] = []
    for line in (HERE / "payloads.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            payloads = classes[line[3:]] = []
        else:
            payloads.append(line)
    return classes


def _made() -> dict[str, list[str]]:
    schemes: dict[str, str] = PARTS["schemes"]
    return {
        "ends of a context": [end + runner for end, runner in product(PARTS["ends"], PARTS["runners"])],
        "attributes": [f"{q} {event}={q}pwned=1{q} x={q}" for q, event in product(PARTS["quotes"], PARTS["handlers"])],
        "schemes": [disguised(scheme, what)[name] for scheme, what in schemes.items() for name in PARTS["disguises"]],
    }
