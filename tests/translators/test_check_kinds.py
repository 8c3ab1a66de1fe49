"""Each check on answers that it must name, and on good ones that look like them."""

from __future__ import annotations

import pytest

from claimwire.translators.checks import FAULTS, WARNINGS, faults, warnings

ENGLISH = "The minister said on Monday that he would not resign from the government."
PORTUGUESE = "O ministro disse na segunda-feira que não vai renunciar ao governo."
LONG = f"{ENGLISH} Two of his colleagues left in spring, and the party has been looking for others since."
LONGER = f"{PORTUGUESE} Dois dos seus colegas saíram na primavera, e o partido procura outros desde então."


@pytest.mark.parametrize(
    ("answer", "target", "language"),
    [
        ("El ministro dijo el lunes que no iba a dimitir de su cargo en el gobierno.", "pt", "Spanish"),
        ("Der Minister sagte am Montag, dass er nicht aus der Regierung zurücktreten werde.", "nl", "German"),
        ("Міністр заявив у понеділок, що не піде у відставку з уряду.", "ru", "Ukrainian"),
        ("وزیر روز دوشنبه گفت که از دولت استعفا نخواهد داد.", "ar", "Persian"),
        ("The minister said on Monday he would stay in the government.", "pt", "English"),
    ],
)
def test_another_language_of_the_same_script(answer: str, target: str, language: str) -> None:
    (found,) = faults(ENGLISH, answer, "en", target)
    assert found.startswith("the answer is not in")
    assert found.endswith(f"but in {language}")


@pytest.mark.parametrize(
    ("answer", "target"),
    [("大臣は月曜日に辞任しないと述べた。", "zh-Hans"), ("部长周一表示，他不会辞去政府职务。", "ja"), ("بحقك!", "he")],
)
def test_another_script(answer: str, target: str) -> None:
    assert faults(ENGLISH if len(answer) > 9 else "Come on!", answer, "en", target)[0].startswith(
        "the answer is not in the script"
    )


@pytest.mark.parametrize(
    "answer", ["BBC News, Liverpool e Manchester United", "Emmanuel Macron, Olaf Scholz, Keir Starmer", "Ótimo. Ok."]
)
def test_names_are_of_no_language(answer: str) -> None:
    assert not [found for found in faults(answer, answer, "en", "pt") if "but in" in found]


@pytest.mark.parametrize(
    ("source_text", "answer", "fault"),
    [
        (ENGLISH, "O ministro disse na segunda-feira que ele não vai renunciar", "breaks off"),
        (LONG, LONGER[:60], "far too short"),
        (LONG, f"{LONGER[:55]}.", "far too short"),
        (ENGLISH, f"{LONGER} {LONGER}", "far too long"),
        (ENGLISH, "O ministro disse na segunda na segunda na segunda na segunda que não sai.", "repeats itself"),
        (LONG, f"{PORTUGUESE} {PORTUGUESE}", "repeats itself"),
        ("Nobody was hurt.", "没有人受伤没有人受伤", "repeats itself"),
        ("DNT1 said no.", "Disse que não.", "placeholders differ: no DNT1"),
        ("DNT1 said no.", "DNT1 DNT1 disse que não.", "placeholders differ: DNT1 too many"),
        ("He said no.", "⟦1⟧ disse que não.", "placeholders differ: ⟦1⟧ too many"),
        ("He said no.", '<x id="1"/> disse que não.', "placeholders differ"),
        (
            ENGLISH,
            "<p>O ministro disse na segunda-feira que não vai renunciar ao governo.</p>",
            "message of the service",
        ),
        (ENGLISH, '{"error": {"code": 429, "message": "try again in a moment"}}', "message of the service"),
        (ENGLISH, "504 Gateway Time-out", "message of the service"),
        (ENGLISH, "...", "empty"),
        (ENGLISH, "\u200b", "empty"),
        ("He is quite happy.", "he is quite happy", "is the source text"),
    ],
)
def test_faults_by_kind(source_text: str, answer: str, fault: str) -> None:
    assert any(fault in found for found in faults(source_text, answer, "en", "zh-Hans" if "没" in answer else "pt"))


@pytest.mark.parametrize(
    ("source_text", "answer", "target"),
    [
        (ENGLISH, PORTUGUESE, "pt"),
        (LONG, LONGER, "pt"),
        ("No, no, no, no, no, no!", "Não, não, não, não, não, não!", "pt"),
        ("The page said: 502 Bad Gateway.", "A página dizia: 502 Bad Gateway.", "pt"),
        ("{0} of {1} people", "{0} de {1} pessoas", "pt"),
        ("He said: “Go.”", "Er sagte: „Geh.“", "de"),
        (ENGLISH, "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าเขาจะไม่ลาออกจากรัฐบาล", "th"),
        ("🎉 12", "🎉 12", "pt"),
    ],
)
def test_good_answers(source_text: str, answer: str, target: str) -> None:
    assert faults(source_text, answer, "en", target) == ()
    assert warnings(source_text, answer, "en", target) == ()


@pytest.mark.parametrize(
    ("answer", "source", "target", "dropped"),
    [
        ("O ministro vai renunciar.", "en", "pt", True),
        ("O ministro não vai renunciar.", "en", "pt", False),
        ("O ministro se recusa a renunciar.", "en", "pt", False),
        ("Der Minister wird zurücktreten.", "en", "de", True),
        ("Министр уйдёт в отставку.", "en", "ru", True),
        ("部长会辞职。", "en", "zh-Hans", True),
        ("部长不会辞职。", "en", "zh-Hans", False),
        ("Waziri atajiuzulu.", "en", "sw", False),
    ],
)
def test_a_negation_that_is_dropped(answer: str, source: str, target: str, dropped: bool) -> None:
    found = [each for each in warnings("The minister will not resign.", answer, source, target) if "negat" in each]
    assert found == (["negation differs: the source negates, the translation does not"] if dropped else [])


def test_not_only_is_no_negation() -> None:
    assert (
        warnings("Not only the minister will resign.", "O ministro vai renunciar, e outros com ele.", "en", "pt") == ()
    )


@pytest.mark.parametrize(
    ("source_text", "answer", "open_"),
    [
        ('He said "yes" to it.', "Ele disse “sim a isso.", True),
        ('He said "yes" to it.', "Ele disse «sim» a isso.", False),
        ('He said "yes to it.', "Ele disse “sim a isso.", False),
        ("The 5' pole", "O poste de 5'", False),
    ],
)
def test_quotation_marks_by_twos(source_text: str, answer: str, open_: bool) -> None:
    assert ("a quotation mark is missing or left over" in warnings(source_text, answer, "en", "pt")) is open_


def test_every_check_is_in_one_table_once() -> None:
    assert len({*FAULTS, *WARNINGS}) == len(FAULTS) + len(WARNINGS)


def test_a_text_of_200_kb_is_judged_in_moments() -> None:
    text = "palavra " * 25_000
    assert isinstance(faults("word " * 25_000, text, "en", "pt"), tuple)
    assert isinstance(warnings("x" * 200_000, "y" * 200_000, "en", "pt"), tuple)
