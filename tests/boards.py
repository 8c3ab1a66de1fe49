"""Indexes for the pages over many articles: entries as they are, without a job."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec

from claimwire import layout
from claimwire.directory import FolderStore
from claimwire.index import Entry, Said, Spoke

NOON = 1_799_928_000  # 2027-01-14T12:00:00Z: the day before the moment at which the tests' door stands


def said(text: str, speaker: str | None = None, **more: Any) -> Said:
    return Said(text=text, speaker=speaker, **{"kind": "quoted", "stance": "says", **more})


def entry(name: str, seconds: int = NOON, *claims: Said, **more: Any) -> Entry:
    told = claims or (said("The bridge is safe.", "Ana Lima"),)
    given: dict[str, Any] = {
        "article_id": layout.article_id("bucket", name),
        "version": layout.version_id(name, "settings"),
        "status": "ready",
        "modified": datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "language": "pt",
        "source_language": "en",
        "title": name,
        "speakers": tuple(dict.fromkeys(each.speaker for each in told if each.speaker)),
        "claims": told,
        "files": ("digest.json", "digest.pt.html"),
    }
    return Entry(**{**given, **more})


def put(store: FolderStore, *entries: Entry) -> None:
    """What the index has of these entries."""
    for each in entries:
        place = layout.place_of(each.article_id, int(datetime.datetime.fromisoformat(each.modified).timestamp()))
        store.put(layout.key_at(each.language, place), msgspec.json.encode(each), "application/json")
        store.put(layout.spoken_key(place, [each.language], each.speakers), b"{}", "application/json")
        for name in each.speakers:
            spoke = msgspec.json.encode(Spoke(speaker=name, languages=(each.language,)))
            store.put(layout.speaker_key(layout.speaker_id(name), place), spoke, "application/json")
