"""A process that translates: run as a program with nothing of ours imported, so that it is there in the time the library takes to load.

Questions and answers are JSON that ends in NUL. A question names a model's files, which were checked by whoever asks, and a text; the
answer is the translation in a list, or an empty list where the library broke down.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fxtranslate import Translator

_MOST = 4  # models, as in neural.py


def main() -> None:
    """Answer until there are no more questions."""
    models: dict[str, Translator] = {}
    _say(None)
    for question in _questions():
        try:
            _say([_answer(models, **question)])
        except BaseException as error:  # noqa: BLE001 - a panic of the library is none of Exception; the next one gets a new model
            models.clear()
            _say([])
            if isinstance(error, KeyboardInterrupt):
                return


def _answer(models: dict[str, Translator], files: list[str | None], text: str, *, whole: bool) -> str:
    key = str(files)
    if key not in models:
        while len(models) >= _MOST:
            del models[next(iter(models))]
        model, source, target, shortlist = (Path(each).read_bytes() if each else None for each in files)
        models[key] = Translator(model or b"", source or b"", target or b"", shortlist)
    return models[key].translate(text) if whole else models[key].translate_long(text)


def _questions() -> Iterator[dict[str, Any]]:
    held = b""
    while chunk := os.read(sys.stdin.fileno(), 65536):
        *whole, held = (held + chunk).split(b"\0")
        yield from map(json.loads, whole)


def _say(what: object) -> None:
    sys.stdout.buffer.write(json.dumps(what).encode() + b"\0")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
