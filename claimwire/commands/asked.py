"""What is asked of every article: the options that ``run`` and ``watch`` share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.settings import FULL_TEXT_UP_TO, MAX_CLAIMS, MAX_WORDS, Settings, targets_of

if TYPE_CHECKING:
    from claimwire.directory import FolderStore
    from claimwire.task import Job

To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="LANG",
        help="Target language, as BCP-47 code; repeat it, or part several by commas. Without it nothing is translated.",
    ),
]
EngineName = Annotated[
    str, typer.Option("--engine", metavar="NAME", help="Translation engine, or a chain such as firefox,google.")
]
Claims = Annotated[int, typer.Option("--claims", metavar="N", min=1, max=MAX_CLAIMS, help="How many key claims.")]
Words = Annotated[
    int,
    typer.Option(
        "--words", metavar="N", min=0, max=MAX_WORDS, help="Words that all claims may have together; 0 is any number."
    ),
]
Order = Annotated[
    str, typer.Option("--order", metavar="ORDER", help="Order of the claims: rank, the best first, or text.")
]
RankerName = Annotated[
    str,
    typer.Option(
        "--ranker",
        metavar="NAME",
        help="How claims are ranked: neutral, one of sumy's (lexrank, ...), or some joined by +.",
    ),
]
DetectorName = Annotated[
    str,
    typer.Option("--detector", metavar="NAME", help="How the language is told: auto, declared, or a detector's name."),
]
Furniture = Annotated[
    Path | None, typer.Option("--furniture", metavar="FILE", help="Your own rules of page furniture, as TOML.")
]
GlossaryFile = Annotated[
    Path | None,
    typer.Option("--glossary", metavar="FILE", help="Your own words, as CSV, TSV or TBX (docs/glossary.md)."),
]
SummaryOnly = Annotated[
    bool, typer.Option("--summary-only", help="Translate the title, the key claims and the caveats, not the article.")
]
FullTextUpTo = Annotated[
    int,
    typer.Option(
        "--full-text-up-to", metavar="N", min=1, help="Characters above which an article is translated so anyway."
    ),
]
MaxCost = Annotated[
    float | None,
    typer.Option("--max-cost", metavar="USD", min=0, help="Do not translate an article that would cost more."),
]
MonthMaxCost = Annotated[
    float | None,
    typer.Option(
        "--month-max-cost", metavar="USD", min=0, help="Ask no paid engine for more than this a calendar month."
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", help="Where DIR is served: notices then carry capability links."),
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for results.")]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The options, as the command line has them."""

    to: To = None
    out: Out = Path("claimwire-results")
    engine: EngineName = "firefox"
    claims: Claims = 5
    words: Words = 0
    order: Order = "rank"
    ranker: RankerName = "neutral"
    detector: DetectorName = "auto"
    furniture: Furniture = None
    glossary: GlossaryFile = None
    base_url: BaseUrl = None
    summary_only: SummaryOnly = False
    full_text_up_to: FullTextUpTo = FULL_TEXT_UP_TO
    max_cost: MaxCost = None
    month_max_cost: MonthMaxCost = None

    def settings(self) -> Settings:
        """As settings; raises BadSetting."""
        names = set(Settings.__struct_fields__) & set(self.__dataclass_fields__)
        targets = targets_of(",".join(self.to)) if self.to else ()
        return Settings(targets=targets, **{name: getattr(self, name) for name in names})

    def job(self, sources: FolderStore, env: Mapping[str, str]) -> Job:
        """The job on a folder."""
        from claimwire import wiring
        from claimwire.commands import places

        memory = places.memory_file(env)
        return wiring.folder_job(
            sources, self.out, self.settings(), memory, self.base_url, self.furniture, env, self.glossary
        )
