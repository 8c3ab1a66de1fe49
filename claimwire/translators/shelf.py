"""Models on a shelf of one's own, such as a bucket: copied to this machine once, whole, and only where every byte is as its list says."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from claimwire.errors import BadSetting, TryLater
from claimwire.translators import weights
from claimwire.translators.weights import LIST, File, Listed

_COPY = ".copy-"
_PATIENCE = 300.0  # seconds for another process that copies: some 30 MB a model


class Shelf:
    """A place that holds ``models.json`` and the folders that it lists, laid out as fxtranslate's cache is. Shareable.

    Args:
        get: the bytes under a name, None where there are none; raises TryLater or BadSetting.
        name: of the place, for messages.
    """

    first = True
    """What is here was put here on purpose: it goes before what pip installed."""

    def __init__(self, get: Callable[[str], bytes | None], name: str) -> None:
        self._get, self._name = get, name
        self._listed: Listed | None = None

    def stamp(self) -> str:
        """A hash of the list. Raises TryLater, BadSetting."""
        return f"shelf-{weights.digest(msgspec.json.encode(self._list(), order='sorted'))[:12]}"

    def offered(self) -> frozenset[tuple[str, str]]:
        """The pairs that it holds. Raises TryLater where the list cannot be had, BadSetting where it is none."""
        return frozenset((pair.partition("-")[0], pair.partition("-")[2]) for pair in self._list())

    def fetch(self, source: str, target: str, root: Path) -> None:
        """See that the pair lies in ``root``; what is there and whole stays, what is damaged is replaced.

        Raises:
            BadSetting: the shelf's own copy is not what its list says.
            TryLater: the shelf or the disk cannot be used now, or another process has copied for too long.
        """
        pair = f"{source}-{target}"
        wanted = self._list()[pair]
        try:
            root.mkdir(parents=True, exist_ok=True)
            with FileLock(root / ".lock", timeout=_PATIENCE):
                if not _whole(root / pair, wanted):
                    self._copy(pair, wanted, root)
        except (OSError, Timeout) as error:
            raise TryLater(f"the model {pair} cannot be kept in {root}: {error}") from error

    def _copy(self, pair: str, wanted: Sequence[File], root: Path) -> None:
        """All files first, then one rename: whoever looks sees a whole model or none."""
        for left in root.glob(f"{_COPY}*"):  # by a process that was killed: we hold the lock
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=root, prefix=_COPY) as temporary:
            fresh = Path(temporary, pair)
            fresh.mkdir()
            for file in wanted:
                (fresh / file.name).write_bytes(self._file(pair, file))
            listed = {**weights.listed(root), pair: wanted}
            Path(temporary, LIST).write_bytes(msgspec.json.encode(listed))
            if (root / pair).exists():
                shutil.move(root / pair, Path(temporary, "old"))
            Path(temporary, LIST).replace(root / LIST)
            fresh.replace(root / pair)

    def _file(self, pair: str, file: File) -> bytes:
        data = self._get(f"{pair}/{file.name}")
        if data is None or len(data) != file.size or weights.digest(data) != file.sha256:
            raise BadSetting(
                f"{pair}/{file.name} in {self._name} is not the file that {LIST} there names: put the whole folder there again"
            )
        return data

    def _list(self) -> Mapping[str, tuple[File, ...]]:
        if self._listed is None:
            data = self._get(LIST)
            if data is None:
                raise BadSetting(f"{self._name} has no {LIST}: write it with python -m infra.models, and put it there")
            self._listed = weights.read_list(data, self._name)
        return self._listed


def _whole(folder: Path, wanted: Sequence[File]) -> bool:
    paths = [(folder / file.name, file) for file in wanted]
    return all(
        path.is_file() and path.stat().st_size == file.size and weights.sha256(path) == file.sha256
        for path, file in paths
    )
