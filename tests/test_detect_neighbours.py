"""Languages that detectors take for one another, and answers that are not sure without proof. The sentences are ours."""

import pytest

from claimwire.detectors import detect, neighbours, telltales
from claimwire.detectors.calibration import SURE

TOLD = [
    ("id", "Kerajaan berkata syarikat itu akan menghantar jurutera ke stesen pada petang Khamis.", "ms"),
    ("ms", "Polisi mengatakan mobil tersangka ditemukan di dekat stasiun pada Kamis sore.", "id"),
    ("da", "Politiet sier at ingen ble skadet etter at bussen kjørte av veien.", "nb"),
    ("nb", "Politiet siger, at ingen blev såret, efter at bussen kørte af vejen.", "da"),
    ("hr", "Predsednik je dejal, da bodo v mestu kmalu odprli še več šol in zdravstvenih domov.", "sl"),
    ("sr-Latn", "Župan je povedal, da so ljudje zaradi poplav zdaj brez elektrike in vode.", "sl"),
    ("sl", "Gradonačelnik je rekao da će u gradu uskoro biti više škola koje su obećane prije izbora.", "hr"),
    ("gl", "O governo disse hoje que não há mais pessoas sem água em casa depois da cheia.", "pt"),
    ("cs", "Vláda povedala, že ľudia môžu zostať doma, keď bude voda vyššia ako most.", "sk"),
    ("sk", "Vláda řekla, že lidé mohou zůstat doma, když bude voda vyšší než most, který stojí.", "cs"),
    ("nl", "Hulle het gesê die brug sal nie vir die nuwe jaar oop wees nie.", "af"),
    ("mk", "Кметът каза, че мостът ще бъде затворен през зимата, след като беше повреден.", "bg"),
]


@pytest.mark.parametrize(("answer", "text", "meant"), TOLD)
def test_words_of_one_neighbour_replace_the_other(answer: str, text: str, meant: str) -> None:
    assert neighbours.better(text, answer) == meant
    assert neighbours.better(text, meant) == meant


def test_without_such_words_the_detector_is_believed() -> None:
    assert neighbours.better("Menteri itu tiba di Jakarta", "id") == "id"
    assert neighbours.better("Menteri itu tiba di Kuala Lumpur", "ms") == "ms"
    assert neighbours.better("The mayor of the town", "en") == "en"


@pytest.mark.parametrize("one", sorted(neighbours._groups()))
def test_no_word_speaks_for_two_that_a_single_word_could_exchange(one: str) -> None:
    for group, own, others in neighbours._groups()[one]:
        shared = set[str]().union(*(own.words & other.words for other in others))
        assert own.words - shared
        assert group.lead > 1 or len(shared) < 20


def test_malay_is_not_indonesian() -> None:
    assert detect("Beliau memberitahu kerajaan akan membina lebuhraya baharu di bandar itu mulai Isnin.").code == "ms"
    assert detect("Gubernur mengatakan proyek jalan di kota itu mulai dikerjakan hari Senin.").code == "id"


def test_arabic_is_sure_only_with_a_word_that_only_arabic_has() -> None:
    assert detect("قال الوزير في مؤتمر صحفي إن الحكومة لن تغير خططها هذا العام").confidence >= SURE
    assert telltales.proven("أنفلوس إنا أس ن لحد", "en")
    assert not telltales.proven("أنفلوس إنا أس ن لحد", "ar")
