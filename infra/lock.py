"""Write requirements.lock anew: ``python -m infra.lock [--upgrade]``.

One lock for every machine and every Python that we run on: where they differ, lines carry markers. pip takes it as a
constraints file. Versions stay as they are unless a requirement forbids them, or ``--upgrade`` is given.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = (
    "requirements.txt",
    *(f"infra/requirements-{kind}.txt" for kind in ("offline", "formats", "detect", "local", "webhook", "dev")),
)


def main() -> int:
    """Run uv, which resolves for all platforms at once."""
    command = [str(Path(sys.executable).parent / "uv"), "pip", "compile", "--universal", "--python-version", "3.11"]
    output = ["--quiet", "--no-header", "--no-annotate", "--output-file", "requirements.lock"]
    return subprocess.run([*command, *output, *SOURCES, *sys.argv[1:]], cwd=ROOT, check=False).returncode  # noqa: S603 - fixed


if __name__ == "__main__":
    raise SystemExit(main())
