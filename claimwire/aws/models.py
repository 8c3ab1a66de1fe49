"""Models in a bucket, such as ``s3://bucket/models``: for ``firefox`` where what the package brings is not enough."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError

from claimwire.aws.clients import client, code
from claimwire.errors import BadSetting, TryLater
from claimwire.translators import weights
from claimwire.translators.firefox import Firefox
from claimwire.translators.shelf import Shelf

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_URL = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?))?/*")
_REFUSED = frozenset(
    {"AccessDenied", "403", "InvalidAccessKeyId", "SignatureDoesNotMatch", "NoSuchBucket", "ExpiredToken"}
)
_GONE = frozenset({"NoSuchKey", "404"})


def is_url(models: str) -> bool:
    """Whether a setting names a bucket, and no folder."""
    return models.startswith("s3://")


class ShelvedFirefox(Firefox):
    """``firefox`` with the models of a bucket, which are copied to this machine when they are first asked for.

    Args:
        models: such as ``s3://bucket/prefix``.
        workers: as of Firefox.
        s3: a client; else the process's own.
        folder: for the copies; else one under the system's for temporary files.
    """

    options: ClassVar[tuple[str, ...]] = ("models", "workers")

    def __init__(
        self, models: str, workers: int | str = 1, s3: S3Client | None = None, folder: Path | None = None
    ) -> None:
        match = _URL.fullmatch(models)
        if match is None:
            raise BadSetting(f"{models!r} names no bucket: write s3://bucket/prefix into CLAIMWIRE_FIREFOX_MODELS")
        get = _getter(s3 or client("s3"), match[1], f"{match[2]}/" if match[2] else "", models)
        own = Path(tempfile.gettempdir(), "claimwire-models", weights.digest(models.encode())[:16])
        super().__init__(folder or own, source=Shelf(get, models), workers=workers)


def _getter(s3: S3Client, bucket: str, prefix: str, url: str) -> Callable[[str], bytes | None]:
    def get(name: str) -> bytes | None:
        try:
            return s3.get_object(Bucket=bucket, Key=prefix + name)["Body"].read()
        except NoCredentialsError as error:
            raise BadSetting(f"{url} cannot be read without credentials of AWS") from error
        except ClientError as error:
            if code(error) in _GONE:
                return None
            kind = BadSetting if code(error) in _REFUSED else TryLater
            raise kind(f"{url} cannot be read: {code(error)} for {prefix}{name}") from error
        except (BotoCoreError, OSError) as error:
            raise TryLater(f"{url} cannot be read now: {error}") from error

    return get
