"""The ``amazon`` engine: Amazon Translate, under the process's own credentials."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    NoRegionError,
    ParamValidationError,
    PartialCredentialsError,
)
from botocore.parsers import ResponseParserError

from claimwire.aws.clients import code
from claimwire.errors import BadSetting, Passing, TryLater
from claimwire.ports import Limits
from claimwire.translators import options, refusals
from claimwire.translators.allowance import allowed
from claimwire.translators.remote import Answers, Remote
from claimwire.translators.tongues import Tongues, tongues

if TYPE_CHECKING:
    from mypy_boto3_translate import TranslateClient
    from mypy_boto3_translate.type_defs import TranslationSettingsTypeDef

_CONNECT = 5.0  # seconds
# Seconds that an answer may take. A client has one time-out for good, so there is one for each: the longest that is still allowed asks.
_STEPS = (10.0, 5.0, 2.0, 1.0, 0.5)

# Throttling comes under several names, by service and by gateway; all are botocore's own list of what passes.
_SOON = frozenset({
    "TooManyRequestsException", "ThrottlingException", "Throttling", "ThrottledException", "RequestThrottled", "SlowDown",
    "InternalServerException", "InternalFailure", "InternalServerError", "ServiceUnavailableException", "ServiceUnavailable",
    "RequestTimeout", "RequestTimeoutException",
})  # fmt: skip
_TEXT = frozenset({"TextSizeLimitExceededException"})
_CREDENTIALS = frozenset({
    "UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException", "ExpiredToken", "IncompleteSignature",
    "InvalidClientTokenId", "MissingAuthenticationToken", "SignatureDoesNotMatch",
})  # fmt: skip


# What botocore's parser stumbles over where a body is none of the service's (a proxy's page).
_UNREADABLE = (ResponseParserError, UnicodeDecodeError, AttributeError, TypeError)


class Amazon(Remote):
    """Segments as lines of one text; a line that does not come back is asked for alone.

    Args:
        region: where the service is; else the process's own.
        url: another address, such as that of a VPC endpoint.
        terminology: name of a terminology in the account and region.
        formality: ``formal`` or ``informal``; a language without the choice takes no notice.
        profanity: ``mask``.
        at_once: requests at one time.
        per_second: requests a second.
        timeout: seconds for one read of an answer; fewer where a deadline comes before.
        session: of boto3; else one of its own, by the usual chain of credentials.
    """

    name, title = "amazon", "Amazon Translate"
    options = ("region", "url", "terminology", "formality", "profanity", *options.PACE)
    limits = Limits(size=10_000, measure="bytes", lines=True, at_once=8)

    def __init__(
        self,
        region: str = "",
        url: str = "",
        terminology: str = "",
        formality: str = "",
        profanity: str = "",
        timeout: float = 20.0,
        session: boto3.session.Session | None = None,
        **pace: str,
    ) -> None:
        super().__init__(pace)
        self._region = region
        self._make = functools.partial(_client, session, region or None, url or None)
        self._steps = (timeout, *(step for step in _STEPS if step < timeout))
        self._terminology = [terminology] if terminology else []
        self._settings: TranslationSettingsTypeDef = {}
        if options.one_of(self.name, "formality", formality, ("formal", "informal")):
            self._settings["Formality"] = "FORMAL" if formality == "formal" else "INFORMAL"
        if options.one_of(self.name, "profanity", profanity, ("mask",)):
            self._settings["Profanity"] = "MASK"
        self._clients: dict[float, TranslateClient] = {}
        self._lock = threading.Lock()

    def identity(self) -> str:
        """The terminology's name and the settings; neither the service's models nor a terminology's content have a version."""
        said = " ".join(f"{name.lower()}={value}" for name, value in sorted(self._settings.items()))
        return f"amazon terminology={','.join(self._terminology)} {said}".strip()

    def missing(self) -> str | None:
        """Credentials or a region; a machine's own role is not looked for, since that asks a service."""
        session = botocore.session.get_session()
        session.get_component("credential_provider").remove("iam-role")
        found = [] if session.get_credentials() else ["credentials of AWS"]
        found += (
            [] if self._region or session.get_config_variable("region") else [f"a region ({self._setting('region')})"]
        )
        return " and ".join(found) or None

    def _ask(self, segments: Sequence[str], source: str, target: str) -> Answers:
        return [self._one(segment, source, target) for segment in segments]

    def _one(self, text: str, source: str, target: str) -> str | None:
        try:
            answer = self._ready().translate_text(
                Text=text,
                SourceLanguageCode=source,
                TargetLanguageCode=target,
                TerminologyNames=self._terminology,
                Settings=self._settings,
            )
        except ClientError as error:
            self._refuse(error)
            return None
        except (NoCredentialsError, PartialCredentialsError, NoRegionError) as error:
            raise BadSetting(
                f"Amazon Translate: {error} (credentials of AWS, and {self._setting('region')})"
            ) from error
        except ParamValidationError as error:
            raise BadSetting(f"Amazon Translate: {error} (check {self._setting('terminology')})") from error
        except (BotoCoreError, *_UNREADABLE) as error:
            raise Passing(f"Amazon Translate does not answer: {type(error).__name__}") from error
        found = answer.get("TranslatedText")
        if not isinstance(found, str):  # botocore lets many a body pass that is something else
            raise Passing("Amazon Translate answers with something else than a translation")
        return found or None

    def _refuse(self, error: ClientError) -> None:
        """Raise, but where the text alone is at fault."""
        name, said = code(error), error.response.get("Error", {}).get("Message", "")
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        if name in _SOON or status >= 500 or status == 429:
            headers = error.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
            raise Passing(f"Amazon Translate refuses for now ({name})", refusals.seconds(headers)) from error
        if name not in _TEXT:
            raise self._setting_at_fault(name, said) from error

    def _setting_at_fault(self, name: str, said: str) -> BadSetting | TryLater:
        advice: dict[str, str] = {
            "AccessDeniedException": "allow translate:TranslateText to this role or user, in its IAM policy",
            "ResourceNotFoundException": f"check {self._setting('terminology')}, a name in this account and region",
            "UnsupportedLanguagePairException": "this pair is not offered",
            "InvalidRequestException": f"check the languages and {self._setting('terminology')}",
            "ValidationException": f"check the languages and {self._setting('terminology')}",
        } | dict.fromkeys(_CREDENTIALS, "check the credentials of AWS")
        kind: Callable[[str], BadSetting | TryLater] = BadSetting if name in advice else TryLater
        return kind(
            f"Amazon Translate refuses ({name}{f': {said[:200]}' if said else ''}): {advice.get(name, 'try later')}"
        )

    def _ready(self) -> TranslateClient:
        """The client for the time that is left, made once when first needed: that costs about 0.1 s, and a region."""
        left = allowed(self._steps[0])
        step = next((step for step in self._steps if step <= left), self._steps[-1])
        with self._lock:
            if step not in self._clients:
                self._clients[step] = self._make(step)
            return self._clients[step]

    def _tongues(self) -> Tongues:
        return tongues(self.name, Path(__file__).parent)


def _client(
    session: boto3.session.Session | None, region: str | None, url: str | None, timeout: float
) -> TranslateClient:
    """No retries of botocore's own: ours know the deadline."""
    config = Config(
        connect_timeout=min(_CONNECT, timeout),
        read_timeout=timeout,
        retries={"total_max_attempts": 1},
        max_pool_connections=64,
    )
    return (session or boto3.session.Session()).client("translate", region_name=region, endpoint_url=url, config=config)
