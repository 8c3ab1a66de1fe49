"""What news does to sentence splitters: each case is written as its sentences, joined, and split again."""

import pytest

from claimwire.models import Language
from claimwire.segment import segment

CASES: list[tuple[str, str, list[str]]] = [
    ("titles", "en", ["Gen. Mark Hale met Sen. Ruth Orr and Dr. J. K. Lund on Friday.", "They said nothing."]),
    ("acronym inside", "en", ["The U.S. Senate and the U.N. Council voted at 9 a.m. Tuesday.", "Nobody left."]),
    ("acronym at the end", "en", ["He flew to the U.S. last May.", "He likes the U.S.", "He stayed."]),
    ("time at the end", "en", ["The polls close at 8 p.m.", "The count begins at once."]),
    ("company", "en", ["Acme Corp. and Smith & Co. Ltd. shares fell 3.5 percent.", "Foo Inc. rose."]),
    ("number sign", "en", ["No. 5 won.", "Was it fair?", "No.", "He refused."]),
    (
        "dateline",
        "en",
        ["KYIV, Nov. 3 (Agency) - Shelling hit St. Nicholas Church on Jan. 5, officials said.", "It burned."],
    ),
    ("inner comma", "en", ['"We will not leave," he said.', "She nodded."]),
    ("inner question", "en", ['"Really?" he asked.', "“Never!” she cried.", "They left."]),
    ("inner question and a name", "en", ["“Is it fair?” Ruth Orr asked.", "“No.”", "She left."]),
    ("long quotation", "en", ["“We came.", "We saw the ruins.", "We wept,” said the mayor.", "He sat down."]),
    ("unbalanced quote", "en", ['He said: "We won.', "Nobody cares.", "The end is near.", "Fine."]),
    ("closing brackets", "en", ["The law passed (it was late.)", "[Nobody noticed.]", "Protests followed."]),
    (
        "web address",
        "en",
        ["Booking site example.com said so, wrote a.b@example.org.", "See https://example.com/a.b?c=d.", "Bye."],
    ),
    ("thousands", "de", ["Der Umsatz stieg um 1.234,5 Millionen auf 3.400.", "Das ist viel."]),
    ("ordinal date", "de", ["Er kam am 3. Mai an, im 19. Jahrhundert undenkbar.", "Die Polizei schwieg."]),
    ("spaced abbreviation", "de", ["Viele, z. B. Ärzte und d. h. Dr. Meyer, sagten „Nein.“", "Das reicht."]),
    ("german quotes", "de", ["„Wir bleiben.", "Wir kämpfen“, sagte er.", "»Wirklich?« fragte sie.", "Er nickte."]),
    ("guillemets", "fr", ["« Nous partons. »", "M. Petit et Mme Roy ont dit « non ! » hier.", "Le débat est clos."]),
    (
        "spanish marks",
        "es",
        ["¿Qué pasa?", "¡Nada!", "El Sr. García vive en EE. UU. desde ayer.", "La policía lo confirmó."],
    ),
    ("italian", "it", ["Il dott. Rossi e l'on. Bianchi lavorano alla Fiat S.p.A. di Torino.", "Nessuno ha risposto."]),
    ("portuguese", "pt", ["O Sr. Silva e a Dra. Lima chegaram à av. Paulista.", "Ninguém falou."]),
    ("initials", "uk", ["В. Зеленський та І. П. Сидоренко зустрілися 3 тис. разів.", "Він сказав це."]),
    (
        "russian year",
        "ru",
        ["Это было в 2019 г. в Москве, т. е. давно, и т. д.", "Он уехал из г. Москва.", "«Да!» — сказал он."],
    ),
    ("dialogue dash", "ru", ["— Привет! — сказал он.", "— Кто там?"]),
    ("polish", "pl", ["Prof. Nowak przyjechał 3 maja, m.in. z Krakowa.", "To było dawno."]),
    ("chinese", "zh-Hans", ["“我们不会离开。”他说。", "「真的吗？」", "没有人回答！"]),
    ("japanese quote", "ja", ["「行きます。」と彼は言った。", "「本当？」と聞いた。", "雨だった。"]),
    ("arabic", "ar", ["هل هذا صحيح؟", "قال د. أحمد إن الأمر انتهى.", "لا."]),
    ("urdu", "ur", ["یہ خبر ہے۔", "کیا یہ سچ ہے؟", "ہاں۔"]),
    ("hindi", "hi", ["यह समाचार है।", "डॉ. सिंह ने कहा।", "क्या यह सच है?", "हाँ॥"]),
    ("amharic", "am", ["ሰላም ነው።", "እሱ መጣ፡፡", "እሷ ሄደች።"]),
    ("armenian", "hy", ["Նա եկավ։", "Նա գնաց։"]),
    ("khmer", "km", ["គាត់មក។", "គាត់ទៅ។"]),
    ("burmese", "my", ["သူလာသည်။", "သူသွားသည်။"]),
    ("georgian", "ka", ["ის მოვიდა.", "ის წავიდა."]),
    ("greek question", "el", ["Τι έγινε;", "Ο κ. Παππάς δεν απάντησε."]),
    ("ellipsis", "en", ["He paused... and went on.", "Then silence . . .", "Nobody [...] spoke?!", "Fine."]),
    ("list number", "en", ["1. Win the vote.", "2. Form a cabinet."]),
    ("initial and starter", "en", ["There is no plan B.", "The talks with George W. Bush failed."]),
]
UNSPACED = {"zh-Hans", "ja", "km", "my", "am"}


@pytest.mark.parametrize(("language", "sentences"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_hazard(language: str, sentences: list[str]) -> None:
    text = ("" if language in UNSPACED else " ").join(sentences)
    assert [sentence.text for sentence in segment(text, language)] == sentences


def test_paragraphs_are_counted_and_never_crossed() -> None:
    found = segment("A headline without a mark\n\n\nFirst one. Second one\n \nThird", "en")
    assert [(s.text, s.paragraph) for s in found] == [
        ("A headline without a mark", 0),
        ("First one.", 1),
        ("Second one", 1),
        ("Third", 2),
    ]


def test_verse_and_lists_end_sentences_at_line_ends() -> None:
    assert [s.text for s in segment("Key points\nTwo dead\n- three hurt\nPolice silent", "en")] == [
        "Key points",
        "Two dead",
        "- three hurt",
        "Police silent",
    ]


def test_prose_wrapped_at_a_margin_is_joined() -> None:
    text = (
        "The council voted on Monday to close the old bridge for\n"
        "repairs that are expected to last until the autumn. Mayor\n"
        "Ruth Orr called the decision overdue."
    )
    assert [s.text.replace("\n", " ") for s in segment(text, "en")] == [
        "The council voted on Monday to close the old bridge for repairs that are expected to last until the autumn.",
        "Mayor Ruth Orr called the decision overdue.",
    ]


def test_one_paragraph_a_line_is_not_joined() -> None:
    lines = ["The council voted on Monday " * 6 + "to close", "Police came " * 14 + "late", "Nobody spoke " * 12 + "up"]
    assert [s.text for s in segment("\n".join(lines), "en")] == lines


def test_overlong_sentences_are_cut_at_clause_ends() -> None:
    pieces = segment("the minister spoke of the budget, " * 60 + "and sat down.", "en")
    assert len(pieces) > 1
    assert all(len(piece.text) <= 600 for piece in pieces)
    assert all(piece.text.endswith(",") for piece in pieces[:-1])


def test_thai_is_cut_at_spaces_between_clauses_only() -> None:
    clause = "รัฐบาลจะเพิ่มงบประมาณ 500 ล้านบาทในปีหน้าเพื่อช่วยเหลือเกษตรกร"
    text = f"{clause} อย่างไรก็ตาม {clause} (ซึ่ง {clause}) ส่วน{clause} นายกรัฐมนตรีกล่าว"
    pieces = [piece.text for piece in segment(text, "th")]
    assert " ".join(pieces) == text
    assert pieces[0] == clause
    assert pieces[1].startswith("อย่างไรก็ตาม")
    assert all(40 <= len(piece) <= 240 and piece.count("(") == piece.count(")") for piece in pieces[:-1])
    assert segment(clause, "th")[0].text == clause


def test_language_model_code_and_unknown_code() -> None:
    language = Language(code="pt-BR", confidence=1.0, method="script", script="Latn")
    assert segment("O Sr. Silva saiu.", language) == segment("O Sr. Silva saiu.", "pt")
    assert len(segment("Mr. Xo da. Ka po.", "und")) == 2


def test_empty_and_blank() -> None:
    assert segment("", "en") == segment(" \n\n\t ", "en") == []
