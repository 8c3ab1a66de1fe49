"""What browsers get where there is nothing to show, and the policy that pages go out with."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from claimwire.web import pages
from claimwire.web.message import Reply
from tests.house import TO, House
from tests.pages import Page

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("house"))


def seen(house: House, url: str, **headers: str) -> tuple[Reply, Page]:
    reply = house.get(url, accept=BROWSER, **headers)
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    return reply, Page(reply.body.decode())


def hashes(page: Page) -> set[str]:
    texts = [*page.values("//style/text()"), *page.values("//script/text()")]
    return {"'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'" for text in texts}


def test_not_ready_yet_looks_again(house: House) -> None:
    reply, page = seen(house, TO.file("a" * 32, "latest", "digest.pt.html"))
    assert (reply.status, reply.headers["retry-after"], reply.headers["cache-control"]) == (404, "5", "no-store")
    assert page.text("//h1") == "This digest is not ready yet"
    assert page.values("//body/@data-seconds") == ["5"]
    assert page.values("//p/a/@href") == ["#halt", "#", ""]


def test_deleted(house: House) -> None:
    notice = house.upload(key="gone.txt")
    house.sources.delete("gone.txt")
    house.run("gone.txt")
    for version in (notice.version, "latest"):
        reply, page = seen(
            house, TO.file(notice.article_id, version, "digest.pt.html"), accept_language="pt-BR, en;q=0.5"
        )
        assert (reply.status, page.text("//h1"), page.root.get("lang")) == (410, "Este artigo foi apagado", "pt")


def test_strangers_get_one_page_too_in_their_language(house: House) -> None:
    notice = house.upload()
    urls = [
        f"/v1/articles/{notice.article_id}/latest/digest.pt.html?k=k1.x",
        "/v1/nothing",
        TO.file("b" * 32, "latest", "digest.pt.html")[:-1],
    ]
    found = [seen(house, url, accept_language="ar")[0] for url in urls]
    assert len({(reply.status, reply.body) for reply in found}) == 1
    page = Page(found[0].body.decode())
    assert (page.root.get("lang"), page.root.get("dir")) == ("ar", "rtl")


def test_another_line_is_told_in_their_language_too(house: House) -> None:
    reply, page = seen(
        house, TO.file(house.upload(key="fr.txt").article_id, "latest", "digest.sw.html"), accept_language="fr"
    )
    assert reply.status == 404
    assert page.text("//main/p/span[@lang='fr']").startswith("Cet article n’a pas ce fichier.")


@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "text/plain, text/html;q=0.5"])
def test_programs_get_a_line(house: House, accept: str) -> None:
    reply = house.get("/v1/nothing", accept=accept)
    assert (reply.headers["content-type"], reply.body.count(b"\n")) == ("text/plain; charset=utf-8", 1)


@pytest.mark.parametrize("file", ["digest.en.html", "digest.pt.html", ""])
def test_a_page_may_run_what_is_in_it_and_nothing_else(house: House, file: str) -> None:
    notice = house.upload(key=f"run{file}.txt")
    reply, page = seen(house, notice.urls[file] if file else TO.file("c" * 32, "latest", "digest.pt.html"))
    policy = dict(part.partition(" ")[::2] for part in reply.headers["content-security-policy"].split("; "))
    assert {policy["style-src"], policy["script-src"]} == hashes(page)
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["sandbox"] == "allow-scripts"
    (told,) = page.values("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert reply.headers["content-security-policy"] == f"{told}; sandbox allow-scripts"


@pytest.mark.parametrize(
    "policy",
    [
        "default-src *",
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'",
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-a'; script-src 'sha256-a' *",
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-a'; script-src 'sha256-a'; connect-src *",
    ],
)
def test_a_policy_that_we_would_not_write_is_not_repeated(policy: str) -> None:
    page = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert pages.policy(page.encode()) is None
    good = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-a'"
    late = "<title>" + page.replace(policy, good)
    assert pages.policy(late.encode()) is None
    assert pages.policy(late.removeprefix("<title>").encode()) == f"{good}; sandbox allow-scripts"


def test_an_old_page_without_a_policy_gets_the_strictest(tmp_path: Path) -> None:
    house = House(tmp_path)
    notice = house.upload()
    key = f"results/{notice.article_id}/{notice.version}/digest.en.html"
    house.results.put(key, b"<title>x</title>\n<style>p{}</style>", "text/html")
    assert "style-src" not in house.get(notice.urls["digest.en.html"]).headers["content-security-policy"]
