"""Listings of a bucket, as the functions' own client reads them from a server that speaks S3's XML."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from claimwire.aws import clients
from claimwire.aws.shelf import ShelfBucket
from tests.translators.servers.serving import Call, Sent, Server, serving

# As hostile as keys can be: what looks like the elements that are left out, markup, a percent sign, other scripts.
KEYS = [f"wire/{name}" for name in ("<Size>1</Size>", "%3CETag%3E", "a&amp;b", "ação", "z" * 200)] + [
    f"wire/{number:04}" for number in range(1200)
]
_OBJECT = (
    "<Contents><Key>{}</Key><LastModified>2026-11-23T10:00:00.000Z</LastModified><ETag>&quot;9991&quot;</ETag>"
    "<Size>2</Size><StorageClass>STANDARD</StorageClass></Contents>"
)


def listing(call: Call) -> Sent:
    """A thousand keys a call, url-encoded as botocore asks."""
    start = int(call.query.get("continuation-token", "0"))
    objects = "".join(_OBJECT.format(quote(key)) for key in KEYS[start : start + 1000])
    more = start + 1000 < len(KEYS)
    token = f"<NextContinuationToken>{start + 1000}</NextContinuationToken>" if more else ""
    body = f"<EncodingType>url</EncodingType><IsTruncated>{str(more).lower()}</IsTruncated>{token}{objects}"
    whole = f"<ListBucketResult xmlns='http://s3.amazonaws.com/doc/2006-03-01/'>{body}</ListBucketResult>"
    return Sent(200, whole.encode(), {"Content-Type": "application/xml"})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(listing) as found:
        for name, value in {
            "AWS_ENDPOINT_URL_S3": found.url,
            "AWS_ACCESS_KEY_ID": "a",
            "AWS_SECRET_ACCESS_KEY": "b",
            "AWS_DEFAULT_REGION": "eu-west-1",
        }.items():
            monkeypatch.setenv(name, value)
        clients.forget()
        yield found
        clients.forget()


@pytest.mark.usefixtures("server")
def test_every_key_is_read_as_it_stands_and_nothing_beside_it() -> None:
    shelf = ShelfBucket("results", clients.client("s3"))
    assert list(shelf.list("wire/")) == list(shelf.after("wire/", "")) == KEYS
    first = clients.client("s3").list_objects_v2(Bucket="results")["Contents"][0]
    assert first == {"Key": KEYS[0]}
