"""The articles that ``run`` is given: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimwire.errors import BadSetting

if TYPE_CHECKING:
    from claimwire.directory import FolderStore

STDIN = Path("-")
READ = re.compile(r".+\.(te?xt|md|markdown|x?html?|json|xml|newsml|nitf|eml|docx|odt|rtf|pdf)(\.gz)?", re.IGNORECASE)


class Source(NamedTuple):
    """Where an article lies: its store, and its key there."""

    store: FolderStore
    key: str


class Found(NamedTuple):
    """Files to read, and those in folders that were passed over."""

    files: list[Path]
    passed: list[Path]


def files(given: list[Path], out: Path) -> Found:
    """Every file named, below a folder named, or fitting a pattern, each once and in order. Raises BadSetting.

    In a folder: files that by their ending may be articles, folders in folders too; nothing hidden, no symbolic link to a
    folder, and nothing below ``out`` or another folder of results.
    """
    taken: dict[Path, None] = {}
    passed: list[Path] = []
    for path in given:
        for each in _matches(path):
            if each.is_dir():
                for file in walk(each, out.resolve()):
                    taken.setdefault(file) if READ.fullmatch(file.name) else passed.append(file)
            else:
                taken.setdefault(each)
    if not taken:
        raise BadSetting(f"{', '.join(map(str, given))}: no article there; files of another ending are read when named")
    return Found(list(taken), passed)


def _matches(path: Path) -> list[Path]:
    if path.exists():
        return [path]
    found = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        what = "fits no file" if glob.has_magic(str(path)) else "does not exist"
        raise BadSetting(
            f"{str(path)!r} {what}: name a file, a folder, a pattern such as 'news/*.html', or - for standard input"
        )
    return [Path(each) for each in found]


def walk(folder: Path, out: Path, *, strict: bool = False) -> Iterator[Path]:
    """Files below a folder, save what is hidden and what are results; ``strict`` raises OSError where it may not look."""
    for here, folders, names in os.walk(folder, onerror=_raised if strict else None):
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and not _results(Path(here, each), out)
        )
        yield from (Path(here, name) for name in sorted(names) if not name.startswith((".", "~$")))


def _results(folder: Path, out: Path) -> bool:
    """Whether digests lie there, those of this run or of an earlier one with another ``--out``: they are no articles."""
    return folder.resolve() == out or (folder / ".claimwire").is_dir()


def _raised(error: OSError) -> None:
    raise error


def source(path: Path) -> Source:
    """A file's store and key; raises BadSetting."""
    if not path.is_file():
        raise BadSetting(f"{path} is no file that can be read: name a file, or a folder of files")
    return place(path)


def place(path: Path) -> Source:
    """The store and key of a path: relative to the working directory where it lies inside, else from the root."""
    from claimwire.directory import FolderStore

    full, here = path.resolve(), Path.cwd()
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in full.as_posix()):
        raise BadSetting(f"{str(path)!r} is no text: rename it without control characters and broken letters")
    root = here if full.is_relative_to(here) else Path(full.anchor)
    return Source(FolderStore(root), full.relative_to(root).as_posix())


def standard_input(folder: Path, name: str) -> Source:
    """What comes on standard input, kept in ``folder`` as long as the command runs, under the name that it was given."""
    from claimwire.directory import FolderStore

    if sys.stdin.isatty():
        raise BadSetting("- reads an article from a pipe: curl URL | claimwire run - --to pt --name story.html")
    if Path(name).name != name:
        raise BadSetting(f"--name {name!r} is a path: give a file's name alone, such as story.html")
    (folder / name).write_bytes(sys.stdin.buffer.read())
    return Source(FolderStore(folder), name)
