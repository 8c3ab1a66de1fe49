"""Bytes to text: byte order mark, UTF-8 that proves itself, what is declared, what is likely; never silent garbage."""

from __future__ import annotations

import codecs
import re

from claimwire.errors import Refused

_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What browsers read under these labels (WHATWG Encoding): the wider set that pages really use.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# What is guessed, and what is only believed where it is declared: texts in these are rare, and so would guesses be wrong.
_LIKELY = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp866", "koi8-r",
    "koi8-u", "iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
    "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "iso2022_jp",
)  # fmt: skip
_DECLARED = (
    "mac-roman", "mac-cyrillic", "iso8859-3", "iso8859-4", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15",
    "iso8859-16",
)  # fmt: skip
_SEVEN_BIT = "iso2022_jp"  # its bytes are ASCII, so that UTF-8 would seem to fit
_KNOWN = frozenset([*_LIKELY, *_DECLARED, "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
_PARAMETER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_IN_PAGE = re.compile(
    rb"<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes in which a page declares its charset; the standard asks for the first 1024
_COMMONEST = "cp1252"  # of the charsets that are not UTF-8
_TIE = 0.03  # coherence: measured on Spanish and French in cp1252 (up to 0.027 behind) against Czech in cp1250 (0.04)
_SAMPLE = 65_536  # bytes that detection sees: enough for its statistics, and bounded in time
_VALID_TO_FAULTS = 10  # UTF-8 with so many sound sequences for each broken one is damaged UTF-8, not another charset
_FAULTS = 0.01  # of all characters: more replacement marks than this make a text unfit to quote


def _declared(data: bytes, content_type: str | None) -> str | None:
    inside = _IN_PAGE.search(data[:_HEAD])
    outside = _PARAMETER.search(content_type or "")
    label = outside[1] if outside else inside[1].decode("ascii") if inside else ""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    wider = _WIDER.get(name, name)
    return wider if wider in _KNOWN else None


def _strictly(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except UnicodeError:
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin, space and newline is zero."""
    head = data[: _HEAD & ~1]
    for offset, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        if head[offset::2].count(0) > max(3, len(head) // 10) and not head[1 - offset :: 2].count(0):
            return encoding
    return None


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # 19 ms, and most files are UTF-8

    matches = list(from_bytes(data[:_SAMPLE], cp_isolation=list(_LIKELY), enable_fallback=False))
    near = [
        match
        for match in matches
        if match.encoding == _COMMONEST
        and match.chaos <= matches[0].chaos
        and match.coherence >= matches[0].coherence - _TIE
    ]
    return next((match.encoding for match in near + matches), None)


def _mended(data: bytes) -> tuple[str, int, int]:
    """The text as UTF-8 with marks for what is broken; how many marks, and how many sound characters beyond ASCII."""
    text = data.decode("utf-8", errors="replace")
    marks = text.count("\ufffd")
    return text, marks, len(text) - marks - len(text.encode("ascii", errors="ignore"))


def _guessed(data: bytes) -> str | None:
    """What no mark, proof or label tells: damaged UTF-8, else the likeliest charset, else UTF-8 with few faults."""
    text, marks, sound = _mended(data)
    if sound >= marks * _VALID_TO_FAULTS:
        return text
    return _strictly(data, _detected(data)) or (text if marks <= len(text) * _FAULTS else None)


def decode(data: bytes, content_type: str | None = None) -> str:
    """The text of ``data``; ``content_type`` may carry a charset parameter.

    Raises:
        Refused: No charset gives a readable text.
    """
    marked = next((encoding for mark, encoding in _BOMS.items() if data.startswith(mark)), None) or _wide(data)
    declared = _declared(data, content_type)
    proven = None if data.isascii() and declared == _SEVEN_BIT else "utf-8"
    if marked and marked != "utf-8-sig":
        return data.decode(marked, errors="replace")
    for encoding in (marked, proven, declared):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    guess = _guessed(data)
    if guess is None:
        raise Refused(
            "The file is binary data, or text in an unknown character set: save the article as UTF-8 text and upload that."
        )
    return guess
