"""The link of an upload page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimwire.errors import BadSetting

if TYPE_CHECKING:
    from claimwire.aws.deployment import Deployment

DESK = "desk"
"""The folder that the local cloud's own page uploads into."""


def link(there: Deployment, folder: str, until: int | None = None) -> str:
    """The page's URL; raises BadSetting where the stack has none, or the folder cannot be one."""
    from claimwire.addresses import Addresses
    from claimwire.aws.linksecret import LinkSecret

    into = _folder(folder)
    if there.outputs.get("UploadPage", "off") == "off":
        raise BadSetting("this stack has no upload page: deploy it with the parameter UploadPage=upload (or read)")
    keys = LinkSecret(there.outputs["LinkSecretArn"], there.client("secretsmanager")).read()
    return Addresses(keys, there.outputs["BaseUrl"]).upload(into, until)


def _folder(text: str) -> str:
    from claimwire.layout import FOLDER

    folder = f"{text.strip('/')}/"
    if not FOLDER.fullmatch(folder):
        raise BadSetting(f"{text!r} is no folder: name one such as desk or desk/sport, of at most 200 characters")
    return folder
