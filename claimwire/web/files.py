"""Files of results: one by its name, or an article's current version in the form and language that the reader asks for."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from claimwire import layout, pointer, render
from claimwire.capabilities import LATEST, READ
from claimwire.web import negotiate, pages
from claimwire.web.door import Door
from claimwire.web.message import NOT_FOUND, Reply, Request, found, plain

# A version never changes. A day is long enough to spare the way, and short beside how long pages live; latest is asked for each time.
FIXED, MOVING = "private, max-age=86400, immutable", "private, max-age=0"
_FORMS = {"text/html": "digest.{}.html", "text/markdown": "summary.{}.md", "text/plain": "article.{}.txt"}
_OFFERS = (*_FORMS, "application/json")
_NOT_IN_IT = "This article has no such file. Its digest.json lists what there is."


class _Made(Struct):
    """What is needed of a digest here."""

    files: tuple[str, ...]
    targets: tuple[str, ...] = ()


def named(door: Door, request: Request, article: str, version: str, file: str) -> Reply:
    """The file that the capability opens."""
    if article in door.revoked or not door.opens(request, READ, article, version, file):
        return NOT_FOUND
    if version != layout.LATEST:
        return _file(door, article, version, file, FIXED) or _lost(door, article)
    current, _ = pointer.read(door.results, article)
    if current is None or current.version is None:
        return _absent(current)
    return _file(door, article, current.version, file, MOVING) or plain(404, _NOT_IN_IT)


def latest(door: Door, request: Request, article: str) -> Reply:
    """The current version, negotiated: by Accept, and by ``lang`` or Accept-Language."""
    if article in door.revoked or not door.opens(request, LATEST, article):
        return NOT_FOUND
    current, _ = pointer.read(door.results, article)
    if current is None or current.version is None:
        return _absent(current)
    data = door.results.get(layout.file_key(article, current.version, layout.DIGEST))
    made = msgspec.json.decode(data, type=_Made) if data is not None else _Made(())
    language = _language(request, made)
    if language is None:
        return plain(404, f"Not in this language. There are: {', '.join(_languages(made))}.")
    form = negotiate.media_type(request.headers.get("accept", ""), _offers(made, language))
    if form is None:
        return plain(406, f"There is {', '.join(_offers(made, language))}.")
    file = _FORMS[form].format(language) if form in _FORMS else layout.DIGEST
    reply = _file(door, article, current.version, file, MOVING, up="", vary="accept, accept-language")
    return reply or plain(404, _NOT_IN_IT)


def _absent(current: pointer.Pointer | None) -> Reply:
    if current is None:
        return plain(404, "No results yet. Try again in a few seconds.", {"retry-after": "5"})
    return plain(410, "This article was deleted, and its results with it.")


def _lost(door: Door, article: str) -> Reply:
    """A version's file is not there: it is not yet, never was, or went with its article."""
    current, _ = pointer.read(door.results, article)
    return plain(404, _NOT_IN_IT) if current is not None and current.version else _absent(current)


def _file(
    door: Door, article: str, version: str, file: str, cache: str, up: str = "../", **headers: str
) -> Reply | None:
    key = layout.file_key(article, version, file)
    body = door.results.get(key)
    if body is None:
        return None
    if file.endswith(".html"):
        headers |= {"content_security_policy": policy} if (policy := pages.policy(body)) else {}
        body = pages.linked(door, body, article, file.split(".")[1], up)
    return found(body, render.content_type(file), cache, key, **headers)


def _languages(made: _Made) -> list[str]:
    return [file.split(".")[1] for file in made.files if file.endswith(".html")]


def _language(request: Request, made: _Made) -> str | None:
    """The language asked for; without a wish that can be met, the first target."""
    there = _languages(made)
    if "lang" in request.query:
        return negotiate.spoken(request.query["lang"], there)
    wished = negotiate.language(request.headers.get("accept-language", ""), there)
    return wished or next((target for target in made.targets if target in there), there[0] if there else None)


def _offers(made: _Made, language: str) -> list[str]:
    return [form for form in _OFFERS if form not in _FORMS or _FORMS[form].format(language) in made.files]
