"""Any text, any order, any thread: one answer."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.codes import canonical
from claimwire.detectors import detect, langdetect
from tests.test_detect import NEWS

TEXTS = [*NEWS.values(), *(text[:25] for text in NEWS.values()), "na da om i en to", "Trump vinner"]


@given(text=st.text(max_size=200), hint=st.none() | st.text(max_size=8))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_any_text_gets_a_known_language_or_none(text: str, hint: str | None) -> None:
    found = detect(text, hint)
    assert found.code == "und" or found.code == canonical(found.code)
    assert found == detect(text, hint)


def test_the_same_answer_twenty_times_in_any_order() -> None:
    first = [detect(text) for text in TEXTS]
    for run in range(19):
        order = TEXTS[run:] + TEXTS[:run]
        found = dict(zip(order, map(detect, order), strict=True))
        assert [found[text] for text in TEXTS] == first


def test_the_same_answer_from_sixteen_threads_that_load_together() -> None:
    first = [detect(text) for text in TEXTS]
    langdetect.forget()
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: [detect(text) for text in TEXTS], range(16)))
    assert all(answer == first for answer in answers)


def test_langdetect_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, claimwire.detectors as d; d.detect('Ο πρωθυπουργός'); sys.exit('langdetect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("unit", ["<a ", "a@", "www.", "x.", "слово ", "中", "a\n\n", "<", "&amp", "http://a "])
def test_a_megabyte_takes_no_longer_than_a_moment(unit: str) -> None:
    start = time.process_time()
    detect(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 5  # measured: under 0.5 s
