"""Libraries of the extra ``formats``: an article that needs one which is not installed is refused, not retried for ever."""

from __future__ import annotations

import importlib.util

from claimwire.errors import Refused


def require(module: str, format_name: str) -> None:
    """Raises Refused, with what to install, where ``module`` is missing."""
    if importlib.util.find_spec(module) is None:
        raise Refused(
            f"{format_name} files are not read by this installation: upload the article as text or html, "
            "or have it install the extra with `pip install 'claimwire[formats]'`."
        )
