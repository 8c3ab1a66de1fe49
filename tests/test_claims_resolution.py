"""Who speaks where a sentence leaves it to its verb, to a pronoun or to a short name: passages of own sentences in many languages.

``resolution/<code>.toml`` says by a piece of the sentence whose name is to be found, and "" where none may be: two who may be meant,
a new subject, another sex, many speakers, another paragraph.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimwire.claims import attribute
from claimwire.models import Claim
from tests.doubles import analysed, article, summed

PASSAGES = {file.stem: file for file in sorted((Path(__file__).parent / "resolution").glob("*.toml"))}
NOT_FOUND = {  # the attribution is not found there or right before, or with another speaker; or a title is not known
    ("cs", "klient"),
    ("el", "τρεις εταιρείες"),
    ("el", "μέχρι το τέλος"),
    ("he", "לשלוש חברות"),
    ("he", "עד הסוף"),
    ("it", "indagine"),
    ("nl", "verpleegkundigen"),
    ("pl", "trzech firm"),
    ("pl", "samego końca"),
    ("ro", "la capăt"),
    ("ro", "client"),
    ("tr", "üç şirketi"),
    ("tr", "Sonuna"),
}


def _told(code: str) -> Iterator[tuple[str, str, str | None, str]]:
    """A piece, whose its sentence is, the name that the engine resolves, and the one that a reader gets."""
    for case in tomllib.loads(PASSAGES[code].read_text("utf-8"))["case"]:
        text = case["text"].strip()
        analysis = analysed(text, code)
        for piece, name in case["says"].items():
            at = next(at for at, unit in enumerate(analysis.units) if piece in text[unit.start : unit.end])
            resolved, speaker = analysis.references[at].name, analysis.brief[at].speaker
            shown = resolved or speaker
            yield piece, name, resolved.text if resolved else None, shown.text if shown else ""


@pytest.mark.parametrize("code", PASSAGES)
def test_the_speaker_is_whom_a_reader_takes_it_to_be(code: str) -> None:
    wrong = {piece: shown for piece, name, _, shown in _told(code) if name and name not in shown}
    assert set(wrong) <= {piece for language, piece in NOT_FOUND if language == code}


@pytest.mark.parametrize("code", PASSAGES)
def test_nobody_is_named_where_two_may_be_meant(code: str) -> None:
    assert {piece: resolved for piece, name, resolved, _ in _told(code) if not name and resolved} == {}


SPANISH = "La alcaldesa de Cuenca, Marta Ríos, anunció que el mercado reabrirá. Añadió que las obras costarán mucho."


def _claim(text: str, start: str, code: str) -> Claim:
    return next(claim for claim in summed(article(text), 9, code=code).claims if claim.text.startswith(start))


def test_a_claim_without_a_subject_has_its_verb_for_a_speaker() -> None:
    claim = _claim(SPANISH, "Añadió", "es")
    assert claim.speaker
    assert claim.speaker.name
    assert (claim.speaker.text, claim.speaker.basis, claim.speaker.name.text) == ("Añadió", "verb", "Marta Ríos")
    assert SPANISH[claim.speaker.start : claim.speaker.end] == "Añadió"
    assert claim.context is None


def test_an_attribution_without_a_subject_has_a_name_and_no_speaker() -> None:
    told = attribute(SPANISH, "es")[1]
    assert (told.speaker, told.basis, told.name and told.name.text) == (None, "verb", "Marta Ríos")


def test_a_language_without_such_forms_leaves_it_open() -> None:
    claim = _claim("Juha Aho sanoi, että silta avataan. Lisäsi, että se on turvallinen.", "Lisäsi", "fi")
    assert claim.speaker is None


def test_every_part_of_a_speech_has_the_name_of_its_verb() -> None:
    text = "Marta Ríos anunció una feria. Añadió: “Será la mayor del país.\n\n“Y no costará nada a nadie en el pueblo”."
    claim = _claim(text, "“Y no", "es")
    assert claim.speaker
    assert claim.speaker.name
    assert claim.speaker.name.text == "Marta Ríos"
