"""How an optional part of claimwire is installed."""

from __future__ import annotations

import shlex
from pathlib import Path


def install(extra: str, root: Path = Path(__file__).parents[1]) -> str:
    """What to run: from the checkout in ``root``, where this runs from one, else by the package's name."""
    known = (root / "pyproject.toml").is_file() and (root / "claimwire").is_dir()
    wanted = f"{root if known else 'claimwire'}{f'[{extra}]' if extra else ''}"
    return f"pip install {'-e ' if known else ''}{shlex.quote(wanted)}"
