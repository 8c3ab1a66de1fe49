"""The results bucket, its index read in order from anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.aws.store import Bucket


class ShelfBucket(Bucket):
    """S3 behind the Shelf port."""

    def after(self, prefix: str, key: str) -> Iterator[str]:
        """The keys under a prefix that come after ``key``, a thousand a call, as far as they are asked for."""
        paginator = self._s3.get_paginator("list_objects_v2")
        for page in paginator.paginate(Bucket=self.name, Prefix=prefix, StartAfter=key):
            for item in page.get("Contents", []):
                yield item["Key"]

    def folders(self, prefix: str) -> list[str]:
        """The names of the folders right under a prefix: one call a thousand of them, whatever is in them."""
        paginator = self._s3.get_paginator("list_objects_v2")
        pages = paginator.paginate(Bucket=self.name, Prefix=prefix, Delimiter="/")
        return [each["Prefix"][len(prefix) : -1] for page in pages for each in page.get("CommonPrefixes", [])]
