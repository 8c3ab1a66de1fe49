"""Pages, summaries and texts: all that the digest holds, and nothing that it could smuggle in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from claimwire import render
from claimwire.models import Article, Digest, Removed
from claimwire.render import assets
from claimwire.segment import segment
from tests.doubles import Phrasebook, article, digest
from tests.pages import Page

BODY = (
    "Ana Lima, the deputy mayor, said the bridge would cost 4.5 million euros. Rain fell.\n\n"
    "“It will open in May,” she said. “Nobody doubts that.”\n\n"
    "The agency could not independently verify the reports."
)
STORY = article(BODY, title="Bridge opens. In May.")
WHAT_STANDS_OUT = {"i", "b", "mark"}  # pieces of a text, cut by places that a longer payload moves
PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "'><svg onload=alert(1)>",
    "<svg/onload=alert(1)>", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "<!--<script>-->alert(1)",
    "javascript:alert(1)", '<a href="javascript:alert(1)">x</a>', "<iframe src=javascript:alert(1)>", "<body onload=alert(1)>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>", "{{ 7 * 7 }}", "{% raw %}{{ view }}", "${7*7}", "<%= 7 %>",
    '" onmouseover="alert(1)', "' onfocus='alert(1)' autofocus='", "` onerror=alert(1)", "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "<style>@import'//x.y'</style>", "<link rel=stylesheet href=//x.y>", "<base href=//x.y>",
    "<meta http-equiv=refresh content=0;url=//x.y>", "<form action=//x.y><button>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;", "<scr<script>ipt>alert(1)</script>", "\\u003cscript\\u003e", "<object data=//x.y>", "<embed src=//x.y>",
    "]]><script>alert(1)</script>", "<textarea></textarea><script>", "<a\nhref='java\tscript:alert(1)'>", "+ADw-script+AD4-",
]  # fmt: skip


def link(article_id: str, version: str, file: str) -> str:
    return f"../{version}/{file}?k=k1.abc"


def files(made: Digest) -> dict[str, str]:
    return {name: body.decode() for name, body in render.files(made, link).items()}


def hostile(payload: str) -> Digest:
    """A digest with the payload in every place that comes from outside."""
    text = f"Ana Lima said {payload} was in the city of Porto. “It is {payload} here,” said {payload} Rui Costa.\n\nRain {payload} fell."
    read = replace(
        article(text, title=f"Title {payload}"), byline=payload, site=payload, published=payload, url=payload
    )
    removed = (Removed(text=payload, reason=payload, line=1, at=0),)
    made = digest(
        replace(read, removed=removed),
        engine=Phrasebook(otherwise=lambda said: f"{said} {payload}"),
        key=f"in/{payload}.txt",
    )
    return replace(made, producer=payload)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_from_outside_becomes_markup_of_the_page(payload: str) -> None:
    made, harmless = files(hostile(payload)), files(hostile("harmless"))
    for name in ("digest.en.html", "digest.pt.html"):
        page = Page(made[name])
        assert not page.all("//iframe|//object|//embed|//base|//form|//math|//img|//link")
        assert [script.text for script in page.all("//script")] == [assets.inline("digest.js")]
        names = {str(attribute).lower() for element in page.root.iter() for attribute in element.attrib}
        assert not [attribute for attribute in names if attribute.startswith("on") or attribute == "style"]
        assert all(href.startswith(("#", "../")) for href in page.values("//@href"))
        # How many claims a text has may differ with its words; what stands around them may not.
        assert page.tags().keys() <= Page(harmless[name]).tags().keys() | {"p", "span", "br", *WHAT_STANDS_OUT}
        assert page.all("//title")[0].text == page.all("//h1")[0].text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_page_has_the_same_elements_whatever_the_words(payload: str) -> None:
    pages = []
    for words in (payload, "harmless"):
        made = hostile("harmless")
        assert made.article is not None
        claims = made.summary.claims if made.summary else ()
        swapped = tuple(replace(claim, text=claim.text.replace("harmless", words)) for claim in claims)
        assert made.summary is not None
        shown = replace(made.article, title=words, byline=words, site=words)
        sentences = tuple(replace(each, text=each.text.replace("harmless", words)) for each in made.sentences)
        made = replace(made, article=shown, summary=replace(made.summary, claims=swapped), sentences=sentences)
        tags = Page(files(made)["digest.en.html"]).tags()
        pages.append({tag: count for tag, count in tags.items() if tag not in WHAT_STANDS_OUT})
    assert pages[0] == pages[1]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_refusal_is_escaped_too(payload: str) -> None:
    made = replace(hostile("x"), status="refused", reason=payload, article=None, language=None, summary=None)
    page = files(replace(made, sentences=(), translations=()))["digest.pt.html"]
    assert Page(page).text("//p[@class='notice']/span") == " ".join(payload.split())


def test_every_claim_its_original_and_every_caveat_are_on_the_page() -> None:
    made = digest(STORY)
    assert made.summary is not None
    for name, view in zip(("digest.en.html", "digest.pt.html"), render.views(made), strict=True):
        shown = Page(files(made)[name]).text()
        for claim in made.summary.claims:
            assert claim.text in shown
            assert " ".join((view.of(claim) or "").split()) in shown
        for caveat in made.summary.caveats:
            assert caveat.text in shown
        assert "4.5 million euros" in shown


def test_a_page_leads_from_claim_to_sentence_and_back() -> None:
    page = Page(files(digest(STORY))["digest.pt.html"])
    names = {f"#{name}" for name in page.values("//@id")}
    inner = {href for href in page.values("//@href") if href.startswith("#")}
    assert inner
    assert inner <= names
    assert len(page.values("//@id")) == len(set(page.values("//@id")))


def test_the_links_handed_in_are_used() -> None:
    made = digest(STORY, "pt,es")
    hrefs = Page(files(made)["digest.pt.html"]).values("//nav//@href")
    named = ("digest.en.html", "digest.es.html", "digest.json", "summary.pt.md", "article.pt.txt")
    assert hrefs == [link("", made.version, file) for file in named]


@pytest.mark.parametrize(
    ("code", "target", "directions"),
    [("ar", "pt", ("rtl", "ltr")), ("en", "ur", ("ltr", "rtl")), ("en", "pt", ("ltr", "ltr"))],
)
def test_direction(code: str, target: str, directions: tuple[str, str]) -> None:
    text = "قالت آنا ليما: «سيُفتح الجسر في شهر مايو المقبل»." if code == "ar" else BODY
    made = files(digest(article(text), target, code=code))
    assert Page(made[f"digest.{code}.html"]).root.get("dir") == directions[0]
    page = Page(made[f"digest.{target}.html"])
    assert (page.root.get("dir"), page.root.get("lang")) == (directions[1], target)
    originals = page.all(f"//section//*[@lang='{code}' and not(self::b or self::bdi)]")
    assert {element.get("dir") for element in originals} == {directions[0]}


def test_a_refused_article_has_a_page_for_every_target_and_nothing_else() -> None:
    made = replace(
        digest(STORY, "pt,es"), status="refused", reason="There is nothing to read.", article=None, language=None
    )
    made = replace(made, summary=None, sentences=(), translations=())
    found = files(made)
    assert found.keys() == {"digest.pt.html", "digest.es.html"} == set(render.names(made))
    assert all("There is nothing to read." in page and "in/a.txt" in page for page in found.values())


def test_an_unavailable_translation_says_so_beside_the_original() -> None:
    found = files(digest(STORY, "sw"))
    assert "article.sw.txt" not in found
    notice = Page(found["digest.sw.html"]).text("//p[@class='notice']")
    assert notice.startswith("There is no translation into this language.")
    assert "**There is no translation into this language (Swahili):** " in found["summary.sw.md"]
    assert "4.5 million euros" in found["digest.sw.html"]


@pytest.mark.parametrize("text", [BODY, "  A  b.\tC\n\n\n\nD ", "é 💧 我们。", "A\r\nb"])
def test_the_source_s_text_is_the_article_s_byte_for_byte(text: str) -> None:
    made = digest(Article(name="a", format="txt", text=f"{text} Ana Lima said the bridge was open today."), code="en")
    assert made.article is not None
    assert made.language is not None
    assert render.files(made, link)[f"article.{made.language.code}.txt"] == made.article.text.encode()


def test_a_translated_text_keeps_paragraphs_and_parts_sentences() -> None:
    made = files(digest(STORY, engine=Phrasebook(otherwise=lambda text: f"<{len(text)}>")))["article.pt.txt"]
    original = [len(segment(paragraph, "en")) for paragraph in STORY.text.split("\n\n")]
    assert [len(paragraph.split(" ")) for paragraph in made.split("\n\n")] == original


@pytest.mark.parametrize(("target", "joined"), [("zh-Hans", "甲。甲。"), ("ja", "甲。甲。"), ("ko", "甲。 甲。")])
def test_unspaced_languages_join_their_sentences_without_spaces(target: str, joined: str) -> None:
    made = digest(
        article("Ana Lima came to Porto. Rain fell on the old road."), target, Phrasebook(otherwise=lambda _: "甲。")
    )
    assert files(made)[f"article.{target}.txt"] == joined


def test_a_headline_of_two_sentences_is_translated_whole() -> None:
    phrases = {"Bridge opens.": "A ponte abre.", "In May.": "Em maio."}
    made = files(digest(STORY, engine=Phrasebook(phrases, lambda text: f"{text} pt")))
    assert Page(made["digest.pt.html"]).text("//h1") == "A ponte abre. Em maio."
    assert made["summary.pt.md"].startswith("# A ponte abre. Em maio.\n")
    assert made["summary.en.md"].startswith("# Bridge opens. In May.\n")


def test_names_are_those_of_the_files_and_types_go_by_the_ending() -> None:
    made = digest(STORY, "pt,sw,en")
    assert list(render.files(made, link)) == list(render.names(made))
    types = {name.rpartition(".")[2]: render.content_type(name).partition(";")[0] for name in render.names(made)}
    assert types == {"html": "text/html", "md": "text/markdown", "txt": "text/plain"}


def test_the_same_digest_gives_the_same_bytes() -> None:
    assert render.files(digest(STORY), link) == render.files(digest(STORY), link)
