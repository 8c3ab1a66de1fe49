"""What a text is asked at most: windows of long ones, and the slow detector only where the answer depends on it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimwire.detectors import cutting, detect, pieces, scripts
from tests.test_detect_mixed import ENGLISH, TURKISH

LATIN = scripts.foreign("Latn")
SAMPLES = sorted(Path(__file__).parent.parent.joinpath("examples").glob("*.txt"))


def answers(unsettled: str, asked: list[str]) -> tuple[Callable[[str], dict[str, float]], pieces.Glance]:
    """A vote that writes down what it is asked, and a glance that leaves open what holds ``unsettled``."""

    def vote(text: str) -> dict[str, float]:
        asked.append(text)
        return {"tr": 1.0}

    def glance(text: str) -> tuple[dict[str, float], bool]:
        return {"en": 0.9 if unsettled not in text else 0.3}, unsettled not in text

    return vote, glance


def test_one_open_piece_of_many_is_not_asked_about() -> None:
    asked: list[str] = []
    text = "\n".join([ENGLISH, ENGLISH, "Qwrt zxcv " * 16, ENGLISH])
    found = pieces.judge(text, LATIN, *answers("wrt", asked))
    assert asked == []
    assert [piece.settled for piece in found].count(False) == 1


def test_an_open_text_is_asked_about() -> None:
    asked: list[str] = []
    found = pieces.judge("Qwrt zxcv", LATIN, *answers("wrt", asked))
    assert asked == ["Qwrt zxcv"]
    assert [piece.best for piece in found] == ["tr"]


def test_a_text_that_is_open_throughout_is_asked_about_in_windows_only() -> None:
    asked: list[str] = []
    pieces.judge("Qwrt zxcv asdf. " * 500, LATIN, *answers("wrt", asked))
    assert len(asked) == 5
    assert max(map(len, asked)) <= 100


def test_windows_lie_evenly_and_start_with_words() -> None:
    text = " ".join(f"word{number:04}" for number in range(400))
    found = cutting.windows(text)
    assert found[0] == text[:100]
    assert text.endswith(found[-1])
    assert all(window.startswith((" word", "word")) and window in text for window in found)


def test_pieces_lose_no_text() -> None:
    text = "\n".join([ENGLISH, "Short.", "", TURKISH * 4, "x" * 1000, "The end"])
    assert "".join("".join(cutting.cut(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_samples_need_no_slow_library(sample: Path) -> None:
    code = (
        "import sys, pathlib, claimwire.detectors as d; found = d.detect(pathlib.Path(sys.argv[1]).read_text('utf-8'));"
        "sys.exit(found.code == 'und' or bool({'langdetect', 'numpy', 'py3langid'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(sample)], check=False).returncode == 0


def test_letters_of_a_long_text_are_counted_by_sample() -> None:
    text = ("слово и дело " * 3 + "word and deed " * 7) * 20
    exact, found = scripts.count(text[:130]), scripts.count(text)
    assert set(found) == {"Cyrl", "Latn"} == set(exact)
    assert 0.25 < found["Cyrl"] / found.total() < 0.32
    assert detect(ENGLISH * 20).code == "en"
