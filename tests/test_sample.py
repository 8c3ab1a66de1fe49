"""The English sample, as the whole pipeline sees it: who claims what, what is no news, what is not sure, and all in Portuguese."""

from __future__ import annotations

from functools import cache

import pytest

import claimwire
from bench.structure import ROOT
from claimwire.claims.words.lexicon import known
from claimwire.models import Claim, Digest
from tests.doubles import segments

EXAMPLES = ROOT / "examples"
EVERYTHING = 50  # more claims than the article has units

# The head of each unit that says who speaks -> speaker as the text has it, the fuller name that it stands for, kind, stance.
SPEAKERS = {
    "The port of Halden will ": ("the Transport Ministry of Velmark", None, "reported", "says"),
    "Transport Minister Elena": ("Transport Minister Elena Koroleva", None, "reported", "says"),
    '"The corridor is open to': ("she", "Elena Koroleva", "quoted", "says"),
    "The ministry said inspec": ("The ministry", None, "reported", "says"),
    "According to the port au": ("the port authority", None, "reported", "says"),
    "Neighbouring Kesteria re": ("Neighbouring Kesteria", None, "reported", "denies"),
    "Foreign Minister Tomas B": ("Foreign Minister Tomas Brandl", None, "reported", "accuses"),
    '"We have seen the invoic': ("Brandl", "Tomas Brandl", "quoted", "says"),
    "Koroleva denied the accu": ("Koroleva", "Elena Koroleva", "reported", "denies"),
    "She said no fee had been": ("She", "Elena Koroleva", "reported", "says"),
    "Its chairman, Joseph Ade": ("Joseph Adekanle", None, "reported", "says"),
    '"This is a narrow door, ': ("Adekanle", "Joseph Adekanle", "quoted", "says"),
    "Analysts at the Tarn Ins": ("Analysts at the Tarn Institute", None, "reported", "estimates"),
    "The institute warned tha": ("The institute", "Tarn Institute", "reported", "says"),
    '"Nobody insures a promis': ("Ines Moreau", None, "quoted", "says"),
    "She added that insurers ": ("She", "Ines Moreau", "reported", "says"),
    "Watch groups said on Mon": ("Watch groups", None, "reported", "says"),
    "The navy of Velmark said": ("The navy of Velmark", None, "reported", "says"),
    "Kesteria's Agriculture M": ("Kesteria's Agriculture Ministry", None, "reported", "says"),
    "It said it had found mou": ("It", "Kesteria's Agriculture Ministry", "reported", "says"),
    "Velmark's ministry rejec": ("Velmark's ministry", None, "reported", "denies"),
    '"If the invoices are cle': ("Brandl", "Tomas Brandl", "quoted", "says"),
    "Koroleva pledged to atte": ("Koroleva", "Elena Koroleva", "reported", "promises"),
    '"I will bring the books ': ("she", "Elena Koroleva", "quoted", "says"),
}
STATED = [
    "Ships may sail again fro",
    "The agreement, brokered ",
    "Grain prices fell 3.5% o",
    "Traders were cautious, h",
    "The two governments are ",
]


@cache
def digest(name: str = "grain-corridor.en.txt", claims: int = EVERYTHING) -> Digest:
    return claimwire.process((EXAMPLES / name).read_bytes(), name, ["pt"], claims=claims)


def claims_of(found: Digest) -> tuple[Claim, ...]:
    assert found.summary is not None
    return found.summary.claims


def test_every_claim_is_a_slice_of_the_text() -> None:
    article = digest().article
    assert article is not None
    for claim in claims_of(digest()):
        assert article.text[claim.start : claim.end] == claim.text
        for span in (claim.speaker, claim.speaker and claim.speaker.name, claim.cue, *claim.numbers):
            assert span is None or article.text[span.start : span.end] == span.text


@pytest.mark.parametrize("name", ["grain-corridor.en.txt", "grain-corridor.en.html"])
def test_speakers_kinds_and_stances_are_right(name: str) -> None:
    found = {
        claim.text[:24]: (claim.speaker.text, claim.speaker.name and claim.speaker.name.text, claim.kind, claim.stance)
        for claim in claims_of(digest(name))
        if claim.speaker
    }
    assert found == SPEAKERS


def test_what_nobody_says_is_stated_by_the_article() -> None:
    stated = sorted((claim for claim in claims_of(digest()) if not claim.speaker), key=lambda claim: claim.start)
    assert [claim.text[:24] for claim in stated] == STATED
    assert {claim.kind for claim in stated} == {"stated"}


def test_the_five_that_a_reader_gets_are_mostly_attributed() -> None:
    best = claims_of(digest(claims=5))
    assert len(best) == 5
    assert sum(claim.speaker is not None for claim in best) >= 3
    assert [claim.score for claim in best] == sorted((claim.score for claim in best), reverse=True)


def test_no_furniture_among_the_claims() -> None:
    article = digest().article
    assert article is not None
    reasons = {line.reason for line in article.removed}
    assert {"advertisement", "also read", "watch", "subscribe", "share", "credits"} <= reasons
    text = " ".join(claim.text for claim in claims_of(digest()))
    lines = [line.text for line in article.removed if line.reason not in ("repeated line", "dateline")]
    assert len(lines) >= 6
    assert not [line for line in lines if line in text]
    assert not {article.title} & {claim.text for claim in claims_of(digest())}


def test_the_disclaimer_is_a_caveat_with_its_translation() -> None:
    summary, [portuguese] = digest().summary, digest().translations
    assert summary is not None
    [caveat] = summary.caveats
    assert (caveat.reason, "cannot independently verify" in caveat.text) == ("disclaimer", True)
    assert "independente" in segments(portuguese)[caveat.sentences[0]].text


@pytest.mark.parametrize("name", ["grain-corridor.en.txt", "grain-corridor.en.html"])
def test_every_claim_has_its_portuguese_by_the_offline_engine(name: str) -> None:
    found = digest(name)
    [portuguese] = found.translations
    assert portuguese.status == "ready"
    assert len(portuguese.segments) == len(found.sentences)
    for claim in claims_of(found):
        for number in range(*claim.sentences):
            segment = segments(portuguese)[number]
            assert segment.engine == "firefox"
            assert segment.text != found.sentences[number].text
            assert claimwire.detect(segment.text).code in ("pt", "und")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("dam-closure.es.txt", "es"),
        ("railway-strike.ru.txt", "ru"),
        ("water-plant.ar.txt", "ar"),
        ("battery-plant.zh.txt", "zh-Hans"),
    ],
)
def test_other_languages_are_recognised_and_their_speakers_are_pieces_of_the_text(name: str, code: str) -> None:
    found = digest(name)
    assert found.language is not None
    assert found.summary is not None
    assert found.article is not None
    assert (found.language.code, found.summary.attributed) == (code, known(code))
    assert any(claim.kind == "quoted" for claim in claims_of(found))
    for claim in claims_of(found):
        assert found.article.text[claim.start : claim.end] == claim.text
        speaker = claim.speaker
        assert speaker is None or found.article.text[speaker.start : speaker.end] == speaker.text
        assert claim.kind == "stated" or speaker or claim.context
    [portuguese] = found.translations
    assert portuguese.status == "unavailable"
    assert "translates" in (portuguese.reason or "")


def test_nothing_but_furniture_is_refused() -> None:
    with pytest.raises(claimwire.Refused, match="nothing but page furniture"):
        digest("furniture-only.en.txt")


def test_the_other_way_round_works_too() -> None:
    text = "O ministro disse na segunda-feira que o porto vai reabrir.\n\nA medida custará 3,5 milhões de euros, segundo o governo.\n"
    found = claimwire.process(text.encode(), "porto.txt", "en")
    [english] = found.translations
    assert found.language is not None
    assert found.language.code == "pt"
    assert "minister" in segments(english)[0].text.lower()
