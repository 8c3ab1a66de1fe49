"""The sample articles as digests behind the door: what the pipeline makes of ``examples/``, in four languages and two directions.

English becomes Portuguese by the engine that runs offline; the rest by sentences of our own (``translations/``), or, into Arabic, by one
sentence for all, which the checks complain of. Nothing knows Swahili: that page says so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.structure import ROOT
from claimwire.models import Article
from claimwire.readers import read
from claimwire.segment import segment
from claimwire.settings import Settings
from claimwire.translators.chain import Chain
from claimwire.translators.firefox import Firefox
from claimwire.web import routes
from tests.doorstep import serving
from tests.doubles import Phrasebook
from tests.house import House

EXAMPLES, OURS = ROOT / "examples", Path(__file__).parent / "translations"
SAMPLES = {
    "en": "grain-corridor.en.html",
    "ru": "railway-strike.ru.txt",
    "ar": "water-plant.ar.txt",
    "zh": "battery-plant.zh.txt",
}
PAGES = {"en": "digest.en.html", "ru": "digest.ru.html", "ar": "digest.ar.html", "zh": "digest.zh-Hans.html"}
FILLING = "Harbour {number} counted {number}40 ships in March, its master Ines Moreau said. “We expect {next}00 in April,” she added."
ARABIC = "قال الوزير إن الممر سيُفتح من جديد أمام كل السفن في الأسبوع المقبل."


class Known(Phrasebook):
    """Knows the samples' sentences in English, and one sentence of Arabic."""

    def __init__(self) -> None:
        super().__init__({was: said for code in ("ru", "ar", "zh") for was, said in _pairs(code)}, lambda _: ARABIC)

    def supports(self, source: str, target: str) -> bool:
        return (source, target) == ("en", "ar") or (source != "en" and target == "en")


class Desk:
    """The door before all of them; ``paths`` are those of the pages by sample and language, with their capabilities."""

    def __init__(self, root: Path) -> None:
        self.house = House(root)
        chain = Chain([Firefox(), Known()])
        self.paths: dict[tuple[str, str], str] = {}
        for code, file in SAMPLES.items():
            targets = ("pt", "ar", "sw") if code == "en" else ("en",)
            wanted = dataclasses.replace(self.house.job, chain=chain, settings=Settings(targets=targets))
            self.house.job = wanted
            self._keep(code, self.house.upload((EXAMPLES / file).read_bytes(), file).urls)
        self._keep("refused", self.house.upload(b"Advertisement\n", "nothing.txt").urls)

    def _keep(self, code: str, urls: dict[str, str]) -> None:
        pages = {file.split(".")[1]: url for file, url in urls.items() if file.endswith(".html")}
        self.paths |= {(code, language): "/v1/" + url.partition("/v1/")[2] for language, url in pages.items()}


@contextmanager
def served(root: Path) -> Iterator[tuple[str, Desk]]:
    """The desk behind a server: its base URL, and what it has."""
    desk = Desk(root)
    with serving(lambda request: routes.answer(desk.house.door, request)) as base:
        yield base, desk


def long() -> bytes:
    """An article of 1,500 words: the samples' English, one after the other."""
    texts = [(EXAMPLES / "grain-corridor.en.txt").read_text("utf-8")]
    texts += ["\n\n".join(file.read_text("utf-8").splitlines()) for file in sorted(OURS.glob("*.en.txt"))]
    texts += [FILLING.format(number=number, next=number + 1) for number in range(3, 11)]
    return "\n\n".join(texts).encode()


def article(code: str) -> Article:
    """A sample as the readers lay it out."""
    file = EXAMPLES / SAMPLES[code]
    return read(file.read_bytes(), file.name, "")


def _pairs(code: str) -> list[tuple[str, str]]:
    ours = (OURS / f"{Path(SAMPLES[code]).stem}.en.txt").read_text("utf-8").splitlines()
    theirs = [sentence.text for sentence in segment(article(code).text, code)]
    return list(zip(theirs, ours, strict=True))
