"""Fetch Lambda's runtime interface emulator and client, which one test runs: ``python -m infra.emulator``.

The emulator is a binary within the wheel of aws-sam-cli, which brings sixty packages that nobody needs here; so nothing is
installed, and two files are taken out of what pip has checked by its hash.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "infra/requirements-emulator.txt"
FOLDER = ROOT / ".build/emulator"
BINARY, CLIENT = FOLDER / "aws-lambda-rie", FOLDER / "client"
_MACHINES = {"x86_64": "x86_64", "aarch64": "arm64"}


def fetch() -> Path:
    """The folder with both, filled where its pins changed. Raises SystemExit where they cannot be had."""
    stamp, wanted = FOLDER / "pins.txt", REQUIREMENTS.read_text()
    if stamp.is_file() and stamp.read_text() == wanted:
        return FOLDER
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as wheels:
        _download(Path(wheels))
        for wheel in Path(wheels).glob("*.whl"):
            _unpack(wheel)
    stamp.write_text(wanted)
    return FOLDER


def _download(wheels: Path) -> None:
    if platform.machine() not in _MACHINES or sys.platform != "linux":
        raise SystemExit(f"there is no emulator for {sys.platform} on {platform.machine()}: its test is skipped")
    options = [
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--require-hashes",
    ]
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        *options,
        "--dest",
        str(wheels),
        "--requirement",
        str(REQUIREMENTS),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    if run.returncode:
        raise SystemExit(f"the emulator could not be fetched, its test is skipped:\n{run.stderr.strip()[-600:]}")


def _unpack(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        if not wheel.name.startswith("aws_sam_cli"):
            opened.extractall(CLIENT)
            return
        name = f"samcli/local/rapid/aws-lambda-rie-{_MACHINES[platform.machine()]}"
        FOLDER.mkdir(parents=True, exist_ok=True)
        BINARY.write_bytes(opened.read(name))
        BINARY.chmod(0o755)


if __name__ == "__main__":
    print(fetch())
