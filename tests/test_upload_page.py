"""The upload page as it leaves the door: its forms, its policy, its list, and nothing of a stranger's in it that runs."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import lxml.html
import pytest

from claimwire.readers.limits import MAX_BYTES
from claimwire.web.message import Reply
from claimwire.web.uploads import page
from tests.house import NOW, STORY, TO, House
from tests.inboxes import BUCKET, FOLDER, PAGE, inbox, policy, ticket

XSS = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>\u202e'


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path, ("pt", "es"))
    house.change(inbox=inbox(("pt", "es"), reads=True))
    return house


def shown(house: House, url: str = PAGE) -> lxml.html.HtmlElement:
    reply = house.get(url)
    assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
    return lxml.html.document_fromstring(reply.body.decode())


def decoded(url: str) -> str:
    """As the gateway hands it over."""
    path, _, query = url.partition("?")
    return f"{unquote(path)}?{query}"


def fields(form: lxml.html.FormElement) -> dict[str, str]:
    return {each.get("name"): each.get("value") for each in form.xpath(".//input[@type='hidden']")}


def directives(reply: Reply) -> dict[str, list[str]]:
    parts = [part.split() for part in reply.headers["content-security-policy"].split(";")]
    return {name: values for name, *values in parts}


def test_forms_work_without_script_and_carry_the_same_limits(house: House) -> None:
    for form in shown(house).forms:
        given = fields(form)
        signed = policy(given)
        assert (form.method, form.get("enctype")) == ("POST", "multipart/form-data")
        assert form.action.endswith(f"/{BUCKET}")
        assert ["content-length-range", 1, MAX_BYTES] in signed["conditions"]
        held = {name: value for each in signed["conditions"] if isinstance(each, dict) for name, value in each.items()}
        assert held == {"bucket": BUCKET} | {
            name: value for name, value in given.items() if name not in ("policy", "x-amz-signature")
        }
        assert given["key"].startswith(f"uploads/{FOLDER}")
        # the field that S3 takes for the article comes last
        assert form.xpath(".//*[@name]")[-1].get("name") == "file"


def test_a_form_leads_back_to_the_page_which_then_watches_its_article(house: House) -> None:
    form = shown(house).forms[0]
    back = fields(form)["success_action_redirect"] + f"&bucket={BUCKET}&key=x&etag=%22y%22"  # as S3 adds
    assert back.startswith(PAGE)
    [card] = shown(house, back).xpath("//li[@class='card']")
    assert card.get("data-state") == "waiting"
    assert 'http-equiv="refresh"' in house.get(back).body.decode()


def test_the_card_of_a_form_ends_in_links(house: House) -> None:
    article = house.upload(b"The bridge opens\n\n" + STORY).article_id
    a = parse_qs(urlsplit(TO.latest(article)).query)["k"][0]
    [card] = shown(house, f"{PAGE}&article={article}&a={a}").xpath("//li[@class='card']")
    assert card.get("data-state") == "ready"
    assert [house.get(link).status for link in card.xpath(".//a/@href")] == [200] * 3
    assert 'http-equiv="refresh"' not in house.get(f"{PAGE}&article={article}&a={a}").body.decode()


def test_nobody_watches_what_they_have_no_link_to(house: House) -> None:
    article = house.upload().article_id
    for more in (f"&article={article}", f"&article={article}&a=k1.{'A' * 24}", "&article=x&a=y", "&a=", "&article="):
        assert shown(house, PAGE + more).xpath("//li[@class='card']") == []


def test_the_policy_lets_run_what_is_there_and_send_to_the_bucket_alone(house: House) -> None:
    reply = house.get(PAGE)
    document: Any = lxml.html.document_fromstring(reply.body.decode())
    said = directives(reply)
    for tag, directive in (("script[not(@type)]", "script-src"), ("style", "style-src")):
        [text] = document.xpath(f"//{tag}/text()")
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert said[directive] == [f"'sha256-{digest}'"]
    bucket = document.forms[0].action
    assert said["connect-src"] == said["form-action"] == ["'self'", bucket]
    assert said["default-src"] == said["base-uri"] == said["frame-ancestors"] == ["'none'"]
    assert "'unsafe-inline'" not in reply.headers["content-security-policy"]
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert reply.headers["cache-control"] == "no-store"
    assert document.xpath("//@style | //@onclick | //link | //*[@src]") == []


def test_the_list_is_there_only_where_uploaders_may_read(house: House) -> None:
    house.upload(b"The bridge opens\n\n" + STORY)
    links = shown(house).xpath("//ol[@class='rows']//a/@href")
    assert [house.get(link).status for link in links] == [200]
    house.change(inbox=inbox(("pt", "es")))
    closed = house.get(PAGE).body.decode()
    assert "digests" not in closed.split("<script")[0].partition("</style>")[2]
    assert "/v1/feeds/" not in closed
    assert "/v1/articles/" not in closed


def test_the_list_is_in_the_language_asked_for(house: House) -> None:
    house.upload()
    for lang, name in (("es", "Spanish"), ("xx", "Portuguese"), ('"><b>', "Portuguese")):
        document = shown(house, f"{PAGE}&list={lang}")
        assert document.xpath("string(//*[@id='digests-title'])") == f"Digests in {name}"
    assert all(
        "digest.es.html" in link for link in shown(house, f"{PAGE}&list=es").xpath("//ol[@class='rows']//a/@href")
    )


def test_revoked_articles_are_not_listed(house: House) -> None:
    house.change(revoked=frozenset({house.upload().article_id}))
    assert shown(house).xpath("//ol[@class='rows']//a") == []


def test_a_stranger_s_words_are_text(house: House) -> None:
    house.upload(f"{XSS}\n\n{XSS} said the bridge would open in May.\n\n".encode() + STORY, "x.txt")
    url = TO.upload(f"{XSS.replace('/', '')}/")
    text = house.get(decoded(url)).body.decode()
    document: Any = lxml.html.document_fromstring(text)
    assert document.xpath("//img | //*[@onerror]") == []
    assert len(document.xpath("//script")) == 2
    assert "rorreno" in document.xpath("string(//ol[@class='rows'])")  # the double for an engine turns words round
    [told] = document.xpath("//script[@id='settings']/text()")
    assert "<" not in told


def test_an_end_is_told(house: House) -> None:
    assert "until 15 January 2027, 09:00 UTC" in shown(house, TO.upload(FOLDER, until=int(NOW) + 3600)).text_content()
    assert "until" not in shown(house).xpath("string(//footer)")
    assert page.SECONDS <= 3600


def test_a_folder_may_have_folders_and_any_letters(house: House) -> None:
    folder = "настольный/a b/c&d;e/"
    url = TO.upload(folder)
    assert re.search(r"/upload/%D0.*/a%20b/c%26d%3Be\?", url)
    assert ticket(house)["key"].startswith("uploads/desk/")
    assert fields(shown(house, decoded(url)).forms[0])["key"].startswith(f"uploads/{folder}2027")


def test_the_page_is_small(house: House) -> None:
    sent = house.get(PAGE, accept_encoding="gzip")
    assert sent.headers["content-encoding"] == "gzip"
    assert len(sent.body) < 12_000
