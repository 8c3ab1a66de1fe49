"""Office files are zips of XML: members are unpacked one by one, up to a limit, whatever the zip's directory promises."""

from __future__ import annotations

import io
import zipfile
import zlib

from claimwire.errors import Refused
from claimwire.readers.charset import decode

_MEMBERS = 5000  # a document with a thousand pictures has some 1,100
_LONGEST = 8_000_000  # bytes of one member's XML, a tree of up to 250 MB; 600 pages have as many


class Package:
    """A document's zip.

    Raises:
        Refused: The zip is damaged, or has more members than any document.
    """

    def __init__(self, data: bytes, what: str) -> None:
        self.what = what
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
            raise self._damaged() from fault
        self.names = frozenset(self._file.namelist())
        if len(self._file.infolist()) > _MEMBERS:
            raise Refused(f"{what} has more than {_MEMBERS:,} parts: upload the article as text or html.")

    def text(self, name: str) -> str | None:
        """A member's text, or None where there is no such member.

        Raises:
            Refused: It is encrypted, damaged, or too long.
        """
        if name not in self.names:
            return None
        data = self._bytes(name)
        if len(data) > _LONGEST:
            raise Refused(f"{self.what} unpacks to more than {_LONGEST:,} bytes: upload the article as text or html.")
        return decode(data)

    def _bytes(self, name: str) -> bytes:
        if self._file.getinfo(name).flag_bits & 1:
            raise Refused(f"{self.what} is encrypted: save it without a password and upload that.")
        try:
            with self._file.open(name) as member:
                return member.read(_LONGEST + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as fault:
            raise self._damaged() from fault

    def _damaged(self) -> Refused:
        return Refused(f"{self.what} is damaged or cut short: save it again, or upload the article as text or html.")
