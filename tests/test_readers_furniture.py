from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.readers import read
from claimwire.readers.characters import tidy
from claimwire.readers.draft import Line
from claimwire.readers.furniture import barred, is_caveat, marked, parted
from claimwire.readers.furniture.ruleset import built, ours, ours_by_file
from claimwire.readers.furniture.shape import only_looks

FURNITURE = """
advertisement | Advertisment
advertisement | Advertisement - Scroll to continue
advertisement | Story continues below this ad
also read | Also read: Ministers agree on the corridor
also read | Also Read | Ministers agree on the corridor
also read | ALSO READ Govt plans to reopen the port
also read | **Also read:** [Ministers agree](/x)
also read | Related stories
also read | Related: Ministers agree on the corridor
read more | Read more: Ministers agree on the corridor
read more | Read the full story
watch | Watch | Minister speaks in Halden
watch | WATCH: Minister speaks
watch | ▶ Watch the full interview here
listen | Listen to this article
follow | Follow us on Facebook and X
follow | Follow Meridian Wire on WhatsApp
subscribe | Subscribe now
subscribe | Subscribe to our newsletter
newsletter | Sign up for our morning briefing newsletter
share | Share this article on Facebook, X or WhatsApp.
share | Facebook Twitter WhatsApp Email
credits | (With inputs from agencies)
credits | (With inputs from AFP, Reuters and PTI)
credits | (Reporting by Jonas Ek in Port Halden; Editing by Maria Sol)
photo | Photo: Meridian Wire
photo | Image: The port on Sunday/Getty
photo | AFP via Getty Images
copyright | © 2026 Meridian Wire
copyright | Copyright 2026 Meridian Wire. All rights reserved.
cookies | We use cookies to improve your experience.
paywall | This article is only available to subscribers.
comments | 12 comments
comments | Comments (214)
link | Skip to main content
link | BREAKING
link | Home News Sport Weather iPlayer
link | Terms of Use  Privacy Policy  Cookies
photo | Image source, Getty Images
topics | Tags: grain, corridor
topics | #grain #halden
published | First published: 12 March 2026, 10:30 GMT
published | Updated 3 hours ago
byline | By Marta Lindqvist and Jonas Ek, Meridian Wire
dateline | PORT HALDEN, March 3 (Meridian Wire) —
dateline | March 12, 2026
reading time | 5 min read
author | About the author
syndication | This story has not been edited by our staff and is published from a syndicated feed.
link | https://wire.example/a?b=c
separator | * * *
"""
PROSE = """
Watch groups said on Monday that the vote was free.
Subscribe rates rose 4%, the regulator said.
Also read out in court was a letter from the minister.
Advertisement spending rose 4% in March, the council said.
Read more than 40 times, the bill was changed in committee.
Follow our lead, he told the assembly.
Join us, the rebels told the soldiers.
Listen to the people, the minister said.
Share prices fell 3% on Tuesday, traders said.
Share this burden with us, he told the allies.
Reporting by the commission was flawed, he said.
Reporting by Reuters showed the ministry had paid 3 million.
With inputs from farmers, the ministry said it would draw up a plan.
With reports of shelling mounting, the ministry closed the road.
Copyright law was changed in March, she said.
Comments by the minister drew anger in the capital.
Photo evidence was handed to the police, the prosecutor said.
Updated figures for 2024 show a fall of 3%.
Sign up for the scheme closed on Friday, the ministry said.
By March 2026 the corridor had moved 3 million tonnes.
Related parties denied the claim.
Share news of the vote with the villages, the letter said.
Video of the strike was shared online, police said.
Save the Children said it had left the town.
X said it had removed the posts.
World News Day begins on Monday.
Breaking the deadlock took a week, he said.
The menu of reforms was long.
Home and business owners paid more, the council said.
Terms of the deal were not published.
The website uses cookies to track dissidents, the group said.
London, Paris and Rome agreed to the plan.
The story continues in court on Monday.
"""
CAVEATS = """
Disclaimer: Meridian Wire cannot independently verify this
(Meridian Wire has not been able to verify the footage)
Correction: an earlier version gave a wrong date
Editor's note: the ministry disputes this figure
It was not immediately possible to verify the figures independently.
It is impossible to independently confirm either account.
Photo: Handout. Reuters could not independently verify the image
"""


def rows(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("row", rows(FURNITURE))
def test_furniture_is_named(row: str) -> None:
    reason, text = row.split(" | ", 1)
    assert marked(Line(text, 1)).reason == reason


@pytest.mark.parametrize("text", rows(PROSE))
def test_prose_with_the_same_words_survives(text: str) -> None:
    assert (marked(Line(text, 1)).reason, barred(text), only_looks(text)) == (None, None, False)


@pytest.mark.parametrize("text", rows(CAVEATS))
def test_a_caveat_is_neither_removed_nor_barred(text: str) -> None:
    article = read(f"The port opened on Monday.\n\n{text}\n\n{text}".encode(), "a.txt")
    assert is_caveat(text)
    assert (article.text.count(text), article.removed, article.barred) == (2, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "What happens next",
        "What happens next?",
        "- The bill was passed.",
        "Grain ships off Port Halden on Sunday. Photo: AP/Jo Ek",
    ],
)
def test_what_only_looks_like_furniture_stays_but_is_barred(text: str) -> None:
    article = read(f"The port opened on Monday.\n\n{text}\n\nIt was closed in May.".encode(), "a.txt")
    assert [piece.text for piece in article.barred] == [text]
    assert article.text[article.barred[0].start : article.barred[0].end] == text


def test_a_line_that_begins_small_is_prose() -> None:
    assert marked(Line("share this article", 1)).reason is None
    assert marked(Line("Share this article", 1)).reason == "share"


def test_credits_at_the_end_of_a_paragraph_are_cut_off() -> None:
    article = read(b"The port opened on Monday, he said. (With inputs from agencies)", "a.txt")
    assert article.text == "The port opened on Monday, he said."
    assert [(line.reason, line.at) for line in article.removed] == [("credits", len(article.text))]


def test_a_headline_said_again_goes_and_a_short_answer_given_twice_stays() -> None:
    article = read(b'Port opens\n\nThe port opened.\n\nPORT OPENS\n\n"No," he said.\n\n"No," he said.', "a.txt")
    assert [line.reason for line in article.removed] == ["repeated headline"]
    assert article.text.count('"No," he said.') == 2


@pytest.mark.parametrize("start", ["", "By ", "With inputs from ", "Published ", "Halden, ", "Photo: ", "Jo Ek is "])
def test_rules_stay_linear_on_hostile_lines(start: str) -> None:
    pieces = [
        "And ",
        "A-",
        "March 3 ",
        "Share ",
        "(",
        "AP ",
        "inputs from A, ",
        "#a ",
        "A.B ",
        "cannot ",
        "12:",
        " (a)",
    ]
    begun = time.process_time()
    lines = [Line((start + piece * 500)[:490] + "!\x01", 1) for piece in pieces]
    assert not [line.text for line in lines if marked(line).reason or barred(line.text)]
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("name", sorted(ours_by_file()))
def test_every_file_s_rules_stay_linear(name: str) -> None:
    rules = built([ours_by_file()[name]])
    starts = sorted({entry.phrase for entries in rules.remove.start.values() for entry in entries})[:40] or [""]
    begun = time.process_time()
    for start in starts:
        for piece in (" a", "A.", "1 ", "と ", " и", "(а"):
            line = (start.capitalize() + piece * 500)[:490]
            rules.why_remove(line), rules.why_bar(line), rules.keep(line * 4)
    assert time.process_time() - begun < 240 * 0.02


def test_time_grows_with_the_lines_alone() -> None:
    line = "The port of Halden will reopen its grain corridor on Monday, traders hope, and 63 vessels wait"
    begun = time.process_time()
    for _ in range(2000):
        assert ours().why_remove(line) is None
    assert time.process_time() - begun < 2000 * 0.0005


def test_every_rule_has_a_reason_or_saves_a_line() -> None:
    for name, file in ours_by_file().items():
        assert all(rule.reason for rule in (*file.remove, *file.bar)), name
        assert all(rule.line and not rule.reason for rule in file.keep), name


def test_a_short_paragraph_of_thai_is_no_subhead_for_want_of_a_full_stop() -> None:
    assert not only_looks("เขากล่าวว่าน้ำจะลดลงในวันจันทร์")
    assert only_looks("น้ำท่วม")


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_line_is_judged_and_its_pieces_are_the_line(text: str) -> None:
    line = Line(tidy(text), 1)
    pieces = list(parted(line))
    assert " ".join("".join(piece.text for piece in pieces).split()).replace(" ", "") == line.text.replace(" ", "")
    assert barred(line.text) is None or line.text


@settings(deadline=None)
@given(
    st.sampled_from(sorted(ours().remove.whole)),
    st.sampled_from(["", "→ ", "* ", "【", "("]),
    st.sampled_from(["", ".", ":", " »", ")"]),
)
def test_a_known_line_is_known_with_marks_around_it(phrase: str, before: str, after: str) -> None:
    capital = phrase[0].upper() + phrase[1:]
    assert marked(Line(tidy(before + capital + after), 1)).reason or is_caveat(capital)


def test_a_question_that_somebody_asks_is_no_subhead() -> None:
    assert not only_looks('"Who pays for this?"')
    assert not only_looks("She asked twice. Who pays?")
    assert only_looks("¿Quién paga?")
    assert only_looks("谁来付钱？")
