"""The upload page in every language that we have words for: nothing of it English but names, whichever way it was asked for."""

from __future__ import annotations

import json
import re
import string
import tomllib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest

from claimwire.render.told import spoken
from claimwire.render.words import own_name, words
from claimwire.web import routes, uploads
from tests.boards import entry, put
from tests.house import NOW, STORY, TO, House, request
from tests.inboxes import FOLDER, PAGE, inbox

OTHERS = [code for code in spoken() if code != "en"]
NAMES = {"atom", "feed"}  # as some languages call it, too
SCRIPTS = ("cards.js", "sending.js", "page.js")


def table(code: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(uploads).joinpath("words", f"{code}.toml").read_text("utf-8"))


def phrases(code: str) -> dict[str, str]:
    return {f"{section}.{key}": text for section, told in table(code).items() for key, text in told.items()}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path, ("pt", "sw"))
    house.change(inbox=inbox(("pt", "sw"), reads=True))
    return house


def shown(house: House, url: str = PAGE, accepted: str = "") -> Any:
    asked = request(url, "GET", {"accept-language": accepted} if accepted else {})
    return lxml.html.document_fromstring(routes.answer(house.door, asked).body.decode())


def watched(house: House, url: str) -> str:
    """The page of somebody without script, whose article is done."""
    article = house.upload(b"The bridge opens\n\n" + STORY).article_id
    return f"{url}&article={article}&a={parse_qs(urlsplit(TO.latest(article)).query)['k'][0]}"


def seen(document: Any, code: str) -> set[str]:
    """All words that are read or read aloud as this language's own."""
    texts = document.xpath(
        "//title/text() | //body//text()[not(parent::script)][ancestor::*[@lang][1]/@lang=$code]", code=code
    )
    return spelled([*texts, *document.xpath("//@aria-label | //@data-drop")])


def spelled(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]{4,}", text.lower())}


@pytest.mark.parametrize("code", OTHERS)
def test_no_language_lacks_a_phrase_or_loses_a_gap(code: str) -> None:
    ours, english = phrases(code), phrases("en")
    assert ours.keys() == english.keys()
    for key, text in english.items():
        assert gaps(ours[key]) == gaps(text), key
        assert ours[key].strip() or key == "page.comma", key
        assert ours[key] != text or key == "page.comma" or text.isalpha(), key


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_but_names_is_english(house: House, code: str) -> None:
    put(house.results, entry("1", status="refused", title=None, reason="The file is empty"))
    url = TO.upload(FOLDER, until=int(NOW) + 3600)
    document = shown(house, watched(house, f"{url}&lang={code}"))
    assert (document.get("lang"), document.get("dir")) == (code, "rtl" if code == "ar" else "ltr")
    own = spelled(phrases(code).values()) | spelled([words(code)("board_foot"), words(code)("who_speaks")])
    english = spelled(
        [
            *phrases("en").values(),
            "not translated recognised route with result atom feed claims speakers languages key who",
        ]
    )
    assert seen(document, code) & (english - own) <= NAMES
    [told] = document.xpath("//script[@id='settings']/text()")
    assert json.loads(told)["words"]["states"] == table(code)["states"]


def test_in_english_all_of_them_are_seen(house: House) -> None:
    assert len(seen(shown(house), "en") & spelled(phrases("en").values())) > 40


def test_it_is_in_the_reader_s_language(house: House) -> None:
    for url, accepted, language in (
        (PAGE, "", "en"),
        (PAGE, "de-AT, en;q=0.5", "de"),
        (PAGE, "sw, fr;q=0.8, en;q=0.5", "fr"),
        (f"{PAGE}&lang=ja", "de", "ja"),
        (f"{PAGE}&lang=PT_br", "de", "pt"),
        (f"{PAGE}&lang=sw", "de", "de"),
        (f'{PAGE}&lang="><b>', "", "en"),
    ):
        document = shown(house, url, accepted)
        assert (document.get("lang"), document.xpath("string(//h1)")) == (language, table(language)["page"]["upload"])


def test_the_digests_are_in_a_language_that_the_reader_knows(house: House) -> None:
    for url, accepted, listed in (
        (PAGE, "", "pt"),
        (PAGE, "sw, en;q=0.5", "sw"),
        (f"{PAGE}&lang=de", "sw", "sw"),
        (f"{PAGE}&lang=sw", "", "sw"),
        (f"{PAGE}&lang=pt&list=sw", "", "sw"),
        (f"{PAGE}&list=xx", "", "pt"),
    ):
        assert shown(house, url, accepted).xpath("string(//*[@id='digests']//*[@aria-current])") == (
            own_name(listed) or words(shown(house, url, accepted).get("lang")).language(listed)
        )


def test_every_language_leads_to_the_page_in_it_and_forms_lead_back_to_it(house: House) -> None:
    document = shown(house, f"{watched(house, PAGE)}&list=sw&x=1", "de")
    links = {each.get("hreflang"): each.get("href") for each in document.xpath("//footer//a")}
    assert links.keys() == {*spoken()} - {"de"}
    for code, href in links.items():
        asked = PAGE.partition("?")[0] + href
        page = shown(house, asked)
        assert (page.get("lang"), len(page.xpath("//li[@class='card']"))) == (code, 1)
        assert parse_qs(urlsplit(asked).query).keys() == {"k", "article", "a", "list", "lang"}
        back = page.xpath("(//form)[1]//input[@name='success_action_redirect']/@value")[0]
        assert shown(house, back).get("lang") == code
    [chosen] = document.xpath("//footer//*[@aria-current]")
    assert chosen.text_content() == "Deutsch"


def test_languages_are_named_in_their_own_words_and_marked(house: House) -> None:
    [portuguese, swahili] = shown(house, f"{PAGE}&lang=de").xpath("//*[@id='targets']//label/bdi")
    assert (portuguese.text, portuguese.get("lang")) == ("Português", "pt")
    assert (swahili.text, swahili.get("lang")) == ("Suaheli", None)


def test_a_status_gives_reasons_in_the_language_that_is_asked_for(house: House) -> None:
    url = TO.status(house.upload(b"", "empty.txt").article_id)
    plain, told, other = (json.loads(house.get(f"{url}{more}").body) for more in ("", "&lang=de", "&lang=xx"))
    assert plain["reason"].startswith("The file is empty")
    assert told["reason"] == "Die Datei ist leer; bitte einen Artikel mit Text hochladen."
    assert other == plain
    assert {**told, "reason": None} == {**plain, "reason": None}
    url = TO.status(house.upload(b"The bridge opens\n\n" + STORY).article_id)
    problems = [page["problem"] for page in json.loads(house.get(f"{url}&lang=de").body)["pages"] if page["problem"]]
    assert problems
    assert not any("no engine" in problem for problem in problems)


def test_the_script_has_no_words_of_its_own() -> None:
    for name in SCRIPTS:
        text = resources.files(uploads).joinpath("assets", name).read_text("utf-8")
        code = re.sub(r"^\s*//.*$|\s// .*$", "", text, flags=re.MULTILINE)
        literals = re.findall(r'"([^"\n]*)"|`([^`\n]*)`', code.replace('"use strict"', ""))
        said = [re.sub(r"\$\{[^}]*\}", "", one or other) for one, other in literals]
        assert [each for each in said if re.search(r"^[A-Z][a-z]+( |$)|[a-z]{2,} [a-z]{2,} [a-z]{2,}", each)] == [], (
            name
        )


@pytest.mark.parametrize("code", spoken())
def test_it_is_small_in_every_language(house: House, code: str) -> None:
    assert len(house.get(f"{PAGE}&lang={code}", accept_encoding="gzip").body) < 12_000
