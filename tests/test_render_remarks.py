"""What a reader sees of a claim beside who says it."""

from __future__ import annotations

from claimwire import render
from claimwire.render.remarks import why
from tests.doubles import article, digest
from tests.pages import Page, from_markdown

STORY = (
    "Ana Lima, the mayor of Porto, accused the Varga Group of hiding a loss of 4.3 billion euros. "
    "The report could not be independently verified.\n\n"
    "The Varga Group denied the accusation.\n\n"
    "The bridge will reportedly open in May 2027, the town said."
)


def files() -> dict[str, bytes]:
    return render.files(digest(article(STORY)), lambda article_id, version, file: f"{article_id}/{version}/{file}")


def test_links_values_and_hedges_are_told() -> None:
    found = from_markdown(files()["summary.en.md"].decode())
    items = {item.text_content().split()[0]: " ".join(item.text_content().split()) for item in found.all("./ol/li")}
    accusation = next(text for text in items.values() if "billion" in text)
    assert "Figures and days: 4.3 billion euros = 4,300,000,000 EUR" in accusation
    assert "At odds with: Claim" in accusation
    assert "Caveat: The report could not be independently verified." in accusation
    assert "Caveat (unverified): The report could not be independently verified." in found.text()
    bridge = next(text for text in items.values() if "May 2027" in text)
    assert "The article hedges: reportedly" in bridge
    assert "May 2027 = 2027-05" in bridge


def test_the_strongest_reasons_come_first() -> None:
    made = digest(article(STORY))
    assert made.summary is not None
    for claim in made.summary.claims:
        shares = [abs(float(share)) for _, share in why(claim)]
        assert shares == sorted(shares, reverse=True)
        assert 1 <= len(shares) <= 4


def test_page_and_summary_show_them() -> None:
    made = files()
    page = Page(made["digest.en.html"].decode())
    assert page.values("//li[@class='odds']/a/@href")
    assert page.text("//details[summary='Why it ranks here']/p")
    assert b"At odds with: Claim" in made["summary.en.md"]
