"""What was unusual in the file stands under the article, escaped."""

from __future__ import annotations

from msgspec.structs import replace

from claimwire import render
from tests.doubles import article, digest
from tests.pages import Page

STORY = article(
    "Ana Lima, the deputy mayor, said the bridge would cost 4.5 million euros. Rain fell.", title="Bridge opens"
)


def pages(notes: tuple[str, ...]) -> list[Page]:
    made = render.files(digest(replace(STORY, notes=notes)), lambda article_id, version, file: file)
    return [Page(body.decode()) for name, body in made.items() if name.endswith(".html")]


def test_notes_are_shown() -> None:
    english, portuguese = pages(("3 tag characters were removed", "<b>x</b>"))
    assert "3 tag characters were removed; <b>x</b>" in english.text("//dl[@class='facts']")
    assert "caracteres de etiqueta removidos: 3; <b>x</b>" in portuguese.text("//dl[@class='facts']")


def test_without_notes_nothing_is_said() -> None:
    assert all("tag characters" not in page.text() and "Of the file" not in page.text() for page in pages(()))
