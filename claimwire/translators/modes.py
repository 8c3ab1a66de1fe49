"""Apertium's modes: rules that turn a language into a close one, run by programs that stay."""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
import shlex
import shutil
import tomllib
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from claimwire.errors import BadSetting
from claimwire.ports import Limits
from claimwire.translators.pipe import Broken, Pipe
from claimwire.translators.plain import plain
from claimwire.translators.variants import names

FOLDER = Path("/usr/share/apertium/modes")
"""Where Debian's packages put them."""

_SPECIAL = re.compile(r"([\[\]{}^$@/\\<>*])")  # Apertium's stream format
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TILDE, _STANDS_IN = (
    "~",
    "\ue000",
)  # a tilde wakes the post-generator, escaped or not, and is lost; for private use, and so known to no mode
_SECONDS = 30.0  # cat-fra starts in 0.6 s on an idle core, and a sentence takes 2 ms
_PIPES: dict[tuple[Path, str], Pipe] = {}  # one a mode and process: por-cat's ten programs hold 400 MB


class Mode(Struct, frozen=True, kw_only=True):
    """A mode's name, the Debian package that has it, and how good it is."""

    mode: str
    package: str
    tier: str


class Way(Struct, frozen=True, kw_only=True):
    """Languages one after another; ``chrf`` where it was measured."""

    by: str
    tier: str
    chrf: float | None = None


class Table(Struct, frozen=True, kw_only=True):
    """``apertium.toml``."""

    modes: dict[str, Mode]
    ways: tuple[Way, ...]


@functools.cache
def table() -> Table:
    """What may serve."""
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("apertium.toml").read_text("utf-8")), Table)


def known(source: str, target: str) -> Mode | None:
    """The mode for a pair, whether it is installed or not."""
    pairs = (f"{one}-{other}" for one in names(source) for other in names(target))
    return next((table().modes[pair] for pair in pairs if pair in table().modes), None)


def ways(source: str, target: str) -> list[Way]:
    """Ways for a pair, the best first, the pair's own mode last."""
    mode = known(source, target)
    several = [
        way for way in table().ways if way.by.split()[0] in names(source) and way.by.split()[-1] in names(target)
    ]
    return [*several, Way(by=f"{source} {target}", tier=mode.tier)] if mode else several


def forget() -> None:
    """End all programs."""
    while _PIPES:
        _PIPES.popitem()[1].close()


class Modes:
    """One mode a pair. May be shared by threads, which wait for one another."""

    name = "rules"
    shareable = True
    limits = Limits(size=10_000, again=False)

    def __init__(self, folder: Path = FOLDER, seconds: float = _SECONDS) -> None:
        self._folder, self._seconds = folder, seconds
        self._counts = itertools.count(1)

    def identity(self) -> str:
        """Programs and data of every mode that may serve, by size and time, as a hash."""
        return f"rules {_digest(''.join(filter(None, (self._stamp(mode.mode) for mode in table().modes.values()))))}"

    def supports(self, source: str, target: str) -> bool:
        """Whether the pair's mode is installed."""
        mode = known(source, target)
        return bool(mode and self._stamp(mode.mode))

    def model(self, source: str, target: str) -> str:
        """Such as ``pt-es@1b0c44``. Raises BadSetting."""
        mode = self._mode(source, target)
        return f"{mode}@{_digest(self._stamp(mode))[:6]}"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        """One answer a segment; None where the programs gave none, twice. Raises BadSetting."""
        mode = self._mode(source, target)
        return [self._twice(mode, plain(segment)) for segment in segments]

    def _mode(self, source: str, target: str) -> str:
        mode = known(source, target)
        if not (mode and self._stamp(mode.mode)):
            raise BadSetting(f"apertium has no mode for {source} to {target} here")
        return mode.mode

    def _stamp(self, mode: str) -> str:
        """Changes with the mode's programs and data; empty where some are not here."""
        return _stamp(self._folder / f"{mode}.mode")

    def _twice(self, mode: str, text: str) -> str | None:
        for _ in range(2):
            try:
                return self._once(mode, text)
            except Broken:
                continue
        return None

    def _once(self, mode: str, text: str) -> str:
        """A blank with a number ends every text: whatever comes back without it is no answer to this one.

        The full stop before it ends the last sentence for the tagger, as Apertium's own deformatter does.
        """
        end = f"[][{next(self._counts)}\n]"
        pipe = self._pipe(mode)
        found = pipe.ask((_SPECIAL.sub(r"\\\1", text).replace(_TILDE, _STANDS_IN) + "." + end).encode()).decode(
            "utf-8", "replace"
        )
        answer = _ESCAPED.sub(r"\1", found.removesuffix(end).removesuffix(".")).replace(_STANDS_IN, _TILDE)
        if not found.endswith(end) or bool(text.strip()) != bool(
            answer.strip()
        ):  # some modes crash, and the rest says nothing
            pipe.close()
            raise Broken(f"{mode} gave {found[-40:]!r}")
        return answer

    def _pipe(self, mode: str) -> Pipe:
        path = self._folder / f"{mode}.mode"
        stages = [["env", "LC_ALL=C.UTF-8", stage[0], "-z", *stage[1:]] for stage in _stages(path)]
        return _PIPES.setdefault((path, _stamp(path)), Pipe(stages, self._seconds))


def _stages(path: Path) -> list[list[str]]:
    """Programs and arguments; ``$1`` is how the generator marks what it does not know (-n: not at all), ``$2`` the tagger's."""
    stages = path.read_text("utf-8").strip().replace("$1", "-n").replace("$2", "").split("|")
    return [shlex.split(stage) for stage in stages]


def _stamp(path: Path) -> str:
    try:
        return _of_files(path, path.stat().st_mtime_ns)
    except OSError:
        return ""


@functools.lru_cache(maxsize=256)
def _of_files(path: Path, _written: int) -> str:
    """A hash over names, sizes and times of all that the mode runs and reads; raises OSError where something is missing."""
    stages = _stages(path)
    programs = [shutil.which(stage[0]) or "missing" for stage in stages]
    files = [part for stage in stages for part in stage[1:] if part.startswith("/")]
    stats = [(each, Path(each).stat()) for each in (str(path), *programs, *files)]
    return _digest(repr([(each, stat.st_size, int(stat.st_mtime)) for each, stat in stats]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
