"""The check-up behind ``claimwire doctor``: what of this machine, its engines and its clouds works, and what to run where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimwire.errors import ClaimwireError
from claimwire.findings import Check, Finding, fail


def findings(checks: Mapping[str, Check]) -> Iterator[Finding]:
    """Every check's findings, in order. One that breaks is a finding, and the others go on."""
    for name, check in checks.items():
        try:
            yield from check()
        except ClaimwireError as error:
            yield fail(name, str(error), "do what the message says")
        except Exception as error:  # noqa: BLE001 - a check-up must survive what it looks for
            yield fail(name, f"{type(error).__name__}: {error}", "claimwire doctor --debug, and report what it prints")
