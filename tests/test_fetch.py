"""What a holder of a stored URL gets, and what a stranger gets."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire import capabilities, job
from claimwire.directory import FolderStore, FolderTopic
from claimwire.fetch import SECURITY, Reply, fetch
from claimwire.ledger import SqliteLedger
from claimwire.models import Notice
from claimwire.settings import Settings
from claimwire.task import Job
from claimwire.translators.chain import Chain
from tests.doubles import Phrasebook

KEYS = capabilities.load_keys(json.dumps({"current": "k1", "k1": "x" * 40}))
STORY = b"Ana Lima said the bridge in Porto would open to the public in the month of May.\n\n" + b" ".join(
    b"The river rose by %d centimetres during the night, and the old road to the harbour was closed." % number
    for number in range(20)
)
LINK = capabilities.links(KEYS, "https://news.example")


class House:
    """A folder with one article, and its door."""

    def __init__(self, root: Path) -> None:
        self.sources, self.results = FolderStore(root / "in"), FolderStore(root / "out", "results")
        self.job = Job(
            sources=self.sources,
            results=self.results,
            topic=FolderTopic(self.results),
            ledger=SqliteLedger(root / "ledger.sqlite"),
            chain=Chain([Phrasebook()]),
            settings=Settings(targets=("pt",)),
            link=LINK,
            relative_link=capabilities.relative_links(KEYS),
        )

    def upload(self, data: bytes = STORY) -> Notice:
        self.sources.put("a.txt", data, "text/plain")
        return self.run()

    def run(self) -> Notice:
        notice = job.run(self.job, "a.txt").notice
        assert notice is not None
        return notice

    def get(self, url: str, *, gzipped: bool = False) -> Reply:
        parts = urlsplit(url)
        return fetch(self.results, KEYS, parts.path, parts.query.removeprefix("k="), gzipped=gzipped)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_every_url_of_the_notice_opens_its_file(house: House) -> None:
    notice = house.upload()
    types = {".html": "text/html", ".md": "text/markdown", ".txt": "text/plain", ".json": "application/json"}
    assert len(notice.urls) == 7
    for file, url in notice.urls.items():
        reply = house.get(url)
        assert reply.status == 200
        assert reply.headers["content-type"].startswith(types[Path(file).suffix])
        assert reply.body == house.results.get(f"results/{notice.article_id}/{notice.version}/{file}")


def test_latest_follows_the_article(house: House) -> None:
    first = house.upload()
    url = LINK(first.article_id, "latest", "digest.json")
    assert json.loads(house.get(url).body)["version"] == first.version
    second = house.upload(STORY + b" Nobody came.")
    assert json.loads(house.get(url).body)["version"] == second.version != first.version
    assert house.get(url).headers["cache-control"] == "private, max-age=0"


def test_a_deleted_article_is_gone(house: House) -> None:
    notice = house.upload()
    house.sources.delete("a.txt")
    house.run()
    reply = house.get(LINK(notice.article_id, "latest", "digest.json"))
    assert reply.status == 410
    assert b"deleted" in reply.body
    assert house.get(notice.urls["digest.json"]).status == 404


def test_before_the_first_result_a_holder_is_told_to_wait(house: House) -> None:
    reply = house.get(LINK("a" * 32, "latest", "digest.json"))
    assert (reply.status, reply.headers["retry-after"]) == (404, "5")


def test_a_file_that_is_not_there_is_named_as_such(house: House) -> None:
    notice = house.upload()
    reply = house.get(LINK(notice.article_id, notice.version, "digest.sw.html"))
    assert reply.status == 404
    assert b"digest.json" in reply.body


def test_strangers_get_one_and_the_same_answer(house: House) -> None:
    notice = house.upload()
    url, base = urlsplit(notice.urls["digest.json"]), f"/v1/articles/{notice.article_id}"
    k = url.query
    asked = [
        f"{url.path}?k=",
        f"{url.path}?{k}x",
        f"{url.path}?k=k9{k[4:]}",
        f"{base}/latest/digest.json?{k}",
        f"{base}/{notice.version}/digest.pt.html?{k}",
        f"/v1/articles/{'0' * 32}/latest/digest.json?{k}",
        f"{base}/latest/latest.json?{k}",
        f"{base}/../../keys.json?{k}",
        f"/v1/articles/..%2f..%2fkeys/latest/digest.json?{k}",
        f"/?{k}",
        f"?{k}",
    ]
    replies = [house.get(each) for each in asked]
    assert all(reply == replies[0] for reply in replies)
    assert (replies[0].status, replies[0].key) == (404, None)
    assert house.get(notice.urls["digest.json"]).status == 200


@given(path=st.text(max_size=60), capability=st.text(max_size=40))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_any_path_is_answered(tmp_path_factory: pytest.TempPathFactory, path: str, capability: str) -> None:
    assert fetch(FolderStore(Path("/nonexistent")), KEYS, path, capability).status == 404


def test_gzip_where_it_pays(house: House) -> None:
    notice = house.upload()
    url = notice.urls["article.en.txt"]
    zipped, plain = house.get(url, gzipped=True), house.get(url)
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == zipped.headers["vary"] == "accept-encoding"
    assert "content-encoding" not in house.get(notice.urls["summary.en.md"], gzipped=True).headers


@pytest.mark.parametrize("version", ["own", "latest", "unknown"])
def test_every_answer_carries_the_headers_that_protect_the_link(house: House, version: str) -> None:
    notice = house.upload()
    url = notice.urls["digest.en.html"] if version == "own" else LINK(notice.article_id, "latest", "digest.en.html")
    headers = house.get(url if version != "unknown" else "/").headers
    assert SECURITY.items() <= headers.items()
    assert "sandbox" in headers["content-security-policy"].split("; ")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"].startswith(("private", "no-store"))
