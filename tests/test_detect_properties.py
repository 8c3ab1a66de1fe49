"""Any text, any order, any thread: one answer."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.codes import canonical
from claimwire.detectors import DETECTORS, auto, cld3, detect, fasttext, langdetect, py3langid
from claimwire.models import Language
from tests.profiles import PROFILE
from tests.test_detect import NEWS

TEXTS = [*NEWS.values(), *(text[:25] for text in NEWS.values()), "na da om i en to", "Trump vinner"]


METHODS = sorted(DETECTORS)


@given(text=st.text(max_size=200), hint=st.none() | st.text(max_size=8), method=st.sampled_from(METHODS))
@PROFILE
def test_any_text_gets_a_known_language_or_none(text: str, hint: str | None, method: str) -> None:
    found = detect(text, hint, method)
    assert all(code == canonical(code) for code in {found.code, *found.mixed} - {"und"})
    assert found.code not in found.mixed
    assert found == detect(text, hint, method)


def test_the_same_answer_twenty_times_in_any_order() -> None:
    first = [detect(text) for text in TEXTS]
    for run in range(19):
        order = TEXTS[run:] + TEXTS[:run]
        found = dict(zip(order, map(detect, order), strict=True))
        assert [found[text] for text in TEXTS] == first


@pytest.mark.parametrize("method", METHODS)
def test_the_same_answer_from_sixteen_threads_that_load_together(method: str) -> None:
    def answers(_: int) -> list[Language]:
        return [detect(text, method=method) for text in TEXTS]

    first = answers(0)
    for loaded in (fasttext.model, cld3.network, py3langid.model, langdetect):
        loaded.forget()
    with ThreadPoolExecutor(16) as pool:
        assert all(answer == first for answer in pool.map(answers, range(16)))


def test_where_two_agree_no_slow_library_is_loaded() -> None:
    code = (
        "import sys, claimwire.detectors as d; found = d.detect('The minister said on Tuesday that nothing would change.');"
        "sys.exit(found.code != 'en' or bool({'langdetect', 'numpy', 'py3langid'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_third_is_asked_where_two_differ() -> None:
    py3langid.model.forget()
    everything = frozenset({"da", "nb", "sv", "de"})
    assert (
        auto.vote("Statsministeren sa tirsdag at regjeringen ikke endrer planene sine.", everything, None)["nb"] > 0.5
    )
    assert py3langid.model._loaded is not None


@pytest.mark.parametrize("unit", ["<a ", "a@", "www.", "x.", "слово ", "中", "a\n\n", "<", "&amp", "http://a "])
def test_a_megabyte_takes_no_longer_than_a_moment(unit: str) -> None:
    start = time.process_time()
    detect(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 5  # measured: under 0.5 s
