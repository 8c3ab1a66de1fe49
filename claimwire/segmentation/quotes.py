"""Quotation marks whose shape does not say whether they open or close."""

from __future__ import annotations

import re

_CHINESE = "。！？"
_MARKS = re.compile('["“”„]')


class Quotes:
    """Whether a quotation is open, as the last mark before says; it reads a line once, forwards: linear."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._read, self._open, self._low = text, start, False, False

    def closing(self, match: re.Match[str]) -> int:
        """Where the end marks and what closes after them end: without the " that opens what follows, with the “ that closes."""
        stop = match.end()
        if self._text[stop - 1] == '"':
            opens = not self._open_at(stop - 1) and (
                self._text[stop - 2] in _CHINESE or self._text[stop : stop + 1].strip()
            )
            return stop - 1 if opens else stop
        if match["hard"] and self._text[stop : stop + 1] == "“" and self._open_at(stop):
            self._read, self._open = stop + 1, False  # a slip of Chinese keyboards
            return stop + 1
        return stop

    def _open_at(self, stop: int) -> bool:
        for mark in _MARKS.findall(self._text, self._read, stop):
            self._open = mark == "„" or (mark == "“" and not self._low) or (mark == '"' and not self._open)
            self._low = mark == "„"  # then “ closes
        self._read = max(stop, self._read)
        return self._open
