"""The upload page's side of a deployed stack: the inbox that its door shows, and what the job tells those who wait there."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from claimwire import layout, wiring
from claimwire.settings import targets_of
from claimwire.web.uploads.inbox import Inbox

Env = Mapping[str, str]
_OFF, _READ = "off", "read"


def inbox(env: Env) -> Inbox | None:
    """None where the stack has no upload page (``CLAIMWIRE_UPLOAD_PAGE``: off, upload, or read)."""
    from claimwire.aws import presign
    from claimwire.aws.clients import client
    from claimwire.aws.stages import TableStages

    page = env.get("CLAIMWIRE_UPLOAD_PAGE") or _OFF
    if page == _OFF:
        return None
    names = ("CLAIMWIRE_ARTICLES_BUCKET", "CLAIMWIRE_TARGETS", "CLAIMWIRE_TABLE")
    bucket, targets, table = (wiring.required(env, name) for name in names)
    return Inbox(
        bucket=bucket,
        sign=functools.partial(presign.post_form, client("s3"), bucket),
        targets=targets_of(targets),
        reads=page == _READ,
        stage=TableStages(table, client("dynamodb")).told,
    )


def step(env: Env, bucket: str, key: str) -> Callable[[str], None]:
    """What a job's stages are told to: of the page's uploads, those who wait for them; of all others, nobody."""
    from claimwire.aws.clients import client
    from claimwire.aws.stages import TableStages

    if not key.startswith(layout.UPLOADS):
        return lambda _: None
    table = wiring.required(env, "CLAIMWIRE_TABLE")
    return functools.partial(TableStages(table, client("dynamodb")).tell, layout.article_id(bucket, key))
