"""More than one language in a text: which is the main one, how sure that is, and which others are told."""

import pytest
from msgspec.structs import replace

from claimwire import render
from claimwire.detectors import DETECTORS, detect
from claimwire.detectors.calibration import SURE
from tests.doubles import article, digest
from tests.test_detect import NEWS

OWN = sorted(set(DETECTORS) - {"declared"})
ENGLISH = (
    "The prime minister said on Tuesday that the government would not change its plans for the budget. Members of the opposition "
    "had asked for a vote before the end of the month, and the speaker of the house promised to give an answer within a week."
)
FRENCH = (
    "Le premier ministre a déclaré mardi que le gouvernement ne modifierait pas ses projets de budget. Les membres de l'opposition "
    "avaient demandé un vote avant la fin du mois, et la présidente de l'assemblée a promis de répondre dans un délai d'une semaine."
)
TURKISH = (
    "Başbakan salı günü yaptığı açıklamada hükümetin bütçe planlarını değiştirmeyeceğini söyledi. Muhalefet milletvekilleri ay sonundan "
    "önce bir oylama yapılmasını istemişti; meclis başkanı ise bir hafta içinde yanıt vereceğine söz verdi."
)
RUSSIAN = "Премьер-министр заявил во вторник, что правительство не изменит свои планы по бюджету на этот год."


@pytest.mark.parametrize("method", OWN)
def test_an_english_article_with_a_russian_quotation_is_english(method: str) -> None:
    found = detect(f"{ENGLISH}\n\n«{RUSSIAN}»\n\n{ENGLISH}", None, method)
    assert (found.code, found.mixed) == ("en", ("ru",))
    assert found.confidence >= SURE


@pytest.mark.parametrize("method", OWN)
@pytest.mark.parametrize("between", ["\n\n", " "])
def test_half_french_half_english(method: str, between: str) -> None:
    found = detect(f"{FRENCH} {FRENCH}{between}{ENGLISH}", None, method)
    assert (found.code, found.mixed) == ("fr", ("en",))
    assert found.confidence < detect(FRENCH, None, method).confidence


def test_one_language_is_not_mixed() -> None:
    assert [detect(f"{text}\n\n{text}").mixed for text in NEWS.values()] == [()] * len(NEWS)


def test_a_long_article_is_read_throughout_where_its_parts_differ() -> None:
    found = detect("\n\n".join([ENGLISH] * 12 + [TURKISH] * 6))
    assert (found.code, found.mixed) == ("en", ("tr",))


def test_three_languages_the_largest_first() -> None:
    found = detect("\n\n".join([ENGLISH] * 4 + [TURKISH] * 2 + [RUSSIAN, RUSSIAN]))
    assert (found.code, found.mixed) == ("en", ("tr", "ru"))


def test_names_and_furniture_are_no_language() -> None:
    names = "Daniel Sturridge, Liverpool, Chelsea"
    assert detect(f"{NEWS['ja'] * 4}。{names}").mixed == ()
    assert detect(f"{TURKISH} {TURKISH}\n\nFollow us on Facebook").mixed == ()


def test_near_relatives_are_not_told_apart_within_a_text() -> None:
    danish = "Statsministeren sagde tirsdag, at regeringen ikke vil ændre sine planer for finansloven, og at ingen er i tvivl."
    norwegian = "Statsministeren sa tirsdag at regjeringen ikke vil endre planene sine for statsbudsjettet, og at ingen er i tvil."
    assert detect(f"{norwegian}\n\n{norwegian}\n\n{danish}").mixed == ()


def test_a_headline_with_foreign_names_keeps_its_script() -> None:
    assert detect("紅潮更新：Pinellas、Manatee 和 Sarasota 的濃度下降").code == "zh-Hant"
    assert detect("Καταιγίδα Rosa: κίνδυνος σε Phoenix, Las Vegas").code == "el"


def test_latin_letters_in_cyrillic_words_are_read_as_meant() -> None:
    typed = NEWS["ru"].replace("о", "o").replace("а", "a").replace("е", "e").replace("с", "c")
    assert detect(typed).code == "ru"


def test_the_page_says_what_else_is_in_the_text() -> None:
    made = digest(article(ENGLISH))
    assert made.language is not None
    mixed = replace(made, language=replace(made.language, mixed=("ru", "tr", "fr")))
    pages = [render.files(each, lambda *_: "x")["digest.en.html"].decode() for each in (made, mixed)]
    assert ["parts of it: Russian, Turkish" in page for page in pages] == [False, True]
