"""Write the list of a folder of models, so that a bucket can serve them: ``python -m infra.models FOLDER``.

The folder is laid out as fxtranslate's cache (``fxtranslate models add en es`` fills one). Then put it where the functions may read it,
``aws s3 sync FOLDER s3://BUCKET/PREFIX``, and name that place in the setting CLAIMWIRE_FIREFOX_MODELS.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from claimwire.translators import weights
from claimwire.translators.weights import LIST, File, Listed


def write(root: Path) -> Listed:
    """Write ``models.json`` into the folder; raises SystemExit where no model lies in it."""
    found = {each.model.parent.name: _files(each.model.parent) for each in weights.every(root)}
    if not found:
        raise SystemExit(f"{root} holds no models: fxtranslate models add en es --cache-dir {root}")
    (root / LIST).write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    return found


def _files(folder: Path) -> tuple[File, ...]:
    paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return tuple(File(name=path.name, size=path.stat().st_size, sha256=weights.sha256(path)) for path in paths)


def main() -> None:
    """Write the list, and say what is in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    for pair, files in write(parser.parse_args().folder).items():
        print(f"{pair}: {sum(file.size for file in files):,} bytes in {len(files)} files")


if __name__ == "__main__":
    main()
