"""Languages, hints, abstentions. The sentences are ours, in the manner of wire news."""

import pytest

from claimwire.detectors import DETECTORS, detect
from claimwire.detectors.calibration import SURE
from claimwire.errors import BadSetting
from claimwire.models import Language

NEWS = {
    "en": "The prime minister said on Tuesday that the government would not change its plans for the budget.",
    "es": "El presidente del gobierno dijo el martes que no habrá cambios en los planes para el presupuesto.",
    "fr": "Le premier ministre a déclaré mardi que le gouvernement ne modifierait pas ses projets de budget.",
    "de": "Der Ministerpräsident sagte am Dienstag, die Regierung werde ihre Pläne für den Haushalt nicht ändern.",
    "pt": "O primeiro-ministro disse na terça-feira que o governo não vai mudar os seus planos para o orçamento.",
    "it": "Il presidente del Consiglio ha detto martedì che il governo non cambierà i suoi piani per il bilancio.",
    "nl": "De premier zei dinsdag dat de regering haar plannen voor de begroting niet zal veranderen.",
    "pl": "Premier powiedział we wtorek, że rząd nie zmieni swoich planów dotyczących budżetu państwa.",
    "ru": "Премьер-министр заявил во вторник, что правительство не изменит свои планы по бюджету на этот год.",
    "uk": "Прем'єр-міністр заявив у вівторок, що уряд не змінить своїх планів щодо бюджету на цей рік.",
    "tr": "Başbakan salı günü yaptığı açıklamada hükümetin bütçe planlarını değiştirmeyeceğini söyledi.",
    "id": "Perdana menteri mengatakan pada hari Selasa bahwa pemerintah tidak akan mengubah rencana anggaran karena uang.",
    "vi": "Thủ tướng cho biết hôm thứ Ba rằng chính phủ sẽ không thay đổi kế hoạch ngân sách của mình.",
    "ar": "قال رئيس الوزراء يوم الثلاثاء إن الحكومة لن تغير خططها المتعلقة بالميزانية هذا العام.",
    "fa": "نخست وزیر روز سه شنبه گفت که دولت برنامه های خود را برای بودجه تغییر نخواهد داد و گزارش می کند.",
    "ur": "وزیر اعظم نے منگل کو کہا کہ حکومت بجٹ کے لیے اپنے منصوبے تبدیل نہیں کرے گی۔",
    "hi": "प्रधानमंत्री ने मंगलवार को कहा कि सरकार बजट के लिए अपनी योजनाओं में बदलाव नहीं करेगी।",
    "bg": "Министър-председателят заяви във вторник, че правителството няма да промени плановете си за бюджета.",
    "be": "Прэм'ер-міністр заявіў у аўторак, што ўрад не будзе мяняць свае планы па бюджэце на гэты год.",
    "kk": "Премьер-министр сейсенбіде үкімет биылғы бюджет жоспарларын өзгертпейтінін айтты, деп хабарлады қызмет.",
    "sr-Cyrl": "Премијер је у уторак рекао да влада неће мењати своје планове који се тичу буџета за ову годину.",
    "mk": "Премиерот изјави во вторникот дека владата нема да ги промени своите планови за буџетот и ќе чека.",
    "az": "Baş nazir çərşənbə axşamı bildirib ki, hökumət büdcə planlarını dəyişdirməyəcək və əvvəlki kimi qalacaq.",
    "ps": "لومړي وزیر د سې شنبې په ورځ وویل چې حکومت به د بودیجې پلانونه بدل نه کړي او ښه ګټه به وکړي.",
    "is": "Forsætisráðherra sagði á þriðjudag að ríkisstjórnin myndi ekki breyta áætlunum sínum um fjárlög.",
    "nn": "Statsministeren sa tysdag at regjeringa ikkje kjem til å endre planane sine, og ho seier at dei vart laga i år.",
    "ms": "Perdana menteri berkata pada Selasa bahawa kerajaan tidak akan mengubah rancangan kerana wang syarikat itu.",
    "el": "Ο πρωθυπουργός μίλησε.",
    "th": "นายกรัฐมนตรีกล่าว",
    "ko": "총리 사임",
    "ja": "首相が辞任を表明",
    "zh-Hans": "总理宣布辞职，国会将于周二开会",
    "zh-Hant": "總理宣布辭職，國會將於週二開會",
    "ka": "პრემიერმა განაცხადა",
    "hy": "Վարչապետը հայտարարեց",
    "he": "ראש הממשלה התפטר",
    "ta": "பிரதமர் கூறினார்",
    "bn": "প্রধানমন্ত্রী বলেছেন",
    "am": "ጠቅላይ ሚኒስትሩ ተናገሩ",
    "km": "នាយករដ្ឋមន្ត្រី",
}
# In the manner of news in K'iche', Nahuatl, Navajo and Tachelhit: no detector here names them.
STRANGE = [
    "Ri nim k'amal b'e xub'ij chi ri q'atb'al tzij man kuk'ex ta ri uchomab'al, xuquje' ri winaq kakichakuj na ronojel q'ij.",
    "Naatʼáanii naakiskání yiskáągo Wááshindoon béeso choidoołʼį́į́ł yę́ę dooda níigo haaʼíyiidzííʼ, dóó diné bá ííníshʼįį doo.",
    "أنفلوس إنا أس ن لحد هات لحوكوم أور راد تبدل لخوطا نس، أد ماسد غ تمازيرت إكان كرا ن تخدمين زغ لقاعة.",
]
NO_TEXT = [
    "",
    "  \n",
    "12 345 67",
    "🎉🎉 !!!",
    "x",
    "ж",
    "\0\0",
    "\ud800\udfff",
    "http://example.com/the/page",
    "<p class='a'></p>",
]


@pytest.mark.parametrize("code", NEWS)
def test_news_is_recognised(code: str) -> None:
    found = detect(NEWS[code])
    assert found.code == code
    assert 0.4 < found.confidence <= 1.0


@pytest.mark.parametrize("text", NO_TEXT)
def test_no_letters_no_language(text: str) -> None:
    found = detect(text)
    assert (found.code, found.confidence) == ("und", 0.0)


@pytest.mark.parametrize("method", DETECTORS)
@pytest.mark.parametrize("text", [*NO_TEXT, *NEWS.values(), "\ud800 The minister \0 said"])
def test_every_detector_keeps_the_contract(method: str, text: str) -> None:
    for hint in (None, "en", "no-such", "zh-TW", ""):
        found = detect(text, hint, method)
        assert isinstance(found, Language)
        assert 0.0 <= found.confidence <= 1.0
        assert (found.code == "und") == (found.confidence == 0.0)
        assert found.method in {"none", "script", "declared", method, f"{method}+hint"}


def test_unknown_detector_lists_the_known_ones() -> None:
    with pytest.raises(BadSetting, match="auto, langdetect, fasttext, cld3, pycld2, py3langid, declared"):
        detect("text", method="oracle")


def test_a_hint_never_overrides_a_clear_answer() -> None:
    assert detect(NEWS["es"], "en").code == "es"
    assert detect(NEWS["ru"], "en").code == "ru"
    assert detect(NEWS["de"], "gibberish!").code == "de"


def test_a_hint_decides_between_close_languages() -> None:
    croatian = "Predsjednik vlade rekao je u utorak da vlada ne mijenja svoje planove za proračun."
    assert detect(croatian).code == "hr"
    found = detect(croatian, "bs")
    assert (found.code, found.method) == ("bs", "auto+hint")
    assert detect(croatian, "hr").code == "hr"


def test_a_hint_decides_where_there_is_too_little_text() -> None:
    assert detect("Ja, nei").code == "und"
    found = detect("Ja, nei", "no")
    assert (found.code, found.method) == ("nb", "declared")
    assert detect("Да, нет", "no").code == "und"


def test_a_hint_decides_han_that_tells_nothing() -> None:
    assert detect("日本首相").code == "zh-Hans"
    assert detect("日本首相", "zh-TW").code == "zh-Hant"
    assert detect("首相辞任表明", "ja").code == "ja"
    assert detect(NEWS["zh-Hant"] * 3, "ja").code == "zh-Hant"


def test_the_country_of_portuguese_is_the_pages_to_say() -> None:
    assert [detect(NEWS["pt"], hint).code for hint in (None, "pt", "pt_BR", "pt-PT", "pt-AO", "es")] == [
        "pt", "pt", "pt-BR", "pt-PT", "pt", "pt"
    ]  # fmt: skip
    assert detect(NEWS["es"], "pt-BR").code == "es"


def test_declared_believes_the_page_where_the_script_allows() -> None:
    assert detect(NEWS["en"], "fr", "declared").code == "fr"
    assert detect(NEWS["en"], "ru", "declared").code == "und"
    assert detect(NEWS["el"], "fr", "declared").code == "el"
    assert detect(NEWS["sr-Cyrl"], "sr", "declared").code == "sr-Cyrl"


def test_the_detector_that_is_asked_for_answers() -> None:
    asked = [method for method in DETECTORS if method != "declared"]
    assert {detect(NEWS["de"], None, method).method for method in asked} == set(asked)
    assert {detect(NEWS["de"] * 12, None, method).code for method in asked} == {"de"}


def test_neighbours_that_only_some_detectors_know() -> None:
    tatar = "Премьер-министр сишәмбе көнне хөкүмәт бюджет планнарын үзгәртмәячәк дип әйтте, җавап бирде."
    tigrinya = "ቀዳማይ ሚኒስተር ኣብ ባጀት ዘለዎ መደብ ኣይክቕይርን እዩ ኢሉ ኣሎ ኣብ ሰሉስ"
    for method in set(DETECTORS) - {"declared"}:
        assert detect(tatar, None, method).code == "tt"
        assert detect(tigrinya, None, method).code == "ti"


@pytest.mark.parametrize("method", sorted(set(DETECTORS) - {"declared"}))
@pytest.mark.parametrize("text", STRANGE)
def test_languages_that_no_detector_knows_get_no_sure_answer(method: str, text: str) -> None:
    assert detect(text, None, method).confidence < SURE


def test_a_quotation_in_another_language_does_not_win() -> None:
    text = "\n\n".join([NEWS["en"], "«Правительство не изменит свои планы»", NEWS["en"].replace("Tuesday", "Friday")])
    assert detect(text).code == "en"


def test_markup_addresses_and_capitals_are_looked_through() -> None:
    assert detect(f'<p class="story"><a href="https://example.com/the-news">{NEWS["tr"]}</a></p>').code == "tr"
    assert detect(f"{NEWS['fr']} https://example.com/breaking/news/the-government-said desk@example.com").code == "fr"
    assert detect(NEWS["de"].upper()).code == "de"
    assert detect(NEWS["tr"].replace("i", "İ").upper()).code == "tr"
    assert detect(NEWS["es"].upper()).code == "es"


def test_scripts_are_named() -> None:
    codes = ["zh-Hans", "zh-Hant", "ja", "ko", "ru", "en"]
    assert [detect(NEWS[code]).script for code in codes] == ["Hans", "Hant", "Jpan", "Kore", "Cyrl", "Latn"]
