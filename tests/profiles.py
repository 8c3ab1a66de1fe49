"""How many examples property tests try: HYPOTHESIS_PROFILE=dev (as is), ci (always the same 2,000) or nightly (50,000 new ones)."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]  # a page takes 10 ms, and machines are shared
PROFILES = {
    "dev": settings(derandomize=True, max_examples=150, deadline=None, suppress_health_check=SLOW),
    "ci": settings(derandomize=True, max_examples=2_000, deadline=None, suppress_health_check=SLOW),
    "nightly": settings(max_examples=50_000, deadline=None, suppress_health_check=SLOW, print_blob=True),
}
PROFILE = PROFILES[os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")]
