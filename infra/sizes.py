"""How large the builds are, and what they are made of: ``python -m infra.sizes``."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

from claimwire.local import archive, checkout, package
from infra import build

TOP = 12


def by_package(zipped: Path) -> Counter[str]:
    """Unzipped bytes by top folder; a wheel's bundled libraries count with it."""
    sizes: Counter[str] = Counter()
    with zipfile.ZipFile(zipped) as opened:
        for entry in opened.infolist():
            top = entry.filename.partition("/")[0]
            sizes[top.removesuffix(".libs") if not top.endswith(".dist-info") else "dist-info"] += entry.file_size
    return sizes


def main() -> None:
    """Print a table a build."""
    house = checkout.find()
    builds = {"host": package.host(house)}
    builds |= {f"aws {architecture}": build.build(house, architecture) for architecture in build.ARCHITECTURES}
    for name, zipped in builds.items():
        total = archive.unzipped(zipped)
        share = total / archive.UNZIPPED_LIMIT
        print(
            f"{name}: {zipped.stat().st_size / 1e6:.1f} MB zipped, {total / 1e6:.1f} MB unzipped, {share:.0%} of the limit"
        )
        for top, size in by_package(zipped).most_common(TOP):
            print(f"  {size / 1e6:8.1f} MB  {top}")


if __name__ == "__main__":
    main()
