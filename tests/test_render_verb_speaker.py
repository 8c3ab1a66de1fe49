"""A speaker whom only the verb tells, in pages, summaries and lists: the name, and what it rests on."""

from __future__ import annotations

from claimwire import index, render
from tests.doubles import article, digest

TEXT = "El ministro de Sanidad, Luis Ortega, negó los recortes.\n\nAñadió que el presupuesto crecerá un 4%."
DIGEST = digest(article(TEXT), "es", code="es")
FILES = {name: body.decode() for name, body in render.files(DIGEST, lambda *_: "").items()}


def test_a_page_names_the_speaker_and_says_that_the_passage_has_the_verb_alone() -> None:
    page = FILES["digest.es.html"]
    assert "deducido: el pasaje dice «Añadió»" in page
    assert '<i class="cue">Añadió</i>' in page
    assert '<b class="speaker">Añadió</b>' not in page


def test_a_summary_says_so_too() -> None:
    assert "Luis Ortega · estilo indirecto · deducido: el pasaje dice «Añadió»" in FILES["summary.es.md"]


def test_a_list_has_the_name_alone() -> None:
    assert index.speakers(DIGEST) == ("Luis Ortega",)
