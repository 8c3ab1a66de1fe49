from __future__ import annotations

import textwrap

import pytest

from claimwire.readers import read

PROSE = (
    "The port of Halden will reopen its grain corridor on Monday after an eleven-week closure, the ministry said. "
    "Traders expect the move to ease food prices across the whole region, and the unions welcomed it with relief."
)


def text_of(source: str) -> str:
    return read(source.encode(), "a.txt").text


@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_lines_are_joined(width: int) -> None:
    source = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (PROSE, f"Later: {PROSE}"))
    assert text_of(source) == f"{PROSE}\n\nLater: {PROSE}"


def test_one_line_a_paragraph_stays() -> None:
    paragraphs = [PROSE, "It was closed in May.", f"Then, {PROSE}", "Nobody was hurt."]
    assert text_of("\n".join(paragraphs)) == "\n\n".join(paragraphs)


def test_a_short_line_in_wrapped_text_ends_its_paragraph() -> None:
    assert text_of(f"Port opens\n{textwrap.fill(PROSE, 60)}") == f"Port opens\n\n{PROSE}"


def test_furniture_inside_a_wrapped_paragraph_goes_and_the_paragraph_stays_whole() -> None:
    lines = textwrap.wrap(PROSE, 60)
    article = read("\n".join([*lines[:2], "Advertisement", *lines[2:]]).encode(), "a.txt")
    assert article.text == PROSE
    assert [(line.text, line.line) for line in article.removed] == [("Advertisement", 3)]


@pytest.mark.parametrize("end", ["Twitter.", "March 3, 2026.", "X."])
def test_the_last_words_of_a_wrapped_sentence_are_prose(end: str) -> None:
    lines = [*textwrap.wrap(PROSE, 60), "It was the first day of a long month, and so he wrote it on", end]
    assert text_of("\n".join(lines)).endswith(f"so he wrote it on {end}")


def test_credits_that_were_wrapped_in_two_are_one_piece() -> None:
    credit = "(Reporting by Jonas Ek in Port Halden; Additional reporting by Maria Sol; Editing by Ann Poe)"
    article = read(f"{textwrap.fill(PROSE, 60)}\n\n{textwrap.fill(credit, 60)}".encode(), "a.txt")
    assert [(line.text, line.reason) for line in article.removed] == [(credit, "credits")]


def test_wrapped_chinese_is_joined_without_spaces() -> None:
    sentence = "云港市政府十二日宣布暂停建设位于城东的电池材料厂等待第三方环境评估结果并将邀请居民代表参加听证会。"
    source = "\n".join(sentence[at : at + 24] for at in range(0, len(sentence), 24))
    assert text_of(source) == sentence


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Port Halden to reopen", "Port Halden to reopen"),
        ("The port is open.", None),
        ("港口将重新开放", "港口将重新开放"),
        ("港口已重新开放。", None),
        ("Port " * 31, None),
    ],
)
def test_a_short_first_line_that_is_no_sentence_is_the_headline(first: str, title: str | None) -> None:
    assert read(f"{first}\n\n{PROSE}".encode(), "a.txt").title == title


def test_a_single_line_is_text_and_no_headline() -> None:
    article = read(b"Port Halden to reopen", "a.txt")
    assert (article.title, article.text) == (None, "Port Halden to reopen")


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("Cafe\u0301 is\u00a0open \t now.", "Café is open now."),
        ("A\u202eb\u2066c\u200bd\ufeffe\u00adf\x00g\x07.", "Abcdefg."),
        ("می‌خواهم بروم.", "می‌خواهم بروم."),
        ("a\u200cb c\u200dd.", "ab cd."),
        ("👩‍🚀 left.", "👩‍🚀 left."),
        ("क्‍ष है।", "क्‍ष है।"),
        ("One.\r\n\r\nTwo.\u2028Three.", "One.\n\nTwo.\n\nThree."),
    ],
)
def test_characters_are_made_safe(source: str, clean: str) -> None:
    assert text_of(source) == clean


def test_long_runs_of_combining_marks_are_cut() -> None:
    assert len(text_of("a" + "\u0301\u0327" * 100_000 + " is a letter.")) < 60
