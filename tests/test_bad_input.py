"""Bad input, through the whole job: each a clear refusal, or a right result."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimwire import job, layout, wiring
from claimwire.directory import FolderStore
from claimwire.errors import BadSetting
from claimwire.models import Digest
from claimwire.settings import Settings, targets_of
from tests.zipped import pack

PROSE = "Ferry service resumes\n\nThe ferry line said on Monday that boats would sail again from Tuesday morning.\n"
PAGE = (
    f"<html lang=en><body><article><h1>Ferry service resumes</h1><p>{PROSE.splitlines()[2]}</p></article></body></html>"
)

# name, bytes, a word of the reason
REFUSED = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n ", "white space"),
    ("garbage.txt", bytes(range(256)) * 64, ""),
    ("zeros.txt", b"\0" * 4096, ""),
    ("letterless.txt", b"1234 5678\n\n99.5% ... !!! 12:30\n", "letter"),
    ("emoji.txt", "😀🎉 — … 😀\n\n🎉🎉🎉\n".encode(), "letter"),
    ("story.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
    ("story.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), ""),
    ("story.txt.gz", pack(PROSE.encode())[:-12], "cut short"),
    ("stories.zip", b"PK\x05\x06" + bytes(18), "unpack it and upload each"),
    ("broken.json", b'{"title": "Ferry service resumes", "body": "The fer', ""),
    ("list.json", b"[1, 2, 3]", ""),
    ("bodyless.json", b'{"title": "Ferry service resumes"}', ""),
    ("scripts.html", b"<html><head><script>var x = 1;</script></head><body></body></html>", ""),
    ("twenty-megabytes.txt", PROSE.encode() * 200_000, "10,000,000"),
    ("three-million-letters.txt", b"The ferry line said. " * 150_000, ""),
]
# name, bytes: all hold the same two sentences
READ = [
    ("plain.txt", PROSE.encode()),
    ("page.txt", PAGE.encode()),
    ("text.html", PROSE.encode()),
    ("article.html", b'{"title": "Ferry service resumes", "body": "' + PROSE.splitlines()[2].encode() + b'"}'),
    ("no-extension", PROSE.encode()),
    ("utf16.txt", PROSE.encode("utf-16")),
    ("bom.txt", b"\xef\xbb\xbf" + PROSE.encode()),
    ("gzip.txt.gz", pack(PROSE.encode())),
    ("crlf.txt", PROSE.replace("\n", "\r\n").encode()),
]


def run(tmp_path: Path, name: str, data: bytes, targets: str = "pt") -> Digest:
    sources = FolderStore(tmp_path / "in")
    sources.put(name, data, "application/octet-stream")
    digest = job.run(wiring.folder_job(sources, tmp_path / "out", Settings(targets=targets_of(targets))), name).digest
    assert digest is not None
    return digest


@pytest.mark.parametrize(("name", "data", "word"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    digest = run(tmp_path, name, data)
    reason = digest.reason or ""
    assert digest.status == "refused"
    assert word.lower() in reason.lower()
    assert len(reason) > 20
    assert "\n" not in reason
    page = FolderStore(tmp_path / "out").get(layout.file_key(digest.article_id, digest.version, "digest.pt.html"))
    assert page is not None


@pytest.mark.parametrize(("name", "data"), READ, ids=[name for name, _ in READ])
def test_what_looks_odd_is_read_right(tmp_path: Path, name: str, data: bytes) -> None:
    digest = run(tmp_path, name, data)
    assert digest.article is not None
    assert digest.article.title == "Ferry service resumes"
    assert [sentence.text for sentence in digest.sentences] == [PROSE.splitlines()[0], PROSE.splitlines()[2]]


def test_broken_utf8_is_read_as_what_it_is_or_with_its_faults_marked(tmp_path: Path) -> None:
    latin = "Préfecture fermée\n\nLe préfet a annoncé lundi la fermeture de la préfecture à cause de la tempête, a-t-il déclaré.\n"
    digest = run(tmp_path, "latin.txt", latin.encode("latin-1"))
    assert digest.article is not None
    assert digest.article.text == latin.strip()
    spoilt = PROSE.encode().replace(b"boats", b"bo\xffats")
    digest = run(tmp_path, "spoilt.txt", spoilt)
    assert digest.article is not None
    assert digest.article.text.startswith("Ferry service resumes")


def test_a_target_that_is_the_source_costs_nothing(tmp_path: Path) -> None:
    digest = run(tmp_path, "plain.txt", PROSE.encode(), "en,pt")
    assert [translation.status for translation in digest.translations] == ["source", "ready"]


def test_a_target_that_no_engine_serves_is_said(tmp_path: Path) -> None:
    digest = run(tmp_path, "plain.txt", PROSE.encode(), "sw")
    assert digest.status == "ready"
    assert digest.summary is not None
    assert digest.summary.claims
    assert "Swahili" in (digest.translations[0].reason or "")


@pytest.mark.parametrize("code", ["klingon", "xx", "", "p", "pt;es", "../pt"])
def test_a_target_that_is_no_language_is_refused_before_any_work(code: str) -> None:
    with pytest.raises(BadSetting):
        targets_of(code)
