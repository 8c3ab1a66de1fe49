"""The upload page in the local cloud, end to end: a browser, the door, the bucket's own limits, and what comes of it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, expect

from bench.structure import ROOT
from claimwire.aws import presign
from claimwire.aws.stages import TableStages
from claimwire.local import deploy
from claimwire.local.state import Cloud
from claimwire.models import Digest
from claimwire.readers.limits import MAX_BYTES
from tests.browser import DESKTOP, NARROW, PHONE, Scheme, visit
from tests.cloud import aws, get, until
from tests.uploadbox import claimwire, give, keys, post, state, ticket

pytestmark = pytest.mark.timeout(600)
SAMPLE = ROOT / "examples" / "grain-corridor.en.html"
STORY = (
    "The bridge opens in May\n\nAna Lima, the mayor of the city, said the new bridge would open to the public in May."
)
HOSTILE = "<img src=x onerror=alert(1)>\u202e.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("upload") / "cloud"


@pytest.fixture(scope="module")
def cloud(folder: Path) -> Iterator[Cloud]:
    try:
        yield deploy.up(folder, {"Targets": "pt,en"})
    finally:
        deploy.down(folder, purge=True)


@pytest.fixture(scope="module")
def url(cloud: Cloud, folder: Path) -> str:
    """The address that `claimwire up` ends in, and opens."""
    opened = folder.with_name("opened")
    done = claimwire("up", "--open", "--state", str(folder), BROWSER=f"sh -c 'echo \"$0\" > {opened}' %s")
    assert opened.read_text().split() == done.stdout.split()[-1:], done.stderr
    return done.stdout.split()[-1]


def test_from_the_upload_box_to_the_digest(chromium: Browser, url: str, cloud: Cloud) -> None:
    with visit(chromium, url) as seen:
        seen.page.set_input_files("#chosen", SAMPLE)
        assert state(seen.page, SAMPLE.name) == "ready"
        card = seen.page.locator(".card")
        with seen.page.expect_popup() as opened:
            card.get_by_role("link", name="Português").click()
        digest = opened.value
        expect(digest.get_by_text("Elena Koroleva").first).to_be_visible()
        assert digest.locator(".claim").count() == 5
        expect(seen.page.locator("#digests").get_by_role("link", name="Port Halden")).to_be_visible()
        assert seen.complaints == []
        assert seen.elsewhere(cloud.endpoint) == []
        seen.shoot("upload-ready")


def test_dropped_pasted_and_written_articles(chromium: Browser, url: str, cloud: Cloud) -> None:
    with visit(chromium, url) as seen:
        give(seen.page, "drop", (HOSTILE, STORY))
        give(seen.page, "paste", ("third.txt", f"{STORY} Three."))
        seen.page.get_by_label("paste the text").fill(f"{STORY} Four.")
        seen.page.get_by_role("button", name="Upload the text").click()
        names = (HOSTILE, "third.txt", "The bridge opens in May.txt")
        assert [state(seen.page, name) for name in names] == ["ready"] * 3
        assert seen.page.locator("img").count() == 0
        expect(seen.page.get_by_role("status")).to_contain_text("Ready.")
        assert seen.complaints == []
    assert any(key.endswith("-img-src-x-onerror-alert-1.txt") for key in keys(cloud))
    assert any(key.endswith("-The-bridge-opens-in-May.txt") for key in keys(cloud))


def test_chosen_languages_alone_are_made(chromium: Browser, url: str) -> None:
    with visit(chromium, url) as seen:
        seen.page.get_by_role("checkbox", name="English").uncheck()
        give(
            seen.page,
            "drop",
            ("ponte.txt", "A ponte abre\n\nAna Lima disse que a ponte abre em maio ao público da cidade."),
        )
        assert state(seen.page, "ponte.txt") == "ready"
        assert seen.page.locator(".card .pages a").count() == 1


def test_without_script_the_form_leads_to_the_results(chromium: Browser, url: str) -> None:
    with visit(chromium, url, script=False) as seen:
        seen.page.get_by_label("Choose a file").set_input_files(SAMPLE)
        seen.page.get_by_role("button", name="Upload the file").click()
        link = seen.page.locator(".card").get_by_role("link", name="Português")
        until(lambda: seen.page.reload() is not None and link.count() == 1, "the page shows its upload's results")
        seen.shoot("upload-without-script")
        with seen.page.expect_popup() as opened:
            link.click()
        expect(opened.value.get_by_text("Elena Koroleva").first).to_be_visible()


def test_what_cannot_be_uploaded_is_told_in_plain_words(chromium: Browser, url: str) -> None:
    with visit(chromium, url) as seen:
        give(
            seen.page,
            "drop",
            ("empty.txt", ""),
            ("film.mp4", "x"),
            ("blank.txt", "  "),
            ("big.txt", "x" * (MAX_BYTES + 1)),
        )
        told = {name: state(seen.page, name) for name in ("empty.txt", "film.mp4", "big.txt", "blank.txt")}
        assert told == {"empty.txt": "stopped", "film.mp4": "stopped", "big.txt": "stopped", "blank.txt": "refused"}
        text = seen.page.locator("#cards").inner_text()
        for words in ("The file is empty", "This kind of file is not read", "10 MB is the most", "only white space"):
            assert words in text
        assert seen.violations() == []


def test_offline_is_told_and_retried(chromium: Browser, url: str) -> None:
    with visit(chromium, url) as seen:
        seen.page.context.set_offline(True)
        give(seen.page, "drop", ("later.txt", f"{STORY} Later."))
        assert state(seen.page, "later.txt") == "stopped"
        assert "No connection" in seen.page.locator(".card .state").inner_text()
        seen.page.context.set_offline(False)
        seen.page.get_by_role("button", name="Retry: later.txt").click()
        taken = seen.page.locator(".card:is([data-state=waiting], [data-state=working], [data-state=ready])")
        expect(taken).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
def test_everybody_can_use_it(chromium: Browser, url: str, size: tuple[int, int], scheme: Scheme) -> None:
    with visit(chromium, url, size, scheme) as seen:
        assert seen.violations() == []
        assert seen.overflow() == 0
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.id") == "chosen"
        seen.shoot(f"upload-{size[0]}-{scheme}")


def test_a_link_may_be_made_and_a_dead_one_is_told(chromium: Browser, url: str, folder: Path) -> None:
    made = claimwire("link", "upload", "desk/sport", "--days", "1", "--state", str(folder)).stdout.strip()
    assert ticket(made)["key"].startswith("uploads/desk/sport/2")
    wrong = claimwire("link", "upload", "../desk", "--state", str(folder))
    assert (wrong.returncode, "is no folder" in wrong.stderr) == (2, True)
    with visit(chromium, f"{url[:-2]}xx") as seen:
        assert "check that it is complete" in seen.page.content()
    assert get(f"{url[:-2]}xx", body=b"{}").status == 404


def test_the_store_itself_holds_to_the_ticket(cloud: Cloud, url: str) -> None:
    given = ticket(url)
    fields, to = given["fields"], given["url"]
    before = keys(cloud)
    refused = {
        "too large": post(to, fields, b"x" * (MAX_BYTES + 1)),
        "empty": post(to, fields, b""),
        "another key": post(to, fields | {"key": "wire/a.txt"}, b"x"),
        "another type": post(to, fields | {"Content-Type": "text/html"}, b"x"),
        "more": post(to, fields | {"x-amz-meta-claimwire-claims": "50"}, b"x"),
        "another policy": post(to, fields | {"policy": fields["policy"][:-8] + "AAAAAAA="}, b"x"),
        "another bucket": post(to.replace("-articles-", "-results-"), fields, b"x"),
    }
    assert {name: answer.status // 100 for name, answer in refused.items()} == dict.fromkeys(refused, 4)
    assert b"EntityTooLarge" in refused["too large"].body
    assert b"EntityTooSmall" in refused["empty"].body
    assert keys(cloud) == before
    assert post(to, fields, STORY.encode()).status == 204
    assert keys(cloud) == [*before, given["key"]]
    until(lambda: json.loads(get(given["status"]).body)["status"] == "ready", "it is ready")
    assert TableStages(cloud.table, aws(cloud, "dynamodb")).told(given["article_id"]) == "announce"
    digest = msgspec.json.decode(get(given["digest"]).body, type=Digest)
    assert (digest.source.key, digest.article_id) == (given["key"], given["article_id"])
    assert get(given["pages"]["pt"]).status == get(given["latest"]).status == 200


def test_a_ticket_ends(cloud: Cloud) -> None:
    form = presign.post_form(aws(cloud, "s3"), cloud.articles_bucket, "uploads/late.txt", {}, 9, 1)
    time.sleep(1.2)
    answer = post(form.url, form.fields, b"x")
    assert (answer.status, b"expired" in answer.body) == (403, True)


def test_the_bucket_answers_scripts_of_the_page_alone(cloud: Cloud, url: str) -> None:
    to, asks = ticket(url)["url"], {"access-control-request-method": "POST"}
    ours = get(to, {"origin": cloud.endpoint, **asks}, "OPTIONS")
    assert (ours.status, ours.headers["access-control-allow-origin"]) == (200, cloud.endpoint)
    assert get(to, {"origin": "https://elsewhere.example", **asks}, "OPTIONS").status == 403
    assert get(to, {"origin": cloud.endpoint, "access-control-request-method": "PUT"}, "OPTIONS").status == 403
