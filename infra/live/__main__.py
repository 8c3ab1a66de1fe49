"""Check a deployed stack by using it: ``python -m infra.live --stack NAME``. Exit 1 where anything is not as it must be.

It costs some cents at most: three small uploads, which it removes again.
"""

from __future__ import annotations

import argparse
import sys

from claimwire.aws import deployment
from claimwire.errors import ClaimwireError
from infra.live import site
from infra.live.checks import CHECKS
from infra.live.site import Site, Wrong


def checked(on: Site) -> int:
    """Make every check; how many failed. The first is what the others rest on: where it fails, the run ends."""
    failed = 0
    for check in CHECKS:
        what = (check.__doc__ or "").strip()
        try:
            print(f"ok    {what} ({check(on)})", flush=True)
        except Wrong as wrong:
            failed += 1
            print(f"FAIL  {what}\n      {wrong}", flush=True)
            if check is CHECKS[0]:
                break
    return failed


def main() -> int:
    """Run, print a line a check, and say whether all was well."""
    parser = argparse.ArgumentParser(prog="python -m infra.live", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--stack", default="claimwire", help="name of the stack, under your own AWS settings")
    parser.add_argument(
        "--patience", type=int, default=site.PATIENCE, metavar="SECONDS", help="how long to wait for each"
    )
    asked = parser.parse_args()
    try:
        there = deployment.find(asked.stack, deployment.ambient)
        with site.opened(there, asked.patience) as on:
            return int(bool(checked(on)))
    except ClaimwireError as error:
        print(f"infra.live: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
