"""The translation engines: set up, and answering?"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence

from claimwire import wiring
from claimwire.errors import BadSetting, ClaimwireError
from claimwire.findings import Finding, fail, ok, warn
from claimwire.ports import Engine
from claimwire.settings import PREFIX
from claimwire.translators.about import about

HERE = ("firefox", "apertium")  # they send nothing anywhere, so that asking them is free
_FEW = 12
_SENTENCE = "The minister resigned."


def engines(env: Mapping[str, str], wanted: str, *, online: bool) -> Iterator[Finding]:
    """Each engine; those that ``wanted`` names, such as ``firefox,google``, have to work. ``online``: remote ones are asked too."""
    chosen = set(wanted.replace("+", ",").split(","))
    for name, make in sorted(wiring.engines(env).items()):
        try:
            engine = make()
            missing = about(engine).missing
        except BadSetting as error:
            yield fail("engine", f"{name}: {error}", f"mend the settings {PREFIX}{name.upper()}_…")
            continue
        if not missing:
            yield _asked(engine) if online or name in HERE else ok("engine", f"{name}: set up; --online asks it")
        elif name in chosen:
            yield fail("engine", f"{name} cannot be used: {missing}", missing)
        elif any(key.startswith(f"{PREFIX}{name.upper()}_") for key in env):
            yield warn("engine", f"{name} is set up in part: {missing}", missing)
        else:
            yield ok("engine", f"{name}: not set up, and not asked for ({missing})")


def _asked(engine: Engine) -> Finding:
    """One sentence translated: it works, or why not."""
    target = next((code for code in ("pt", "es", "de", "fr") if engine.supports("en", code)), None)
    if target is None:
        return ok("engine", f"{engine.name}: has no pair from English to try")
    begun = time.monotonic()
    try:
        answer = engine.translate([_SENTENCE], "en", target)[0]
    except ClaimwireError as error:
        return fail(
            "engine", f"{engine.name} does not answer: {error}", "look at key, network and the service's status"
        )
    if not answer:
        return fail("engine", f"{engine.name} answers nothing", "try again later, or name another engine")
    found, seconds = about(engine), time.monotonic() - begun
    pairs = f"from English into {_named(found.from_english)}, into English from {_named(found.into_english)}"
    return ok("engine", f"{engine.name}: a sentence in {seconds:.1f} s; {pairs}")


def _named(languages: Sequence[str]) -> str:
    return ", ".join(languages) if len(languages) <= _FEW else f"{len(languages)} languages"
