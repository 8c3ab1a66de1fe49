"""A digest in a terminal: never wider than it is, in every script; whole and plain in a pipe."""

from __future__ import annotations

import unicodedata

import msgspec
import pytest
import wcwidth

from claimwire.letters import clean, wrapped
from claimwire.models import Digest, Translated, Translation
from claimwire.terminal import digest as shown
from claimwire.terminal import screen
from claimwire.terminal.screen import Screen
from tests.doubles import article
from tests.doubles import digest as made

ARABIC = "قالت الوزيرة ليلى حسن إن الجسر الجديد سيفتح أمام الجمهور في شهر مايو المقبل بعد تأخير دام سنتين."
HEBREW = "שר התחבורה אמר כי הגשר החדש ייפתח לציבור בחודש מאי לאחר עיכוב של שנתיים."
CHINESE = "市长林安娜表示,新大桥将在五月向公众开放,此前工程因资金问题推迟了两年多的时间。"
JAPANESE = "市長は、新しい橋が五月に開通すると述べた。工事は資金難のため二年以上遅れていた。"
MARKS = "Ne\u0301meth A\u0301gnes elmondta, hogy a hi\u0301d ma\u0301jusban nyi\u0301lik meg."
HINDI = "मंत्री ने कहा कि नया पुल मई में जनता के लिए खुल जाएगा, दो साल की देरी के बाद।"
ENGLISH = "Ana Lima, the deputy mayor of the city, said the new bridge would open to the public in May."
SCRIPTS = {"ar": ARABIC, "he": HEBREW, "zh": CHINESE, "ja": JAPANESE, "hu": MARKS, "hi": HINDI}


def translated(target: str, text: str, source: str = ENGLISH) -> Digest:
    base = made(article(source))
    segments = tuple(Translated(text=text, engine="x", warnings=("a number is missing",)) for _ in base.sentences)
    translation = Translation(language=target, status="ready", segments=segments)
    return msgspec.structs.replace(base, targets=(target,), translations=(translation,))


@pytest.mark.parametrize("columns", [40, 80, 132])
@pytest.mark.parametrize("target", SCRIPTS)
def test_no_line_is_wider_than_the_terminal_and_directions_are_closed(columns: int, target: str) -> None:
    source = f"{ENGLISH} {ENGLISH.replace('May', 'June')}"
    with screen.using(Screen(tty=True, columns=columns)):
        lines = list(shown.lines(translated(target, SCRIPTS[target], source)))
    assert any("Ana Lima (" in line for line in lines)
    for line in lines:
        assert wcwidth.width(line) <= min(columns, 100)
        assert line.count("\u2068") == line.count("\u2069")


@pytest.mark.parametrize("columns", [24, 40, 80])
@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_wrapping_keeps_every_letter_and_the_width(columns: int, text: str) -> None:
    found = wrapped(text, columns, " 1  ", "    ", isolated=True)
    assert max(wcwidth.width(line) for line in found) <= columns
    kept = "".join(found).replace("\u2068", "").replace("\u2069", "").replace("\u200e", "").removeprefix(" 1  ")
    assert "".join(kept.split()) == "".join(text.split())
    assert all(not unicodedata.combining(line.lstrip(" \u200e\u2068")[0]) for line in found), "a mark left its letter"


def test_wide_letters_count_two() -> None:
    found = wrapped(CHINESE, 24)
    assert {len(line) for line in found[:-1]} <= {11, 12}
    assert all(wcwidth.width(line) <= 24 for line in found)


def test_right_to_left_text_moves_neither_number_nor_indent() -> None:
    first, *rest = wrapped(ARABIC, 40, " 7  ", "    ", isolated=True)
    assert first.startswith("\u200e 7  \u2068")
    assert all(line.startswith("\u200e    \u2068") and line.endswith("\u2069") for line in rest)
    assert wrapped(ENGLISH, 40, " 7  ", "    ", isolated=True)[0].isascii(), "no marks where none are needed"


def test_80_columns_show_rank_speaker_claim_translation_and_warning() -> None:
    with screen.using(Screen(tty=True, columns=80)):
        found = list(shown.lines(translated("pt", "Ana Lima disse que a ponte abriria em maio.")))
    number = next(at for at, line in enumerate(found) if line.startswith(" 1  "))
    assert found[number - 1] == "─" * 80
    assert found[number].startswith(" 1  Ana Lima")
    assert found[number + 1].startswith("    Ana Lima, the deputy mayor")
    assert "    pt: Ana Lima disse que a ponte abriria em maio." in found
    assert "    check: a number is missing" in found


def test_a_pipe_gets_whole_lines_that_begin_with_key_rank_and_language() -> None:
    with screen.using(Screen(columns=40)):
        found = list(shown.lines(translated("ar", ARABIC)))
    key = translated("ar", ARABIC).source.key
    assert f"{key}:1:en: {ENGLISH}" in found
    assert f"{key}:1:ar: {ARABIC}" in found
    assert f"{key}:1:ar: check: a number is missing" in found
    assert all(line.startswith(f"{key}:") for line in found)


def test_what_strangers_write_commands_nothing() -> None:
    assert clean("a\x1b[31mb\x9bc\x07\u202ed\u2066e\nf\tg") == "a[31mbcde f g"
