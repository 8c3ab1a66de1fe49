"""Apertium itself, with the packages that .ci/run installs; its programs' faults by programs of our own."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimwire.errors import BadSetting
from claimwire.translators import modes
from claimwire.translators.apertium import Apertium
from claimwire.translators.chain import Chain
from claimwire.translators.modes import FOLDER, Modes

PACKAGES = ("apertium-es-pt", "apertium-por-cat", "apertium-pt-gl", "apertium-fra-cat", "apertium-cat-ita")
NEEDED = ("pt-es", "por-cat", "pt-gl", "cat-fra", "cat-ita")
needs_apertium = pytest.mark.skipif(
    not all((FOLDER / f"{mode}.mode").is_file() for mode in NEEDED),
    reason=f"Apertium is not installed: apt-get install {' '.join(PACKAGES)}",
)
SENTENCE = "The minister said on Monday that the government will not raise taxes this year."
PORTUGUESE = "O ministro disse que o governo não vai aumentar os impostos este ano."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for modes of our own."""
    return tmp_path


def lay(folder: Path, mode: str, program: str) -> Path:
    """A mode of one program, a shell script that gets ``-z`` and reads questions that end in NUL."""
    path = folder / f"{mode}.sh"
    path.write_text(f"#!/bin/bash\n{program}\n")
    path.chmod(0o755)
    (folder / f"{mode}.mode").write_text(f"{path} $1\n")
    return folder


def running(folder: Path) -> list[Path]:
    """Processes that name a file of the folder."""
    return [path for path in Path("/proc").glob("[0-9]*/cmdline") if str(folder) in _text(path)]


ECHO = r"while IFS= read -r -d '' text; do printf '%s\0' "


@needs_apertium
@pytest.mark.parametrize(
    ("target", "expected", "way"),
    [
        ("es", "El ministro dijo el lunes que el gobierno no va a aumentar los impuestos este año.", "en>pt>es fair"),
        ("ca", "El ministre va dir el dilluns que el govern no augmentarà els impostos aquest any.", "en>pt>ca good"),
        ("gl", "O ministro dixen o luns que o goberno non vai aumentar os impostos este ano.", "en>pt>gl fair"),
        (
            "fr",
            "Le ministre a dit le lundi que le gouvernement n'augmentera pas les impôts cette année.",
            "en>pt>ca>fr fair",
        ),
        ("it", "Il ministro disse il lunedì che il governo non aumenterà le tasse quest'anno.", "en>pt>ca>it gist"),
    ],
)
def test_english_goes_through_portuguese_and_says_so(target: str, expected: str, way: str) -> None:
    (row,) = Chain([Apertium()]).translate([SENTENCE], "en", target)
    assert row.text == expected
    assert row.model.startswith(f"apertium/{way}: firefox/enpt-1693087644 + ")
    assert any("quality" in warning for warning in row.warnings) == ("good" not in way)


@needs_apertium
def test_what_marks_the_stream_comes_through() -> None:
    text = r"a [b] {c} ^d$ e\f <g> h/i @j *k #l ~m +n 5 %."
    (answer,) = Modes().translate([text], "pt", "es")
    assert answer
    assert [mark for mark in r"[]{}^$\<>/@*#~+%" if answer.count(mark) != text.count(mark)] == []


@needs_apertium
def test_a_sentence_that_close_languages_share_goes_on() -> None:
    engine = Apertium()
    (answer,) = engine.translate(["Zayat was unhurt in the accident."], "en", "gl")
    assert answer == "Zayat foi indisposto no accidente."
    assert str(engine.translate(["Maroochydore derrotou a Caboolture na final."], "gl", "en")[0]).startswith(
        "Maroochydore def"
    )


@needs_apertium
def test_unknown_words_stay_without_marks() -> None:
    assert Modes().translate(["O Xyzzyville disse que não."], "pt", "es") == ["El Xyzzyville dijo que no."]


@needs_apertium
def test_the_end_of_a_sentence_is_as_it_was() -> None:
    texts = ["O ministro disse", "O ministro disse.", "O ministro disse...", "O ministro disse?", "Sr."]
    answers = Modes().translate(texts, "pt", "es")
    assert [str(answer)[-3:].strip("ijor") for answer in answers] == ["", ".", "...", "?", "Sr."]


@needs_apertium
def test_threads_share_a_pipe_and_get_their_own_answers() -> None:
    texts = [f"O conselho gastou {n} libras na ponte {n}." for n in range(1_000)]
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda text: Modes().translate([text], "pt", "es")[0], texts))
    assert found == [f"El consejo gastó {n} libras en el puente {n}." for n in range(1_000)]


@needs_apertium
def test_a_child_process_starts_its_own_programs() -> None:
    (before,) = Modes().translate([PORTUGUESE], "pt", "es")
    child = os.fork()
    if child == 0:
        os._exit(Modes().translate([PORTUGUESE], "pt", "es") != [before])
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert Modes().translate([PORTUGUESE], "pt", "es") == [before]


def test_programs_that_crash_are_no_translation(folder: Path) -> None:
    engine = Modes(lay(folder, "pt-es", "exit 0"))
    assert engine.translate([PORTUGUESE, "Sim."], "pt", "es") == [None, None]


@pytest.mark.parametrize(
    "said",
    ["''", r'"." ', r'"${text%%.[]*}"', r'".[][0"$"\n]"', r'".${text##*ano..}"'],
    ids=["nothing", "a full stop", "no end", "another end", "the end alone"],
)
def test_an_answer_without_its_end_or_its_text_is_none(folder: Path, said: str) -> None:
    assert Modes(lay(folder, "pt-es", f"{ECHO}{said}; done")).translate([PORTUGUESE], "pt", "es") == [None]


def test_programs_that_die_are_started_again(folder: Path) -> None:
    engine = Modes(lay(folder, "pt-es", "IFS= read -r -d '' text; printf '%s\\0' \"$text\""))  # one answer each
    texts = [f"Ponte {n}." for n in range(5)]
    assert engine.translate(texts, "pt", "es") == texts


def test_programs_that_hang_are_ended_in_time(folder: Path) -> None:
    answer = Modes(lay(folder, "pt-es", "exec sleep 600"), seconds=0.2).translate([PORTUGUESE], "pt", "es")
    assert answer == [None]
    assert not running(folder)


def test_a_late_answer_is_not_taken_for_the_next_one(folder: Path) -> None:
    slow = f"{ECHO}\"$text\"; done | (IFS= read -r -d '' one; sleep 600; printf '%s\\0' \"$one\")"
    engine = Modes(lay(folder, "pt-es", slow), seconds=0.2)
    assert engine.translate(["Um.", "Dois."], "pt", "es") == [None, None]
    end = time.monotonic() + 10  # what a script has started is ended by the kernel, in its own time
    while running(folder) and time.monotonic() < end:
        time.sleep(0.01)
    assert not running(folder)


def test_long_text_does_not_block(folder: Path) -> None:
    text = "palavra " * 100_000 + "fim"
    assert Modes(lay(folder, "pt-es", f'{ECHO}"$text"; done')).translate([text], "pt", "es") == [text]


def test_what_is_missing_is_said_with_what_to_do(folder: Path) -> None:
    engine = Apertium(folder)
    assert not engine.supports("pt", "es")
    with pytest.raises(BadSetting, match=r"apt-get install apertium-es-pt, and pip install 'claimwire\[offline\]'"):
        engine.translate([SENTENCE], "en", "es")
    with pytest.raises(BadSetting, match=r"apt-get install apertium-fra-cat apertium-por-cat$"):
        engine.translate([PORTUGUESE], "pt", "fr")
    with pytest.raises(BadSetting, match="no way is known"):
        engine.translate([SENTENCE], "en", "hr")


@pytest.mark.parametrize("pair", ["en-hbs", "hbs-en", "en-sr", "en-hr", "en-eo", "eo-en", "ru-uk", "uk-ru", "ru-be"])
def test_what_is_unusable_is_never_offered(pair: str) -> None:
    assert modes.known(*pair.split("-")) is None
    assert modes.ways(*pair.split("-")) == []


def test_the_identity_follows_the_programs(folder: Path) -> None:
    before = Modes(folder).identity()
    lay(folder, "pt-es", "exit 0")
    assert Modes(folder).identity() != before


def test_programs_installed_later_are_found(folder: Path) -> None:
    engine = Modes(folder)
    assert not engine.supports("pt", "es")
    lay(folder, "pt-es", "exit 0")
    assert engine.supports("pt", "es")


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
